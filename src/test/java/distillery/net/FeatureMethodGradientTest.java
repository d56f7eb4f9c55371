package distillery.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import distillery.method.Distiller;
import distillery.method.Gradients;
import distillery.method.LiveHyperparameters;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.method.StepContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Methods that look at hidden layers, through whole nets: the engine's gradient is the slope of what a plain net loses. */
class FeatureMethodGradientTest {
    private static final int ROWS = 6;
    private static final int CLASSES = 3;

    @BeforeAll
    static void start() throws Problem {
        Engine.start();
    }

    @ParameterizedTest
    @CsvSource({
        "hint, 8x8-c3-p2-c4-p2-6-3, 8x8-c2-p2-c3-p2-5-3",
        "hint, 8x8-c3-p2-c4-6-3, 8x8-c2-p2-c3-p2-5-3",
        "hint, 64-6-3, 8x8-c2-p2-c3-p2-5-3",
        "hint, 64-9-7-3, 64-5-3",
        "cosine, 8x8-c3-p2-c4-p2-6-3, 8x8-c2-p2-c3-p2-5-3",
        "cosine, 8x8-c3-p2-c4-6-3, 8x8-c2-p2-c3-p2-5-3",
        "cosine, 64-9-7-3, 64-5-3",
        "cosine, 64-5-3, 64-9-7-3",
        "rkd, 8x8-c3-p2-c4-p2-6-3, 8x8-c2-p2-c3-p2-5-3",
        "rkd, 64-9-7-3, 64-5-3",
        "similarity, 8x8-c3-p2-c4-p2-6-3, 8x8-c2-p2-c3-p2-5-3",
        "similarity, 64-9-7-3, 64-5-3",
        "fsp, 8x8-c3-p2-c4-p2-6-3, 8x8-c2-p2-c3-p2-5-3",
        "fsp, 8x8-c3-p2-c4-p2-6-3, 8x8-c3-p2-c4-p1-3",
        "fsp, 8x8-c2-p2-c3-p1-c4-p2-3, 8x8-c3-p2-c2-p2-3",
        "attention, 8x8-c3-p2-c4-p2-6-3, 8x8-c2-p2-c3-p2-5-3",
        "attention, 8x8-c3-p4-6-3, 8x8-c2-p2-5-3",
        "weights, 8x8-c3-p2-c4-p2-6-3, 8x8-c2-p2-c3-p2-5-3",
        "weights, 8x8-c3-p2-c4-p2-6-3, 8x8-c3-p2-c4k1-p2-6-3",
        "weights, 64-9-7-3, 64-5-3",
        "weights, 64-9-7-3, 64-9-7-3",
        "boundaries, 8x8-c3-p2-c4-p2-6-3, 8x8-c2-p2-c3-p2-5-3",
        "boundaries, 64-9-7-3, 64-5-3"
    })
    void theGradientIsTheSlope(String method, String teacher, String student) throws Problem {
        assertSlope(new Scene(MethodKind.of(method), NetSpec.parse(teacher), NetSpec.parse(student)), student);
    }

    /** Exits learn from the last layer as it is, which is a constant to them: without it, their loss is the labels'. */
    @ParameterizedTest
    @CsvSource({"1, 8x8-c2-p2-c3-p2-5-3", "2, 8x8-c2-p2-c3-p2-5-3", "2, 64-7-6-5-3"})
    void slopesOfExitsReachEveryLayerBelow(int exits, String student) throws Problem {
        MethodSettings settings =
                MethodSettings.of(MethodKind.OWN_TEACHER).with("exits", exits).with("exitHintWeight", 0);
        NetSpec net = NetSpec.parse(student);
        Scene scene = new Scene(settings, net, net);
        scene.knobs = new LiveHyperparameters(4, 0, 0.7);
        assertSlope(scene, student);
    }

    @ParameterizedTest
    @CsvSource({"1, 8x8-c2-p2-c3-p2-5-3", "3, 8x8-c2-p2-c3-p2-5-3", "2, 64-7-5-3"})
    void slopesOfTwoTasksMeetInTheLayersTheyShare(int epoch, String student) throws Problem {
        NetSpec net = NetSpec.parse(student);
        Scene scene = new Scene(MethodSettings.of(MethodKind.MULTI_TASK).with("annealingEpochs", 4), net, net);
        scene.epoch = epoch;
        assertSlope(scene, student);
    }

