package distillery.train;

import distillery.data.Samples;
import distillery.method.SecondTask;
import java.util.Arrays;

/** The answers to a {@link SecondTask}: 1 for yes, 0 for no. What is more than in half of the samples, the training samples say. */
final class SecondLabels {
    private final SecondTask task;
    private final double middle;

    /** Learns from the selected samples what is much. */
    SecondLabels(SecondTask task, Samples samples, int[] selection) {
        this.task = task;
        double[] all = Arrays.stream(selection)
                .mapToDouble(index -> measure(samples, index))
                .sorted()
                .toArray();
        middle = task == SecondTask.PARITY ? 0.5 : all[all.length / 2];
    }

    /** The answers for some samples. */
    int[] of(Samples samples, int[] indices) {
        return Arrays.stream(indices)
                .map(index -> measure(samples, index) > middle ? 1 : 0)
                .toArray();
    }

    private double measure(Samples samples, int index) {
        if (task == SecondTask.PARITY) {
            return samples.label(index) % 2;
        }
        float[] picture = new float[samples.features()];
        samples.copyInto(picture, 0, index, 0, 0);
        return task == SecondTask.INK ? sum(picture) : slant(picture, samples.height(), samples.width());
    }

    private static double sum(float[] picture) {
        double sum = 0;
        for (float value : picture) {
            sum += value;
        }
        return sum;
    }

    /** How far the upper part lies to the right of the lower one: minus the covariance of column and row over the variance of rows. */
    private static double slant(float[] picture, int height, int width) {
        double ink = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < height * width; i++) {
            ink += picture[i];
            x += picture[i] * (i % width);
            int row = i / width;
            y += picture[i] * row;
        }
        if (ink == 0) {
            return 0;
        }
        double mixed = 0;
        double rows = 0;
        for (int i = 0; i < height * width; i++) {
            int row = i / width;
            double down = row - y / ink;
            mixed += picture[i] * (i % width - x / ink) * down;
            rows += picture[i] * down * down;
        }
        return rows == 0 ? 0 : -mixed / rows;
    }
}
