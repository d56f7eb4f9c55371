package distillery.train.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import distillery.data.Batch;
import distillery.data.HeldOut;
import distillery.data.Samples;
import distillery.loss.Softmax;
import distillery.net.Dropout;
import distillery.net.Engine;
import distillery.net.InputBatch;
import distillery.net.NetSpec;
import distillery.net.Network;
import distillery.net.Optimiser;
import distillery.net.Weights;
import distillery.train.ArmName;
import distillery.train.DataAndTeacher;
import distillery.train.Experiment;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What one net costs and what it is worth.
 *
 * @param name {@code teacher}, or that of the arm
 * @param floatBytes of its weights as 32-bit numbers
 * @param packedBytes of the file of weights, {@code .npz}
 * @param multiplyAdds for one sample
 * @param one for a single sample, from pixels to logits
 * @param hundred for a batch of a hundred
 * @param imagesPerSecond in batches of a hundred
 * @param threads that a net was given; 0 where its size decided
 * @param errors of {@code tested} test samples
 * @param agreement share of them where the first choice is the teacher's
 * @param plain on the test samples, at T = 1
 * @param best the same at the temperature that fits held-out samples best; null where none are held out. A teacher may have
 *     learned from those
 */
public record NetMeasures(
        String name,
        NetSpec net,
        long parameters,
        long floatBytes,
        long packedBytes,
        long multiplyAdds,
        Timing one,
        Timing hundred,
        double imagesPerSecond,
        int threads,
        int errors,
        int tested,
        double agreement,
        Calibration plain,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Calibration best) {
    private static final int BATCH = 100;

    /** Counts what is written, and keeps nothing of it. */
    private static final class Counter extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes += length;
        }
    }

    /** The teacher and all who learned in an experiment, measured one after the other. Takes a second or two for each. */
    public static List<NetMeasures> all(Experiment experiment, DataAndTeacher materials, int images) {
        Samples train = materials.data().train();
        int[] heldOut = HeldOut.of(train, images);
        Weights teacher = materials.teacher().weights();
        double[] taught = logits(network(teacher), materials.data().test());
        List<NetMeasures> all = new ArrayList<>();
        all.add(of("teacher", teacher, materials.data().test(), train, heldOut, taught));
        for (ArmName arm : experiment.arms()) {
            Weights weights = experiment.weights(arm);
            all.add(of(arm.toString(), weights, materials.data().test(), train, heldOut, taught));
        }
        return all;
    }

    /**
     * One net.
     *
     * @param heldOut which of {@code train} to choose the temperature on; may be none
     * @param teacher the teacher's logits for the test samples
     */
    static NetMeasures of(String name, Weights weights, Samples test, Samples train, int[] heldOut, double[] teacher) {
        Network net = network(weights);
        int classes = test.classes();
        double[] logits = logits(net, test);
        int[] labels = IntStream.range(0, test.count()).map(test::label).toArray();
        Timing hundred = timing(net, test, BATCH);
        NetSpec spec = weights.spec();
        return new NetMeasures(
                name,
                spec,
                spec.parameters(),
                spec.bytes(),
                packed(weights),
                spec.multiplyAdds(),
                timing(net, test, 1),
                hundred,
                1e3 * BATCH / hundred.medianMillis(),
                Engine.threads(),
                labels.length - same(logits, labels, classes),
                labels.length,
                same(logits, Softmax.largest(teacher, classes), classes) / (double) labels.length,
                Calibration.of(logits, labels, classes, 1),
                best(net, train, heldOut, logits, labels));
    }

    private static @Nullable Calibration best(
            Network net, Samples train, int[] heldOut, double[] logits, int[] labels) {
        if (heldOut.length == 0) {
            return null;
        }
        int[] known = Arrays.stream(heldOut).map(train::label).toArray();
        double temperature = Calibration.bestTemperature(logits(net, train, heldOut), known, train.classes());
        return Calibration.of(logits, labels, train.classes(), temperature);
    }

    private static Network network(Weights weights) {
        Network net = new Network(weights.spec(), Optimiser.Adam.standard(), Dropout.NONE, 0);
        net.restore(weights);
        return net;
    }

    private static double[] logits(Network net, Samples samples) {
        return logits(net, samples, IntStream.range(0, samples.count()).toArray());
    }

    private static double[] logits(Network net, Samples samples, int[] indices) {
        InputBatch inputs = new InputBatch(samples.features(), BATCH);
        double[] all = new double[indices.length * samples.classes()];
        for (int from = 0; from < indices.length; from += BATCH) {
            int to = Math.min(from + BATCH, indices.length);
            inputs.fill(samples, Batch.still(Arrays.copyOfRange(indices, from, to)));
            double[] some = net.logits(inputs);
            System.arraycopy(some, 0, all, from * samples.classes(), some.length);
        }
        return all;
    }

    /** Other samples each time, as they would come. */
    private static Timing timing(Network net, Samples samples, int batch) {
        InputBatch inputs = new InputBatch(samples.features(), batch);
        int[] next = {0};
        return Timing.of(() -> {
            int from = next[0] + batch <= samples.count() ? next[0] : 0;
            next[0] = from + batch;
            inputs.fill(samples, from, from + batch);
            net.logits(inputs);
        });
    }

    private static long packed(Weights weights) {
        Counter counter = new Counter();
        try {
            weights.content().writeTo(counter);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // nothing is written anywhere
        }
        return counter.bytes;
    }

    private static int same(double[] logits, int[] wanted, int classes) {
        int[] taken = Softmax.largest(logits, classes);
        return (int) IntStream.range(0, wanted.length)
                .filter(i -> taken[i] == wanted[i])
                .count();
    }
}
