package distillery.view.chart;

import distillery.lab.train.Curve;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

/** The x values at which at least one of several curves has a point: where a cursor can stand. NaN if there is none. */
record SampledPositions(List<Curve> curves) {
    SampledPositions(List<Curve> curves) {
        this.curves = curves.stream().filter(curve -> curve.size() > 0).toList();
    }

    double first() {
        return fold(curve -> curve.x(0), Math::min);
    }

    double last() {
        return fold(Curve::lastX, Math::max);
    }

    double nearest(double x) {
        return fold(curve -> curve.x(curve.indexNearest(x)), (a, b) -> Math.abs(a - x) <= Math.abs(b - x) ? a : b);
    }

    /** The first place to the right of {@code x}, the last place of all if there is none. */
    double after(double x) {
        return fold(
                curve -> {
                    int index = curve.indexAtOrAfter(Math.nextUp(x));
                    return index < curve.size() ? curve.x(index) : last();
                },
                Math::min);
    }

    /** The last place to the left of {@code x}, the first place of all if there is none. */
    double before(double x) {
        return fold(
                curve -> {
                    int index = curve.indexAtOrAfter(x) - 1;
                    return index >= 0 ? curve.x(index) : first();
                },
                Math::max);
    }

    private double fold(ToDoubleFunction<Curve> place, DoubleBinaryOperator choice) {
        return curves.stream().mapToDouble(place).reduce(choice).orElse(Double.NaN);
    }
}
