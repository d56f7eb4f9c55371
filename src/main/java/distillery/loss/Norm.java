package distillery.loss;

/** How long a vector is, and how far from another, by the sum of squares. */
public final class Norm {
    private Norm() {}

    public static double squared(double[] vector) {
        return product(vector, vector);
    }

    /** The sum of the products of two vectors. */
    public static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The distance from a reference as a share of its length: zero for two vectors of zeros, infinite where only the reference is one. */
    public static double relativeError(double[] vector, double[] reference) {
        double apart = Math.sqrt(squared(LossValue.sum(1, vector, -1, reference)));
        return apart == 0 ? 0 : apart / Math.sqrt(squared(reference));
    }
}
