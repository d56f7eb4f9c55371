package distillery.train;

import distillery.data.Batch;
import distillery.data.BatchOrder;
import distillery.data.Npz;
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
import distillery.train.TrainEvent.Phase;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A net that is asked, not taught: its units all stay in place and its weights never move, unless somebody forgets to
 * {@linkplain #unfrozen freeze} it.
 */
public final class Teacher {
    /** The trained net on board; {@code distillery make-teacher} made it. */
    private static final String SHIPPED = "assets/models/teacher.npz";

    private static final int BATCH = 128;
    private static final double LEARNING_RATE = 1e-3;

    private final Network net;
    private final double seconds;
    private final double imagesPerSecond;

    private Teacher(Network net, double seconds, long images) {
        this.net = net;
        this.seconds = seconds;
        this.imagesPerSecond = seconds == 0 ? 0 : images / seconds;
    }

    /** The net on board. */
    public static Teacher shipped() throws Problem {
        try (InputStream stream = Teacher.class.getResourceAsStream("/" + SHIPPED)) {
            if (stream == null) {
                throw new Problem("file.builtIn", SHIPPED);
            }
            return of(WeightsReader.dense(Npz.read(stream, SHIPPED), SHIPPED));
        } catch (IOException broken) {
            throw new Problem(broken, "file.builtIn", SHIPPED);
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
     * Trains a net on all of {@code samples} by cross-entropy with Adam; the learning rate falls in a straight line to
     * nothing, which is worth a few errors at no cost.
     *
     * @throws java.util.concurrent.CancellationException if the watch loses patience
     */
    public static Teacher train(TeacherSettings settings, Samples samples, long seed, ProgressMonitor watch) {
        long start = System.nanoTime();
        Network net = blank(settings.layers(), settings.dropout(), settings.maxNorm());
        net.initialise(Initialisation.HE, seed);
        int[] all = IntStream.range(0, samples.count()).toArray();
        BatchOrder order = new BatchOrder(samples, all, settings.jitter(), seed);
        InputBatch inputs = new InputBatch(settings.layers().inputs(), BATCH);
        long steps = (long) settings.epochs() * ((samples.count() + BATCH - 1) / BATCH);
        for (long step = 0; step < steps; step++) {
            double done = (double) step / steps;
            watch.check(Phase.TRAINING_TEACHER, done);
            Batch batch = order.next(BATCH);
            inputs.fill(samples, batch);
            double[] logits = net.forward(inputs, (int) step);
            LossValue loss = HardLoss.of(logits, batch.labels(), samples.classes());
            net.backward(inputs, loss.gradient(), Map.of());
            net.update(LEARNING_RATE * (1 - done));
        }
        Network asked = blank(settings.layers(), 0, 0);
        asked.restore(net.weights());
        return new Teacher(asked, (System.nanoTime() - start) / 1e9, (long) settings.epochs() * samples.count());
    }

    /** A copy whose weights a student's loss can {@linkplain #follow move}; this one stays as it is. */
    Teacher unfrozen(Optimiser optimiser) {
        Network copy = new Network(net.spec(), optimiser, Dropout.NONE, 0);
        copy.restore(net.weights());
        return new Teacher(copy, 0, 0);
    }

    /** Moves an unfrozen copy down a slope along its logits, which it was just asked for. */
    void follow(InputBatch inputs, double[] slope, double learningRate) {
        net.backward(inputs, slope, Map.of());
        net.update(learningRate);
    }

    /** The net itself, of an unfrozen copy. */
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
        return new Evaluator(samples, this, inputs).teacher().errors();
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
