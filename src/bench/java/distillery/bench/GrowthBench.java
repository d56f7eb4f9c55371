package distillery.bench;

import distillery.data.Batch;
import distillery.data.BatchOrder;
import distillery.data.DataSet;
import distillery.data.LabelBudget;
import distillery.data.Samples;
import distillery.lab.train.Curve;
import distillery.loss.HardLoss;
import distillery.loss.HintonLoss;
import distillery.loss.LossValue;
import distillery.net.Engine;
import distillery.net.Initialisation;
import distillery.net.InputBatch;
import distillery.net.NetSpec;
import distillery.net.Network;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** How time and memory grow with the size of the job: the exponent of a power law, fitted on logarithmic axes. */
final class GrowthBench {
    private static final int BATCH = 128;
    private static final int REPEATS = 7;
    private static final double SHORTEST_MILLIS = 30;

    private final Report report = new Report("GrowthBench");

    private GrowthBench() {}

    /** Work that can be done again; what it holds on to is its memory. */
    @FunctionalInterface
    private interface Work {
        void run();
    }

    public static void main(String[] arguments) throws Exception {
        Engine.start();
        GrowthBench bench = new GrowthBench();
        Samples digits = DataSet.mnist().train();
        bench.grow("images in an epoch of 784-128-10", new int[] {600, 6_000, 60_000}, n -> epoch(digits, n));
        bench.grow("classes in a distilled loss of 128 rows", new int[] {2, 10, 100, 1_000, 2_000}, GrowthBench::loss);
        bench.grow("width of 784-w-10, a step", new int[] {10, 100, 1_000, 10_000}, w -> nets(digits, w, 1));
        bench.grow("students 784-128-10, a step of all", new int[] {1, 10, 100}, n -> nets(digits, 128, n));
        bench.grow("points appended to a smoothed curve", new int[] {1_000, 10_000, 100_000, 1_000_000}, n -> curve(n));
        bench.report.write();
    }

    private void grow(String what, int[] sizes, IntFunction<Work> make) throws InterruptedException {
        for (int size : sizes) {
            time(make.apply(size)); // the compilers see all sizes before the first is measured
        }
        double[] millis = new double[sizes.length];
        double[] bytes = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            double before = MemoryFootprint.used();
            Work work = make.apply(sizes[i]);
            Spread time = time(work);
            bytes[i] = Math.max(1, MemoryFootprint.used() - before);
            millis[i] = time.median();
            report.row("what", what, "size", sizes[i], "millis", time, "megabytes", bytes[i] / 1e6);
            work.run(); // and so keeps it until here
        }
        report.finding(what + ": time grows with the power of", slope(sizes, millis));
        report.finding(what + ": from the last size but one to the last", slope(sizes, millis, sizes.length - 2));
        report.finding(
                what + ": memory, from the last size but one to the last", slope(sizes, bytes, sizes.length - 2));
    }

    private static Spread time(Work work) {
        long start = System.nanoTime();
        int runs = 0;
        while (System.nanoTime() - start < 5e8) {
            work.run();
            runs++;
        }
        int enough = (int) Math.max(1, runs * SHORTEST_MILLIS / 500);
        return Spread.of(IntStream.range(0, REPEATS)
                .mapToDouble(i -> {
                    long from = System.nanoTime();
                    for (int run = 0; run < enough; run++) {
                        work.run();
                    }
                    return (System.nanoTime() - from) / 1e6 / enough;
                })
                .toArray());
    }

    private static Work epoch(Samples digits, int images) {
        BatchOrder order = new BatchOrder(digits, LabelBudget.choose(digits, images, Set.of(), 1), 0, 1);
        InputBatch inputs = new InputBatch(digits.features(), BATCH);
        Network net = newborn(128);
        return () -> {
            do {
                Batch batch = order.next(BATCH);
                inputs.fill(digits, batch);
                teach(net, inputs, batch);
            } while (order.position() > 0);
        };
    }

    private static Work nets(Samples digits, int width, int count) {
        BatchOrder order = new BatchOrder(digits, LabelBudget.choose(digits, 6_000, Set.of(), 1), 0, 1);
        InputBatch inputs = new InputBatch(digits.features(), BATCH);
        List<Network> nets = IntStream.range(0, count).mapToObj(i -> newborn(width)).toList();
        return () -> {
            Batch batch = order.next(BATCH);
            inputs.fill(digits, batch);
            nets.forEach(net -> teach(net, inputs, batch));
        };
    }

    private static Network newborn(int width) {
        Network net = Course.net(NetSpec.dense(784, width, 10));
        net.initialise(Initialisation.HE, 1);
        return net;
    }

    private static void teach(Network net, InputBatch inputs, Batch batch) {
        LossValue loss = HardLoss.of(net.forward(inputs, 0), batch.labels(), 10);
        net.backward(inputs, loss.gradient(), Map.of());
        net.update(Course.RATE);
    }

    private static Work loss(int classes) {
        Random random = new Random(1);
        double[] student = random.doubles((long) BATCH * classes, -5, 5).toArray();
        double[] teacher = random.doubles((long) BATCH * classes, -5, 5).toArray();
        int[] labels = random.ints(BATCH, 0, classes).toArray();
        HintonLoss loss = new HintonLoss(Course.TEMPERATURE, Course.SOFT_WEIGHT, Course.HARD_WEIGHT);
        AtomicReference<HintonLoss.Value> last = new AtomicReference<>();
        return () -> last.set(loss.of(student, teacher, labels, classes));
    }

    private static Work curve(int points) {
        Curve curve = new Curve();
        curve.smooth(0.9);
        return () -> {
            curve.clear();
            for (int i = 0; i < points; i++) {
                curve.append(i, 1.0 / (i + 1));
            }
        };
    }

    private static double slope(int[] sizes, double[] values) {
        return slope(sizes, values, 0);
    }

    /** Least squares of log value over log size, from one size on. */
    private static double slope(int[] sizes, double[] values, int from) {
        double meanX = IntStream.range(from, sizes.length).mapToDouble(i -> Math.log(sizes[i])).average().orElseThrow();
        double meanY = IntStream.range(from, sizes.length).mapToDouble(i -> Math.log(values[i])).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (int i = from; i < sizes.length; i++) {
            double x = Math.log(sizes[i]) - meanX;
            products += x * (Math.log(values[i]) - meanY);
            squares += x * x;
        }
        return products / squares;
    }
}
