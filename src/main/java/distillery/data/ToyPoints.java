package distillery.data;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToIntFunction;

/** Random points whose coordinates are independent standard normal numbers, with labels of the caller's making. */
public final class ToyPoints implements Samples {
    private final int features;
    private final int classes;
    private final float[] points;
    private final int[] labels;

    /**
     * Draws {@code count} points of {@code features} numbers from a seed and asks for the label of each, in order.
     *
     * @throws IllegalArgumentException if a size is not positive or a label is not 0 … classes − 1
     */
    public ToyPoints(int count, int features, int classes, long seed, ToIntFunction<float[]> labelOf) {
        if (count < 1 || features < 1 || classes < 1) {
            throw new IllegalArgumentException(
                    "sizes must be positive, were %d × %d, %d classes".formatted(count, features, classes));
        }
        this.features = features;
        this.classes = classes;
        this.points = new float[Math.multiplyExact(count, features)];
        this.labels = new int[count];
        // Random, not a newer generator: its normal numbers are written down in its specification, the same in any JDK.
        Random random = new Random(seed);
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) random.nextGaussian();
        }
        for (int i = 0; i < count; i++) {
            int label = labelOf.applyAsInt(Arrays.copyOfRange(points, i * features, (i + 1) * features));
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException("label must be 0 to %d, was %d".formatted(classes - 1, label));
            }
            labels[i] = label;
        }
    }

    @Override
    public int count() {
        return labels.length;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public int height() {
        return 1;
    }

    @Override
    public int width() {
        return features;
    }

    @Override
    public int label(int index) {
        return labels[index];
    }

    @Override
    public void copyInto(float[] target, int offset, int index, int dx, int dy) {
        System.arraycopy(points, index * features, target, offset, features);
    }
}
