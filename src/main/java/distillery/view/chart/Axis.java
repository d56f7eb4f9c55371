package distillery.view.chart;

/** Where on the screen a value lies, and which value lies there; linear or logarithmic. */
public final class Axis {
    private final boolean logarithmic;
    private final double origin;
    private final double perUnit;
    private final double start;

    /**
     * An axis from pixel {@code start} (the low end) to pixel {@code end}, which may be smaller.
     *
     * @throws IllegalArgumentException for a logarithmic axis that does not start above zero
     */
    public Axis(Range range, double start, double end, boolean logarithmic) {
        if (logarithmic && range.low() <= 0) {
            throw new IllegalArgumentException("a logarithmic axis starts above zero, was " + range.low());
        }
        this.logarithmic = logarithmic;
        this.start = start;
        origin = units(range.low());
        perUnit = (end - start) / (units(range.high()) - origin);
    }

    /** Infinite for a value that a logarithmic axis cannot show. */
    public double pixel(double value) {
        return start + (units(value) - origin) * perUnit;
    }

    public double value(double pixel) {
        double units = origin + (pixel - start) / perUnit;
        return logarithmic ? Math.pow(10, units) : units;
    }

    private double units(double value) {
        if (!logarithmic) {
            return value;
        }
        return value > 0 ? Math.log10(value) : Double.NEGATIVE_INFINITY;
    }
}
