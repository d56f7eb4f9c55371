package distillery.loss;

/** {@code x² / 2} up to a distance delta from zero and a straight line beyond, so that outliers pull with bounded force (Huber 1964). */
public final class Huber {
    private Huber() {}

    public static double value(double x, double delta) {
        return isLinear(x, delta) ? delta * (Math.abs(x) - delta / 2) : x * x / 2;
    }

    public static double slope(double x, double delta) {
        return Math.max(-delta, Math.min(delta, x));
    }

    public static boolean isLinear(double x, double delta) {
        return Math.abs(x) >= delta;
    }

    /** Refuses a delta that is not positive. */
    public static void valid(double delta) {
        Preconditions.require(delta > 0, "the Huber delta must be positive, was " + delta);
        Preconditions.weight("the Huber delta", delta);
    }
}
