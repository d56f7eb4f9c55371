package distillery.train;

import distillery.data.Batch;
import distillery.data.BatchOrder;
import distillery.data.DataSet;
import distillery.data.Npz;
import distillery.data.PathText;
import distillery.data.Problem;
import distillery.data.Samples;
import distillery.loss.HardLoss;
import distillery.loss.LossValue;
import distillery.net.Dropout;
import distillery.net.Initialisation;
import distillery.net.InputBatch;
import distillery.net.NetSpec;
import distillery.net.Network;
import distillery.net.Optimiser;
import distillery.net.Weights;
import distillery.net.WeightsReader;
import distillery.train.TrainEvent.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.stream.IntStream;

/** A net that is asked, not taught: its units all stay in place and its weights never move. */
public final class Teacher {
    private static final int BATCH = 128;
    private static final double LEARNING_RATE = 1e-3;

    private final Network net;
    /** What it said about samples of these data; shared with its twins. */
    private final TeacherMemory memory;

    private final double seconds;
    private final double imagesPerSecond;

    private Teacher(Network net, double seconds, long images) {
        this(net, new TeacherMemory(), seconds, seconds == 0 ? 0 : images / seconds);
    }

    private Teacher(Network net, TeacherMemory memory, double seconds, double imagesPerSecond) {
        this.net = net;
        this.memory = memory;
        this.seconds = seconds;
        this.imagesPerSecond = imagesPerSecond;
    }

    /**
     * The same net once more, for another thread; what one of them is asked, none has to be asked again. Made by the thread
     * that is to ask it.
     */
    Teacher twin() {
        Network twin = blank(net.spec(), 0, 0);
        twin.restore(net.weights());
        return new Teacher(twin, memory, seconds, imagesPerSecond);
    }

    /** The included net of these layers. */
    public static Teacher shipped(NetSpec layers) throws Problem {
        for (IncludedNets included : IncludedNets.values()) {
            if (included.layers().equals(layers)) {
                return of(included.teacher());
            }
        }
        throw new IllegalArgumentException("no teacher of " + layers + " comes with the program");
    }

    /** The included dense net. */
    public static Teacher shipped() throws Problem {
        return shipped(TeacherSettings.DENSE);
    }

    /**
     * A net with the weights of a user's own file.
     *
     * @throws Problem if the file does not hold what such a net needs, or the net does not fit the data
     */
    static Teacher fromFile(TeacherSettings settings) throws Problem {
        String file = settings.file();
        return of(WeightsReader.of(Npz.read(PathText.path(file)), file, settings.layers()));
    }

    /** Tells one state of a teacher's file from another; empty for a teacher that comes from elsewhere. */
    static String fileState(TeacherSettings settings) {
        String file = settings.file();
        if (file.isEmpty()) {
            return "";
        }
        try {
            BasicFileAttributes found = Files.readAttributes(Path.of(file), BasicFileAttributes.class);
            return found.lastModifiedTime() + " " + found.size();
        } catch (IOException | InvalidPathException missing) {
            return "missing";
        }
    }

    /** A net with these weights. */
    public static Teacher of(Weights weights) {
        Network net = blank(weights.spec(), 0, 0);
        net.restore(weights);
        return new Teacher(net, 0, 0);
    }

    /** A net with first weights only. */
    static Teacher untrained(TeacherSettings settings, long seed) {
        Network net = blank(settings.layers(), 0, 0);
        net.initialise(Initialisation.HE, seed);
        return new Teacher(net, 0, 0);
    }

    /**
     * Trains a net on all training samples by cross-entropy with Adam; the learning rate falls in a straight line to
     * nothing, which is worth a few errors at no cost. The monitor is told how it does on the way.
     *
     * @throws java.util.concurrent.CancellationException if the monitor is cancelled
     */
    public static Teacher train(TeacherSettings settings, DataSet data, long seed, ProgressMonitor monitor) {
        long start = System.nanoTime();
        Samples samples = data.train();
        Network net = blank(settings.layers(), settings.dropout(), settings.maxNorm());
        net.initialise(Initialisation.HE, seed);
        int[] all = IntStream.range(0, samples.drawable()).toArray();
        BatchOrder order = new BatchOrder(samples, all, settings.jitter(), seed);
        InputBatch inputs = new InputBatch(settings.layers().inputs(), LiveSettings.LARGEST_BATCH);
        TeacherCurve curve = new TeacherCurve(settings.epochs(), data.test(), inputs, monitor);
        int perEpoch = (all.length + BATCH - 1) / BATCH;
        long steps = (long) settings.epochs() * perEpoch;
        for (long step = 0; step < steps; step++) {
            double done = (double) step / steps;
            monitor.check(Task.TRAINING_TEACHER, done);
            Batch batch = order.next(BATCH);
            inputs.fill(samples, batch);
            double[] logits = net.forward(inputs, (int) step);
            LossValue loss = HardLoss.of(logits, batch.labels(), samples.classes());
            net.backward(inputs, loss.gradient(), Map.of());
            net.update(LEARNING_RATE * (1 - done));
            curve.add(loss.value(), (step + 1.0) / perEpoch, net);
        }
        Network asked = blank(settings.layers(), 0, 0);
        asked.restore(net.weights());
        return new Teacher(asked, (System.nanoTime() - start) / 1e9, (long) settings.epochs() * all.length);
    }

    /** The net itself: its taps. */
    Network net() {
        return net;
    }

    /** How long it was trained here; 0 if it was not. */
    public double seconds() {
        return seconds;
    }

    /** How fast it was trained here; 0 if it was not. */
    public double imagesPerSecond() {
        return imagesPerSecond;
    }

    /** How many of these samples it gets wrong. */
    public int errors(Samples samples) {
        InputBatch inputs = new InputBatch(samples.features(), LiveSettings.LARGEST_BATCH);
        return Evaluator.errors(samples, this::logits, inputs);
    }

    /**
     * Its logits for some samples, row-major. Every experiment wants them for the same ones, so the last ones of each data
     * set are kept.
     */
    double[] answers(Samples samples, int[] indices, InputBatch inputs) {
        return memory.answers(samples, indices, () -> Evaluator.answers(samples, indices, this::logits, inputs));
    }

    /** Its soft labels for samples that stay where they are; the last of them are kept. */
    SoftLabels softLabels(Samples samples, int[] selection, InputBatch inputs, ProgressMonitor monitor) {
        return memory.softLabels(
                samples,
                selection,
                () -> SoftLabels.kept(this::logits, samples.classes(), true, samples, selection, inputs, monitor));
    }

    /** Its logits, row-major {@code [rows, classes]}. */
    double[] logits(InputBatch inputs) {
        return net.logits(inputs);
    }

    public Weights weights() {
        return net.weights();
    }

    private static Network blank(NetSpec spec, double dropout, double maxNorm) {
        return new Network(spec, Optimiser.Adam.standard(), Dropout.dense(dropout), maxNorm);
    }
}