    private static void assertSlope(Scene scene, String student) {
        double[] gradient = scene.gradient();
        double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < gradient.length; i++) {
            int place = i;
            double slope = slope(scene::loss, move -> scene.weights[place] += move);
            assertEquals(slope, gradient[i], 2e-3 * largest, student + " weight " + i);
        }
        scene.gradient();
        for (Parameter parameter : scene.distiller.parameters()) {
            parameter.fetchGradient(0, parameter.rows());
            float[] found = parameter.gradient.values.clone();
            for (int i = 0; i < parameter.size(); i++) {
                int place = i;
                double slope = slope(scene::loss, move -> {
                    parameter.value.values[place] += (float) move;
                    parameter.publish();
                });
                assertEquals(slope, found[i], 2e-3 * largest, "regressor " + i);
            }
        }
    }

    private interface Mover {
        void move(double by);
    }

    /** Half a step ahead and half a step back; the regressor works in 32 bits, so steps cannot be much smaller. */
    private static double slope(DoubleSupplier loss, Mover mover) {
        double step = 1.0 / 4096;
        mover.move(step);
        double above = loss.getAsDouble();
        mover.move(-2 * step);
        double below = loss.getAsDouble();
        mover.move(step);
        return (above - below) / (2 * step);
    }

    @ParameterizedTest
    @CsvSource({"hint", "cosine", "rkd", "similarity", "fsp", "attention", "weights"})
    void aStudentThatIsItsTeacherHasNothingToLearnInside(String method) throws Problem {
        NetSpec net = NetSpec.parse("8x8-c3-p2-c4-p2-6-3");
        Scene scene = new Scene(MethodKind.of(method), net, net);
        scene.becomeTeacher();
        Gradients found = scene.step();
        assertEquals(0, found.own(), 1e-9);
        found.taps().values().forEach(slopes -> {
            for (double slope : slopes) {
                assertEquals(0, slope, 1e-6);
            }
        });
        for (double slope : found.weights()) {
            assertEquals(0, slope, 1e-6);
        }
        assertTrue(found.loss() > 0, "labels and soft labels count as before");
    }

    @Test
    void hintsInTwoStagesAreHintsAloneAndThenOutputsAlone() throws Problem {
        NetSpec net = NetSpec.parse("64-9-3");
        Scene scene = new Scene(MethodSettings.of(MethodKind.HINT).with("hintEpochs", 2), net, NetSpec.parse("64-5-3"));
        Scene joint = new Scene(MethodKind.HINT, net, NetSpec.parse("64-5-3"));
        Gradients both = joint.step();
        for (int epoch : new int[] {1, 2}) {
            scene.epoch = epoch;
            Gradients found = scene.step();
            assertEquals(both.own(), found.own());
            assertEquals(both.own(), found.loss());
            assertArrayEquals(new double[ROWS * CLASSES], found.logits());
            assertEquals(both.taps().keySet(), found.taps().keySet());
        }
        scene.epoch = 3;
        Gradients outputs = scene.step();
        assertEquals(both.loss() - both.own(), outputs.loss(), 1e-12);
        assertArrayEquals(both.logits(), outputs.logits());
        assertEquals(Map.of(), outputs.taps());
        for (Parameter parameter : scene.distiller.parameters()) {
            parameter.fetchGradient(0, parameter.rows());
            assertArrayEquals(new float[parameter.size()], parameter.gradient.values, "the regressor rests");
        }
    }

    @Test
    void aStudentThatIsItsTeacherHasEveryUnitOnThatTheTeacherHasOn() throws Problem {
        NetSpec net = NetSpec.parse("64-9-3");
        Scene scene = new Scene(MethodKind.BOUNDARIES, net, net);
        double apart = scene.step().pattern();
        assertTrue(apart > 0 && apart < 1, "" + apart);
        scene.becomeTeacher();
        assertEquals(1, scene.step().pattern());
    }

    /** Hidden units stand in any order: exchanging two of them changes nothing that the net says. */
    @Test
    void exchangedHiddenUnitsBreakWeightMatchingAndLeaveRelationsAlone() throws Problem {
        NetSpec net = NetSpec.parse("64-9-3");
        for (String method : List.of("weights", "rkd", "similarity")) {
            Scene scene = new Scene(MethodKind.of(method), net, net);
            double[] own = scene.teacherWeights.clone();
            for (int i = 0; i < 64; i++) {
                exchange(own, i, 64 + i);
            }
            exchange(own, 9 * 64, 9 * 64 + 1);
            for (int i = 0; i < CLASSES; i++) {
                exchange(own, 9 * 65 + 9 * i, 9 * 65 + 9 * i + 1);
            }
            System.arraycopy(own, 0, scene.weights, 0, own.length);
            double found = scene.step().own();
            assertTrue(method.equals("weights") ? found > 0.1 : Math.abs(found) < 1e-9, method + " " + found);
        }
    }

    private static void exchange(double[] numbers, int i, int j) {
        double kept = numbers[i];
        numbers[i] = numbers[j];
        numbers[j] = kept;
    }

    @Test
    void withoutNumbersInsideThereIsNoLoss() throws Problem {
        NetSpec net = NetSpec.parse("64-5-3");
        Scene scene = new Scene(MethodKind.of("rkd"), net, net);
        scene.weights[0] = 1e35;
        scene.samples[0] = 1;
        assertTrue(Double.isNaN(scene.step().loss()));
    }

    /** A student on its way, with a teacher of other weights and a batch. */
    private static final class Scene {
        final NetSpec teacher;
        final NetSpec student;
        final Distiller distiller;
        final double[] teacherWeights;
        final double[] weights;
        final double[] samples;
        private final Network net;

        int epoch = 1;
        LiveHyperparameters knobs = new LiveHyperparameters(4, 0.9, 0.1);
        private final boolean two;
        /** What a teacher says to a second task, where there is one. */
        private final double[] ofSecondTask = random(ROWS * 2, 4);

        Scene(MethodKind kind, NetSpec teacher, NetSpec student) throws Problem {
            this(MethodSettings.of(kind), teacher, student);
        }

        Scene(MethodSettings settings, NetSpec teacher, NetSpec student) throws Problem {
            this.teacher = teacher;
            this.student = student;
            settings.method().requireFit(teacher, student);
            two = settings.kind() == MethodKind.MULTI_TASK;
            distiller = settings.method().distiller(teacher, student, 5);
            teacherWeights = random((int) teacher.parameters(), 1);
            weights = random((int) student.parameters(), 2);
            samples = random(ROWS * student.inputs(), 3);
            net = network(student, weights);
            distiller.begin(net, network(teacher, teacherWeights));
        }

        /** Takes the teacher's weights, and has what is trained beside them change nothing. */
        void becomeTeacher() {
            for (Parameter parameter : distiller.parameters()) {
                Arrays.fill(parameter.value.values, 0);
                for (int i = 0; !parameter.isBias() && i < parameter.rows(); i++) {
                    parameter.value.values[i * parameter.width() + i] = 1;
                }
                parameter.publish();
            }
            System.arraycopy(teacherWeights, 0, weights, 0, weights.length);
        }

        /** Numbers that are the same in 32 bits. */
        private static double[] random(int length, long seed) {
            double[] numbers = GradientTest.random(length, seed);
            for (int i = 0; i < length; i++) {
                numbers[i] = (float) (0.7 * numbers[i]);
            }
            return numbers;
        }

        double loss() {
            return step().loss();
        }

        Gradients step() {
            return step(new Plain(student, weights, samples));
        }

        private Gradients step(Plain learner) {
            net.restore(inFloats(student, weights));
            Plain taught = new Plain(teacher, teacherWeights, samples);
            StepContext context = new StepContext(
                    knobs,
                    epoch,
                    CLASSES,
                    new int[] {0, 1, 2, 2, 1, 0},
                    learner.read(student.tap(Tap.LOGITS)),
                    two
                            ? List.of(taught.read(teacher.tap(Tap.LOGITS)), ofSecondTask)
                            : List.of(taught.read(teacher.tap(Tap.LOGITS))),
                    learner::read,
                    taught::read);
            context.add(new int[] {0, 1, 0, 1, 1, 0});
            return distiller.step(context);
        }

        private static Network network(NetSpec spec, double[] weights) {
            Network net = new Network(spec, Optimiser.Adam.standard(), Dropout.NONE, 0, WorkerPool.of(1));
            net.restore(inFloats(spec, weights));
            return net;
        }

        private static Weights inFloats(NetSpec spec, double[] weights) {
            float[] values = new float[weights.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) weights[i];
            }
            return new Weights(spec, values);
        }

        /** The engine's. */
        double[] gradient() {
            net.restore(inFloats(student, weights));
            net.watch(distiller.studentTaps());
            InputBatch inputs = new InputBatch(student.inputs(), ROWS);
            inputs.fill(samples);
            net.forward(inputs, 0);
            Gradients found = step();
            net.backward(inputs, found.logits(), found.taps());
            if (found.weights().length > 0) {
                net.addSlope(found.weights());
            }
            float[] gradient = net.gradient().values();
            double[] result = new double[gradient.length];
            for (int i = 0; i < result.length; i++) {
                result[i] = gradient[i];
            }
            return result;
        }
    }

    /** What a plain net says at each of its points to a whole batch. */
    private static final class Plain {
        private final Map<String, double[]> values = new HashMap<>();

        Plain(NetSpec spec, double[] weights, double[] samples) {
            for (int row = 0; row < ROWS; row++) {
                ReferenceNet net = new ReferenceNet(spec, weights);
                net.forward(Arrays.copyOfRange(samples, row * spec.inputs(), (row + 1) * spec.inputs()));
                for (Tap tap : spec.taps()) {
                    int size = tap.shape().size();
                    double[] all = values.computeIfAbsent(tap.name(), name -> new double[ROWS * size]);
                    System.arraycopy(net.value(tap.name()), 0, all, row * size, size);
                }
            }
        }

        double[] read(Tap tap) {
            return values.getOrDefault(tap.name(), new double[0]);
        }
    }
}
