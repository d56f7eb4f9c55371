package distillery.loss;

/**
 * A loss averaged over the batch, and its gradient.
 *
 * @param gradient the slope of {@code value} along each of the student's logits, or whatever else of the student is
 *     compared, row-major, averaging included
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LossValue(double value, double[] gradient) {
    /** This loss with a weight. */
    public LossValue times(double weight) {
        double[] product = new double[gradient.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = weight * gradient[i];
        }
        return new LossValue(weight * value, product);
    }

    /** The sum of two losses over the same numbers. */
    public LossValue plus(LossValue other) {
        return new LossValue(value + other.value, sum(1, gradient, 1, other.gradient));
    }

    /** {@code a x + b y}. */
    public static double[] sum(double a, double[] x, double b, double[] y) {
        double[] sum = new double[x.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a * x[i] + b * y[i];
        }
        return sum;
    }
}
