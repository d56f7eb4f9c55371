package distillery.method;

import distillery.net.Tap;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;

/**
 * What a method wants to know of the inside of a net that does not move, for each sample by itself: the values at a point,
 * or what it makes of them. Made once, it need not be made at every step. Equal ones say the same.
 */
public interface Glimpse {
    /** The points that it looks at. */
    Set<Tap> taps();

    /** How many numbers it has of a sample. */
    int width();

    /** These numbers, {@code [rows, width]}, from the values of a batch at its points. */
    double[] of(Function<Tap, double[]> inside, int rows);

    /** What is made of values that are no numbers, or beyond them. */
    static double[] lost(int length) {
        double[] none = new double[length];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    /** The values at a point as they are. */
    record At(Tap tap) implements Glimpse {
        @Override
        public Set<Tap> taps() {
            return Set.of(tap);
        }

        @Override
        public int width() {
            return tap.shape().size();
        }

        @Override
        public double[] of(Function<Tap, double[]> inside, int rows) {
            return inside.apply(tap);
        }
    }

    /** The inside of such a net for one batch: its values at a point, and what is made of them. */
    @FunctionalInterface
    interface Seen extends Function<Tap, double[]> {
        default double[] by(Glimpse glimpse, int rows) {
            return glimpse.of(this, rows);
        }
    }
}
