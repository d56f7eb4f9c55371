package distillery.train;

import distillery.data.Batch;
import distillery.data.DataSet;
import distillery.data.Problem;
import distillery.data.Samples;
import distillery.loss.Softmax;
import distillery.net.Engine;
import distillery.net.InputBatch;
import java.util.Arrays;
import java.util.stream.IntStream;

/** How soft labels are: their entropy in nats. */
public final class Softness {
    private static final int BATCH = 500;
    private static final int CLASSES = 10;

    private Softness() {}

    /** The control's labels, which all have the same. */
    public static double ofSmoothed(double smoothing) {
        double[] label = new double[CLASSES];
        Arrays.fill(label, smoothing / CLASSES);
        label[0] += 1 - smoothing;
        return Softmax.entropy(label);
    }

    /** The mean over what the included teacher says to all training digits. */
    public static double ofTeacher(double temperature) {
        try {
            Engine.start();
            return ofTeacher(temperature, DataSet.mnist().train(), Teacher.shipped());
        } catch (Problem broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static double ofTeacher(double temperature, Samples digits, Teacher teacher) {
        InputBatch inputs = new InputBatch(digits.features(), BATCH);
        double sum = 0;
        for (int from = 0; from < digits.count(); from += BATCH) {
            int[] chunk = IntStream.range(from, from + BATCH).toArray();
            inputs.fill(digits, new Batch(chunk, chunk, new int[BATCH], new int[BATCH]));
            double[] shares = Softmax.probabilities(teacher.logits(inputs), CLASSES, temperature);
            for (int i = 0; i < BATCH; i++) {
                sum += Softmax.entropy(Arrays.copyOfRange(shares, i * CLASSES, (i + 1) * CLASSES));
            }
        }
        return sum / digits.count();
    }
}
