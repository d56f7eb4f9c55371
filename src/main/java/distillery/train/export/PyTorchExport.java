package distillery.train.export;

import distillery.data.AtomicFile;
import distillery.data.Batch;
import distillery.data.BatchOrder;
import distillery.data.HeldOut;
import distillery.data.LabelBudget;
import distillery.data.Npz;
import distillery.data.Problem;
import distillery.data.Samples;
import distillery.data.Tensor;
import distillery.method.MethodKind;
import distillery.net.Weights;
import distillery.train.ArmName;
import distillery.train.DataAndTeacher;
import distillery.train.Experiment;
import distillery.train.ProgressMonitor;
import distillery.train.TrainSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An experiment as one PyTorch program that a person can read and run elsewhere, and beside it what no other program could
 * draw the same: first weights, the teacher's weights, and which samples each epoch is shown in which order.
 *
 * @param program the text of the program
 * @param arrays the numbers that it reads
 */
public record PyTorchExport(String program, Map<String, Tensor> arrays) {
    /** The methods that it knows; what compares hidden layers or has several nets is not among them. */
    static final Set<MethodKind> METHODS =
            EnumSet.of(MethodKind.LABELS_ONLY, MethodKind.HINTON, MethodKind.DECOUPLED, MethodKind.LOGIT_MATCHING);

    /** Places in the order of samples that are written at most; an epoch more is shown the first again. */
    private static final int MOST_PLACES = 4_000_000;

    /** Refuses an experiment of which no program can be written, before data are read. */
    public static void check(TrainSettings settings) throws Problem {
        if (!METHODS.contains(settings.method().kind())) {
            String known = METHODS.stream().map(MethodKind::id).collect(Collectors.joining(", "));
            throw new Problem("export.method", settings.method().kind().id(), known);
        }
        if (settings.jitter() > 0) {
            throw new Problem("export.jitter", settings.jitter());
        }
        if (settings.live().teacherUnfrozen()) {
            throw new Problem("export.unfrozen");
        }
    }

    /**
     * The program for these settings.
     *
     * @param arraysName what the file of numbers will be called
     */
    public static PyTorchExport of(TrainSettings settings, DataAndTeacher materials, String arraysName) throws Problem {
        check(settings);
        Samples train = materials.data().train();
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        Experiment newborn = new Experiment(settings, materials, ProgressMonitor.none());
        put(arrays, "student.", newborn.weights(ArmName.DISTILLED));
        put(arrays, "teacher.", materials.teacher().weights());
        int[] held = HeldOut.of(train, settings.images());
        int[] chosen = LabelBudget.choose(train, held, settings.images(), settings.omitted(), settings.seed());
        arrays.put("order", order(train, chosen, settings));
        if (settings.data().equals(TrainSettings.TOY)) {
            put(arrays, "train.", train);
            put(arrays, "test.", materials.data().test());
        }
        return new PyTorchExport(PyTorchText.of(settings, train, arraysName), arrays);
    }

    /** Writes both files, or neither. */
    public void write(Path program, Path numbers, Set<Path> replaced) throws Problem {
        Map<Path, AtomicFile.Content> files = new LinkedHashMap<>();
        files.put(numbers, Npz.content(arrays, ""));
        files.put(program, out -> out.write(this.program.getBytes(StandardCharsets.UTF_8)));
        AtomicFile.writeAll(files, replaced);
    }

    private static void put(Map<String, Tensor> arrays, String prefix, Weights weights) {
        weights.tensors().forEach((name, tensor) -> arrays.put(prefix + name, tensor));
    }

    private static void put(Map<String, Tensor> arrays, String prefix, Samples samples) {
        float[] inputs = new float[samples.count() * samples.features()];
        float[] labels = new float[samples.count()];
        for (int i = 0; i < samples.count(); i++) {
            samples.copyInto(inputs, i * samples.features(), i, 0, 0);
            labels[i] = samples.label(i);
        }
        arrays.put(prefix + "inputs", new Tensor(new int[] {samples.count(), samples.features()}, inputs));
        arrays.put(prefix + "labels", new Tensor(new int[] {samples.count()}, labels));
    }

    /** {@code [epochs, samples]}, as {@link BatchOrder} deals them; 32-bit numbers hold every place exactly. */
    private static Tensor order(Samples samples, int[] chosen, TrainSettings settings) {
        int epochs = Math.max(1, Math.min(settings.epochs(), MOST_PLACES / chosen.length));
        BatchOrder order = new BatchOrder(samples, chosen, 0, settings.seed());
        float[] places = new float[epochs * chosen.length];
        for (int epoch = 0; epoch < epochs; epoch++) {
            Batch all = order.next(chosen.length);
            int start = epoch * chosen.length;
            IntStream.range(0, all.size()).forEach(i -> places[start + i] = all.indices()[i]);
        }
        return new Tensor(new int[] {epochs, chosen.length}, places);
    }
}
