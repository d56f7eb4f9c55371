package distillery.train;

import distillery.data.Batch;
import distillery.loss.HintonLoss;
import distillery.method.Distiller;
import distillery.method.Glimpse;
import distillery.method.Gradients;
import distillery.method.MethodPicture;
import distillery.method.StepContext;
import distillery.net.InputBatch;
import distillery.net.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An arm at work. A step has three parts, each of which all arms finish before any begins the next: {@link #forward},
 * {@link #measure}, {@link #learn}.
 */
final class ArmTrainer {
    private final Arm arm;
    private final Network net;
    private final Distiller distiller;
    /** What it plays instead of learning; null for an arm that learns. */
    private final SharedArms.@Nullable Share played;
    /** What its steps are taken down in; null if they are not. */
    private SharedArms.@Nullable Share recorded;

    private @Nullable InputBatch inputs;
    private double[] logits = {};
    /** What it says to samples without labels. */
    private double[] beyond = {};

    private @Nullable StepContext context;
    /** Of this step; null if its losses are no numbers. */
    private @Nullable Gradients gradients;

    private long nanos;
    private long images;

    ArmTrainer(Arm arm, Network net, Distiller distiller) {
        this(arm, net, distiller, null);
    }

    /** One whose steps were taken down before, or are taken down now. */
    ArmTrainer(Arm arm, Network net, Distiller distiller, SharedArms.@Nullable Share share) {
        this.arm = arm;
        this.net = net;
        this.distiller = distiller;
        boolean known = share != null && share.tape().isComplete();
        played = known ? share : null;
        recorded = known ? null : share;
        net.watch(distiller.studentTaps());
        net.learnBeside(distiller.parameters());
        net.checkpoint();
    }

    void forward(InputBatch shown, int key) {
        long start = System.nanoTime();
        inputs = shown;
        logits = played != null ? played.play(shown.rows()) : net.forward(shown, key);
        beyond = new double[0];
        images += shown.rows();
        nanos += System.nanoTime() - start;
    }

    /** What it says to the batch of this step: to samples with labels once {@link #measure} has begun. */
    double[] logits() {
        return logits;
    }

    /**
     * The losses of the step.
     *
     * @param teacher the logits that every arm is compared with; null where nobody asked the teacher
     * @param targets those it learns from
     * @param unlabelled the teacher's logits to the samples without labels that came after the batch; null if none did
     * @param secondLabels the labels of a second task; null if there is none
     */
    StepReport.ArmStep measure(
            LiveSettings live,
            int epoch,
            Batch batch,
            double @Nullable [] teacher,
            List<double[]> targets,
            Glimpse.Seen teacherFeatures,
            double @Nullable [] unlabelled,
            int @Nullable [] secondLabels) {
        long start = System.nanoTime();
        int labelled = batch.size() * net.spec().classes();
        beyond = Arrays.copyOfRange(logits, labelled, logits.length);
        logits = labelled == logits.length ? logits : Arrays.copyOf(logits, labelled);
        context = null;
        gradients = null;
        StepReport.ArmStep report = StepReport.ArmStep.broken(logits);
        if (finite(logits)
                && finite(beyond)
                && (teacher == null || finite(teacher))
                && targets.stream().allMatch(ArmTrainer::finite)) {
            StepContext scene = new StepContext(
                    live.knobs(),
                    epoch,
                    net.spec().classes(),
                    batch.labels(),
                    logits,
                    targets,
                    net::feature,
                    teacherFeatures);
            if (inputs != null) {
                scene.show(inputs);
            }
            if (secondLabels != null) {
                scene.add(secondLabels);
            }
            if (unlabelled != null) {
                scene.add(new StepContext.Unlabelled(beyond, unlabelled));
            }
            report = measure(scene, teacher);
        }
        nanos += System.nanoTime() - start;
        return report;
    }

    private StepReport.ArmStep measure(StepContext scene, double @Nullable [] teacher) {
        HintonLoss.@Nullable Value compared = teacher == null ? null : scene.measuredAgainst(teacher);
        Gradients found = distiller.step(scene);
        StepReport.ArmStep report = new StepReport.ArmStep(
                scene.measured().hard(),
                compared == null ? Double.NaN : compared.soft(),
                compared == null ? Double.NaN : compared.softTimesT2(),
                found.loss(),
                found.own(),
                found.pattern(),
                logits);
        if (report.finite()) {
            context = scene;
            gradients = found;
        }
        return report;
    }

    /** Backward and update, unless its loss is no number: then the weights stay as they were. */
    void learn(double learningRate) {
        if (played != null) {
            if (played.isOver()) {
                net.restore(played.tape().weights());
                nanos = played.tape().nanos();
            }
            return;
        }
        learnItself(learningRate);
        SharedArms.Share share = recorded;
        if (share != null && share.tape().take(logits)) {
            share.tape().complete(net.weights(), nanos);
            share.handOut();
            recorded = null;
        }
    }

    private void learnItself(double learningRate) {
        Gradients found = gradients;
        InputBatch shown = inputs;
        if (found == null || shown == null) {
            return;
        }
        long start = System.nanoTime();
        net.backward(shown, found.logits(), found.taps());
        if (found.weights().length > 0) {
            net.addSlope(found.weights());
        }
        net.update(learningRate);
        nanos += System.nanoTime() - start;
    }

    /** What its method compares inside the nets, as they are now, for a batch. */
    List<MethodPicture> pictures(InputBatch shown, Glimpse.Seen teacherFeatures) {
        net.forward(shown, 0);
        return distiller.pictures(net::feature, teacherFeatures, shown.rows());
    }

    /** What it says to a batch outside training, and after that what each of its exits says. */
    List<double[]> answers(InputBatch batch) {
        List<double[]> said = new ArrayList<>(List.of(net.logits(batch)));
        for (int exit = 0; exit < arm.exits().size(); exit++) {
            said.add(exit(exit, batch));
        }
        return said;
    }

    /** What one of its earlier exits says to a batch. */
    double[] exit(int number, InputBatch inputs) {
        net.forward(inputs, 0);
        return distiller.exits(net::feature).get(number);
    }

    Arm arm() {
        return arm;
    }

    Network net() {
        return net;
    }

    Distiller distiller() {
        return distiller;
    }

    /** What its method saw in this step; null after a step whose losses were no numbers. */
    @Nullable
    StepContext context() {
        return context;
    }

    /** How long it has learned, waiting for nobody else. */
    double seconds() {
        return nanos / 1e9;
    }

    double imagesPerSecond() {
        return nanos == 0 ? 0 : images / seconds();
    }

    private static boolean finite(double[] numbers) {
        return Arrays.stream(numbers).allMatch(Double::isFinite);
    }
}
