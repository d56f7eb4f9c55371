package distillery.loss.feature;

import static distillery.loss.Preconditions.require;

import distillery.loss.LossValue;
import distillery.loss.Preconditions;
import distillery.loss.SquaredError;
import distillery.loss.UnitRows;

/**
 * Attention transfer: where on the map the student's channels are active, against where the teacher's are. The attention
 * of a sample is {@code mean over channels of |F|^p} at each pixel, scaled to length one (Zagoruyko, Komodakis 2017,
 * section 3.1). Student and teacher may differ in channels, not in pixels; a map of zeros has no attention and no slope.
 *
 * @param power p, 1 to 10; the larger, the more the most active pixel counts
 */
public record AttentionTransferLoss(double power, Mode mode) {
    /** How two attentions are compared; the weights that suit one do not suit the other. */
    public enum Mode {
        /** The mean of squared differences, as the authors' code has it. */
        MEAN_SQUARED,
        /** The distance, averaged over the samples, as the paper writes it; without a slope where it is zero. */
        PAPER_NORM
    }

    public AttentionTransferLoss {
        require(power >= 1 && power <= 10, "the power must lie in 1..10, was " + power);
    }

    /** The loss of a batch {@code [rows, channels, plane]} against one of as many rows and pixels. */
    public Value of(double[] student, double[] teacher, int rows, int plane) {
        return ofMaps(student, maps(teacher, rows, plane), rows, plane);
    }

    /** The same against {@link #maps} of the teacher. */
    public Value ofMaps(double[] student, double[] teacherMaps, int rows, int plane) {
        UnitRows studentMaps = new UnitRows(activity(student, rows, plane), plane);
        LossValue match = mode == Mode.MEAN_SQUARED
                ? SquaredError.MEAN.of(studentMaps.values(), teacherMaps, rows)
                : distance(studentMaps.values(), teacherMaps, rows, plane);
        double[] gradient = gradient(student, studentMaps.slopes(match.gradient()), rows, plane);
        return new Value(match.value(), studentMaps.values(), teacherMaps, gradient);
    }

    /** The attention of each sample, {@code [rows, plane]}. */
    public double[] maps(double[] feature, int rows, int plane) {
        return new UnitRows(activity(feature, rows, plane), plane).values();
    }

    private double[] activity(double[] feature, int rows, int plane) {
        int channels = Preconditions.channels("the feature", feature, rows, plane);
        double[] activity = new double[rows * plane];
        for (int map = 0; map < rows * channels; map++) {
            add(feature, map * plane, activity, map / channels * plane, plane);
        }
        return LossValue.sum(1.0 / channels, activity, 0, activity);
    }

    /** A channel's part: a loop of its own for the usual power, which is a product. */
    private void add(double[] feature, int from, double[] activity, int to, int plane) {
        for (int i = 0; power == 2 && i < plane; i++) {
            activity[to + i] += feature[from + i] * feature[from + i];
        }
        for (int i = 0; power != 2 && i < plane; i++) {
            activity[to + i] += power(Math.abs(feature[from + i]), power);
        }
    }

    private double[] gradient(double[] feature, double[] activitySlopes, int rows, int plane) {
        int channels = feature.length / (rows * plane);
        double[] slopes = LossValue.sum(power / channels, activitySlopes, 0, activitySlopes);
        double[] gradient = new double[feature.length];
        for (int map = 0; map < rows * channels; map++) {
            int from = map / channels * plane;
            int at = map * plane;
            for (int i = 0; power == 2 && i < plane; i++) {
                gradient[at + i] = slopes[from + i] * feature[at + i];
            }
            for (int i = 0; power != 2 && i < plane; i++) {
                double value = feature[at + i];
                gradient[at + i] = slopes[from + i] * power(Math.abs(value), power - 1) * Math.signum(value);
            }
        }
        return gradient;
    }

    private static LossValue distance(double[] student, double[] teacher, int rows, int plane) {
        double[] gradient = LossValue.sum(1, student, -1, teacher);
        double[] directions = new UnitRows(gradient, plane).values();
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            sum += gradient[i] * directions[i]; // a vector along its own direction: its length
            gradient[i] = directions[i] / rows;
        }
        return new LossValue(sum / rows, gradient);
    }

    private static double power(double base, double exponent) {
        if (exponent == 1) {
            return base;
        }
        return exponent == 2 ? base * base : Math.pow(base, exponent);
    }

    /**
     * The loss and what it compared.
     *
     * @param studentAttention {@code [rows, plane]}, each row of length one
     * @param gradient the slope of {@code value} along the student's feature
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Value(double value, double[] studentAttention, double[] teacherAttention, double[] gradient) {}
}
