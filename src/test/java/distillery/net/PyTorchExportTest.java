package distillery.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import distillery.Thorough;
import distillery.data.Npz;
import distillery.data.Problem;
import distillery.data.Samples;
import distillery.data.Tensor;
import distillery.loss.DecoupledLoss;
import distillery.loss.HardLoss;
import distillery.loss.HintonLoss;
import distillery.loss.LossValue;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.train.ArmName;
import distillery.train.DataAndTeacher;
import distillery.train.Experiment;
import distillery.train.MaterialsCache;
import distillery.train.Preset;
import distillery.train.ProgressMonitor;
import distillery.train.StepReport;
import distillery.train.TrainSettings;
import distillery.train.export.PyTorchExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program makes the losses of the engine: by its own numbers and mathematics in double precision, and as it stands. */
@SuppressWarnings("NullAway") // what is not there fails the test
class PyTorchExportTest {
    private static final double TOLERANCE = 1e-4;

    /** The reference net is slow; in eight steps of ten there are three epochs, each with a shorter batch at its end. */
    private static final int BATCH = 10;

    private static final MaterialsCache CACHE = new MaterialsCache();

    @TempDir
    Path folder;

    private static TrainSettings settings(
            String preset, String student, String method, String optimiser, int images, int batch) {
        return Preset.of(preset).settings().with(draft -> {
            draft.student = NetSpec.parse(student);
            draft.method = MethodSettings.of(MethodKind.of(method));
            draft.optimiser = Optimiser.parse(optimiser);
            draft.images = Math.min(draft.images, images);
            draft.epochs = 25;
            draft.live = draft.live.withBatchSize(batch);
        });
    }

    private Map<String, Tensor> exported(TrainSettings settings) throws Problem {
        Engine.start();
        DataAndTeacher materials = CACHE.materials(settings, ProgressMonitor.none());
        PyTorchExport.of(settings, materials, "program.npz")
                .write(folder.resolve("program.py"), folder.resolve("program.npz"), Set.of());
        return Npz.read(folder.resolve("program.npz"));
    }

