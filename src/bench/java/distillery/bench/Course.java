package distillery.bench;

import distillery.data.Batch;
import distillery.data.BatchOrder;
import distillery.data.Samples;
import distillery.loss.HardLoss;
import distillery.loss.HintonLoss;
import distillery.net.Initialisation;
import distillery.net.Dropout;
import distillery.net.InputBatch;
import distillery.net.LayerSpec;
import distillery.net.NetSpec;
import distillery.net.Network;
import distillery.net.Optimiser;
import distillery.net.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What every contender is given: a net and its first weights, batches that lie ready in memory, and what to minimise:
 * cross-entropy against the labels, or Hinton's loss against the teacher too, with Adam.
 */
record Course(
        NetSpec spec, int batchSize, boolean distilled, Weights born, Samples samples, List<Portion> portions) {
    static final double TEMPERATURE = 4;
    static final double SOFT_WEIGHT = 0.9;
    static final double HARD_WEIGHT = 0.1;
    static final double RATE = 1e-3;
    private static final int PORTIONS = 16;
    private static final HintonLoss HINTON = new HintonLoss(TEMPERATURE, SOFT_WEIGHT, HARD_WEIGHT);

    /** One batch, and its pixels gathered row by row. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Portion(Batch batch, float[] pixels, double[] teacherLogits) {
        /** The teacher's logits as the others take them. */
        float[] teacherFloats() {
            float[] floats = new float[teacherLogits.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) teacherLogits[i];
            }
            return floats;
        }

        int[] labels() {
            return batch.labels();
        }
    }

    static Course of(NetSpec spec, int batchSize, boolean distilled, Samples samples, Weights teacher) {
        int[] all = IntStream.range(0, samples.count()).toArray();
        BatchOrder order = new BatchOrder(samples, all, 0, 1);
        Network asked = net(teacher.spec());
        asked.restore(teacher);
        InputBatch inputs = new InputBatch(samples.features(), batchSize);
        List<Portion> portions = new ArrayList<>();
        for (int i = 0; i < PORTIONS; i++) {
            Batch batch = order.next(batchSize);
            float[] pixels = new float[batchSize * samples.features()];
            batch.copyInto(samples, pixels);
            inputs.fill(samples, batch);
            portions.add(new Portion(batch, pixels, asked.logits(inputs)));
        }
        Network newborn = net(spec);
        newborn.initialise(Initialisation.HE, 1);
        return new Course(spec, batchSize, distilled, newborn.weights(), samples, List.copyOf(portions));
    }

    /** An untaught net of ours. */
    static Network net(NetSpec spec) {
        return new Network(spec, Optimiser.Adam.standard(), Dropout.NONE, 0);
    }

    /** The portion of a step; after the last comes the first again. */
    int at(int step) {
        return step % portions.size();
    }

    /** Value and slope of our loss. */
    Slope loss(double[] logits, Portion portion) {
        if (distilled) {
            HintonLoss.Value value = HINTON.of(logits, portion.teacherLogits(), portion.labels(), spec.classes());
            return new Slope(value.total(), value.gradient());
        }
        var value = HardLoss.of(logits, portion.labels(), spec.classes());
        return new Slope(value.value(), value.gradient());
    }

    /** A loss and its gradient along the logits. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Slope(double value, double[] gradient) {}

    /**
     * Floating-point operations of one step's matrix products, counted as if every pixel took part; the input's own
     * gradient is never needed.
     */
    double flops() {
        LayerSpec first = spec.layers().get(0);
        return 2.0 * (3 * spec.multiplyAdds() - first.multiplyAdds(spec.input())) * batchSize;
    }

    /** How wide the dense layers are, from the inputs to the classes. */
    List<Integer> widths() {
        List<Integer> widths = new ArrayList<>(List.of(spec.inputs()));
        spec.shapes().forEach(shape -> widths.add(shape.size()));
        return widths;
    }

    /** How many layers have weights. */
    int depth() {
        return spec.layers().size();
    }
}
