package distillery.lab.train;

import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The values of a curve in order, which know the extremes of any stretch in logarithmic time: above the values lies a
 * pyramid whose every layer keeps one extreme for {@value #FAN} of the layer below. A chart asks once per pixel column,
 * so that what it costs to draw depends on its width and hardly on the number of points.
 */
public final class CurveValues {
    private static final int FAN = 8;

    private final DoubleList values = new DoubleList();
    private Layer lowest = new Layer(values, Math::min, Double.POSITIVE_INFINITY);
    private Layer highest = new Layer(values, Math::max, Double.NEGATIVE_INFINITY);

    CurveValues() {}

    void add(double value) {
        values.add(value);
        lowest.grown();
        highest.grown();
    }

    void clear() {
        values.clear();
        lowest = lowest.bare();
        highest = highest.bare();
    }

    public int size() {
        return values.size();
    }

    public double get(int index) {
        return values.get(index);
    }

    /** The smallest value from {@code from} up to but without {@code to}; positive infinity for an empty stretch. */
    public double min(int from, int to) {
        return lowest.of(from, to);
    }

    /** The largest value from {@code from} up to but without {@code to}; negative infinity for an empty stretch. */
    public double max(int from, int to) {
        return highest.of(from, to);
    }

    /** One layer of a pyramid; the layer above comes into being with its first full block. */
    private static final class Layer {
        private final DoubleList row;
        private final DoubleBinaryOperator extreme;
        private final double ofNothing;
        private @Nullable Layer above;

        Layer(DoubleList row, DoubleBinaryOperator extreme, double ofNothing) {
            this.row = row;
            this.extreme = extreme;
            this.ofNothing = ofNothing;
        }

        /** The same layer with nothing above it. */
        Layer bare() {
            return new Layer(row, extreme, ofNothing);
        }

        void grown() {
            if (row.size() % FAN != 0) {
                return;
            }
            if (above == null) {
                above = new Layer(new DoubleList(), extreme, ofNothing);
            }
            above.row.add(scan(row.size() - FAN, row.size()));
            above.grown();
        }

        double of(int from, int to) {
            int firstBlock = (from + FAN - 1) / FAN;
            int endBlock = to / FAN;
            if (above == null || firstBlock >= endBlock) {
                return scan(from, to);
            }
            double ends = extreme.applyAsDouble(scan(from, firstBlock * FAN), scan(endBlock * FAN, to));
            return extreme.applyAsDouble(ends, above.of(firstBlock, endBlock));
        }

        private double scan(int from, int to) {
            double found = ofNothing;
            for (int i = from; i < to; i++) {
                found = extreme.applyAsDouble(found, row.get(i));
            }
            return found;
        }
    }
}
