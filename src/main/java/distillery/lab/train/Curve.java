package distillery.lab.train;

/**
 * One measured quantity over the course of a run, such as a loss over steps: points are appended with ascending x and
 * never change. Beside each raw value stands a smoothed one. Belongs to the window's thread.
 *
 * <p>The smoothing is an exponential moving average freed of its start-up bias: every value weighs {@code factor} times
 * its successor and the weights sum to one, so the first smoothed value is the first value (the correction of Adam,
 * Kingma and Ba 2015, section 3).
 */
public final class Curve {
    private final DoubleList x = new DoubleList();
    private final CurveValues raw = new CurveValues();
    private final DoubleList averages = new DoubleList();

    private double factor;
    private double weight;
    private double average;
    private double smallestPositive = Double.POSITIVE_INFINITY;

    /**
     * Adds a point to the right of all others.
     *
     * @throws IllegalArgumentException for a number that is not finite, or an x that does not ascend
     */
    public void append(double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("a curve takes finite numbers only, was (" + x + ", " + y + ")");
        }
        if (size() > 0 && x <= lastX()) {
            throw new IllegalArgumentException("x must ascend, was " + x + " after " + lastX());
        }
        this.x.add(x);
        raw.add(y);
        if (y > 0) {
            smallestPositive = Math.min(smallestPositive, y);
        }
        if (isSmoothed()) {
            appendAverage(y);
        }
    }

    public void clear() {
        x.clear();
        raw.clear();
        smallestPositive = Double.POSITIVE_INFINITY;
        clearAverages();
    }

    /** The same raw points, without smoothing. */
    Curve copy() {
        Curve copy = new Curve();
        for (int i = 0; i < size(); i++) {
            copy.append(x(i), raw.get(i));
        }
        return copy;
    }

    /**
     * Sets how much of the past a smoothed value carries on: 0 is the raw curve, 0.9 looks back about ten points.
     *
     * @throws IllegalArgumentException for a factor outside of [0, 1)
     */
    public void smooth(double factor) {
        if (!(factor >= 0 && factor < 1)) {
            throw new IllegalArgumentException("smoothing must be at least 0 and below 1, was " + factor);
        }
        if (factor == this.factor) {
            return;
        }
        this.factor = factor;
        clearAverages();
        for (int i = 0; isSmoothed() && i < raw.size(); i++) {
            appendAverage(raw.get(i));
        }
    }

    public int size() {
        return raw.size();
    }

    public double x(int index) {
        return x.get(index);
    }

    public double lastX() {
        return x.get(size() - 1);
    }

    public CurveValues raw() {
        return raw;
    }

    /** The smoothed value of a point; the raw one while there is no smoothing. */
    public double smoothed(int index) {
        return isSmoothed() ? averages.get(index) : raw.get(index);
    }

    public boolean isSmoothed() {
        return factor > 0;
    }

    /** What a logarithmic axis must reach down to; infinity while there is no positive value. */
    public double smallestPositive() {
        return smallestPositive;
    }

    /** The first point whose x is not below the given one; {@link #size} if there is none. */
    public int indexAtOrAfter(double x) {
        return this.x.indexAtOrAfter(x);
    }

    /** The same for an x that is not before the point of this index: found sooner the nearer it is. */
    public int indexAtOrAfter(double x, int from) {
        return this.x.indexAtOrAfter(x, from);
    }

    /** The point nearest to an x. The curve must have one. */
    public int indexNearest(double x) {
        int right = Math.min(indexAtOrAfter(x), size() - 1);
        int left = Math.max(right - 1, 0);
        return x - x(left) < x(right) - x ? left : right;
    }

    private void appendAverage(double y) {
        weight = factor * weight + (1 - factor);
        average += (1 - factor) / weight * (y - average);
        averages.add(average);
    }

    private void clearAverages() {
        averages.clear();
        weight = 0;
        average = 0;
    }
}