    /** The losses of distilled and labels only in the engine. */
    private static List<double[]> losses(TrainSettings settings, int steps) throws Problem {
        DataAndTeacher materials = CACHE.materials(settings, ProgressMonitor.none());
        Experiment experiment = new Experiment(settings, materials, ProgressMonitor.none());
        List<double[]> losses = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            StepReport report = experiment.step(settings.live());
            losses.add(new double[] {
                report.arms().get(ArmName.DISTILLED).total(),
                report.arms().get(ArmName.LABELS_ONLY).total()
            });
        }
        return losses;
    }

    @Thorough
    @ParameterizedTest
    @CsvSource({
        "toy, 10-10-2, hinton, adam, 75",
        "toy, 10-10-2, labels, sgd:0.9, 75",
        "toy, 10-8-6-2, hinton, sgd, 75",
        "few-labels, 784-12-10, dkd, adam, 8",
        "small-cnn, 28x28-c2-p2-c3-p2-10, hinton, adam, 8",
        "small-cnn, 28x28-c2k5-p4-12-10, dkd, sgd:0.5, 8",
    })
    void itsNumbersAndItsMathematicsMakeTheLossesOfTheEngine(
            String preset, String student, String method, String optimiser, int steps) throws Exception {
        TrainSettings settings = settings(preset, student, method, optimiser, 25, BATCH);
        Map<String, Tensor> arrays = exported(settings);
        Samples train = CACHE.materials(settings, ProgressMonitor.none()).data().train();
        ReferenceNet teacher = new ReferenceNet(settings.teacher().layers(), weights(arrays, "teacher."));
        double[] learned = weights(arrays, "student.");
        List<double[]> engine = losses(settings, steps);
        double[] first = new double[learned.length];
        double[] second = new double[learned.length];
        Tensor order = arrays.get("order");
        int count = order.shape()[1];
        int epoch = 0;
        int place = 0;
        for (int step = 1; step <= steps; step++) {
            int[] batch = new int[Math.min(BATCH, count - place)];
            for (int i = 0; i < batch.length; i++) {
                batch[i] = (int) order.values()[epoch * count + place + i];
            }
            ReferenceNet net = new ReferenceNet(settings.student(), learned);
            int[] labels = Arrays.stream(batch).map(train::label).toArray();
            LossValue loss =
                    loss(settings, logits(net, train, batch), logits(teacher, train, batch), labels, epoch + 1);
            assertEquals(engine.get(step - 1)[0], loss.value(), TOLERANCE, "step " + step);
            double[] gradient = gradient(
                    net, train, batch, loss.gradient(), settings.student().classes());
            move(settings, learned, gradient, first, second, step);
            place += batch.length;
            epoch += place == count ? 1 : 0;
            place %= count;
        }
    }

    private static double[] weights(Map<String, Tensor> arrays, String prefix) {
        Map<Integer, List<float[]>> layers = new TreeMap<>();
        arrays.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                int number = Integer.parseInt(name.substring(prefix.length()).replaceFirst("\\..*", ""));
                List<float[]> both = layers.computeIfAbsent(number, key -> new ArrayList<>());
                both.add(name.endsWith("weight") ? 0 : both.size(), tensor.values());
            }
        });
        return layers.values().stream()
                .flatMap(List::stream)
                .flatMapToDouble(values ->
                        java.util.stream.IntStream.range(0, values.length).mapToDouble(i -> values[i]))
                .toArray();
    }

    private static double[] sample(Samples samples, int index) {
        float[] numbers = new float[samples.features()];
        samples.copyInto(numbers, 0, index, 0, 0);
        double[] wide = new double[numbers.length];
        Arrays.setAll(wide, i -> numbers[i]);
        return wide;
    }

    private static double[] logits(ReferenceNet net, Samples samples, int[] batch) {
        return Arrays.stream(batch)
                .mapToObj(index -> net.forward(sample(samples, index)))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static double[] gradient(ReferenceNet net, Samples samples, int[] batch, double[] slope, int classes) {
        for (int i = 0; i < batch.length; i++) {
            double[] sample = sample(samples, batch[i]);
            net.forward(sample);
            net.backward(sample, Map.of(Tap.LOGITS, Arrays.copyOfRange(slope, i * classes, (i + 1) * classes)));
        }
        return net.gradient();
    }

    private static LossValue loss(TrainSettings settings, double[] student, double[] teacher, int[] labels, int epoch) {
        int classes = settings.student().classes();
        var knobs = settings.live().knobs();
        LossValue hard = HardLoss.of(student, labels, classes);
        if (settings.method().kind() == MethodKind.LABELS_ONLY) {
            return hard;
        }
        if (settings.method().kind() == MethodKind.HINTON) {
            HintonLoss.Value value = new HintonLoss(knobs.temperature(), knobs.softWeight(), knobs.hardWeight())
                    .of(student, teacher, labels, classes);
            return new LossValue(value.total(), value.gradient());
        }
        DecoupledLoss.Value value = new DecoupledLoss(knobs.temperature(), 1, 8).of(student, teacher, labels, classes);
        double soft = knobs.softWeight() * Math.min(1, epoch / 20.0);
        double[] gradient = new double[student.length];
        Arrays.setAll(gradient, i -> soft * value.gradient()[i] + knobs.hardWeight() * hard.gradient()[i]);
        return new LossValue(soft * value.value() + knobs.hardWeight() * hard.value(), gradient);
    }

    private static void move(
            TrainSettings settings, double[] weights, double[] gradient, double[] first, double[] second, int step) {
        double rate = settings.live().learningRate();
        for (int i = 0; i < weights.length; i++) {
            if (settings.optimiser() instanceof Optimiser.Sgd sgd) {
                first[i] = sgd.momentum() * first[i] + gradient[i];
                weights[i] -= rate * first[i];
            } else {
                first[i] = 0.9 * first[i] + 0.1 * gradient[i];
                second[i] = 0.999 * second[i] + 0.001 * gradient[i] * gradient[i];
                double mean = first[i] / (1 - Math.pow(0.9, step));
                double square = second[i] / (1 - Math.pow(0.999, step));
                weights[i] -= rate * mean / (Math.sqrt(square) + 1e-8);
            }
        }
    }

    /** Where a Python with PyTorch is at hand, which is not so everywhere. */
    @Thorough
    @ParameterizedTest
    @CsvSource({
        "toy, 10-10-2, hinton, adam",
        "few-labels, 784-64-10, dkd, adam",
        "few-labels, 784-64-10, logits, sgd:0.9",
        "small-cnn, 28x28-c4-p2-c8-p2-32-10, hinton, adam",
    })
    void asItStandsItPrintsTheLossesOfTheEngine(String preset, String student, String method, String optimiser)
            throws Exception {
        String python = python();
        assumeTrue(!python.isEmpty(), "no Python with PyTorch here");
        TrainSettings settings = settings(preset, student, method, optimiser, 500, 30)
                .with(draft -> {
                    draft.live = draft.live.withLearningRate(1e-3);
                });
        exported(settings);
        List<String> command =
                new ArrayList<>(List.of(python, folder.resolve("program.py").toString()));
        if (!preset.equals("toy")) {
            command.add(Path.of("assets/mnist").toAbsolutePath().toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        List<double[]> engine = losses(settings, 100);
        for (int step = 1; step <= 100; step++) {
            String start = "step " + step + ": distilled ";
            String line = printed.lines()
                    .filter(each -> each.startsWith(start))
                    .findFirst()
                    .orElseThrow();
            String[] numbers = line.substring(start.length()).split(", labels only ", -1);
            assertEquals(engine.get(step - 1)[0], Double.parseDouble(numbers[0]), TOLERANCE, line);
            assertEquals(engine.get(step - 1)[1], Double.parseDouble(numbers[1]), TOLERANCE, line);
        }
    }

    private static String python() {
        for (String name : List.of("python3", "/usr/bin/python3")) {
            try {
                Process process = new ProcessBuilder(name, "-c", "import torch, numpy")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (process.waitFor() == 0) {
                    return name;
                }
            } catch (IOException | InterruptedException none) {
                // the next one, then
            }
        }
        return "";
    }

    @Test
    void whatItCannotWriteIsRefusedInASentence() {
        for (String method : List.of("hint", "mutual", "born-again")) {
            TrainSettings settings = Preset.SMALL_CNN.settings().with(draft -> {
                draft.method = MethodSettings.of(MethodKind.of(method));
            });
            Problem refused = assertThrows(Problem.class, () -> PyTorchExport.check(settings));
            assertTrue(refused.getMessage().toLowerCase(Locale.ROOT).contains(method), refused.getMessage());
        }
        TrainSettings moved = Preset.FEW_LABELS.settings().with(draft -> draft.jitter = 2);
        assertThrows(Problem.class, () -> PyTorchExport.check(moved));
        assertTrue(Files.notExists(folder.resolve("program.py")));
    }
}
