package distillery.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * How the track of a slider stands for an amount, with detents: round amounts that the mouse is drawn to and that keys
 * jump between. The first and the last of {@code stops} are the ends.
 */
public final class Scale {
    /** The temperature: logarithmic, so that halving and doubling are equally far everywhere. */
    public static final Scale TEMPERATURE =
            new Scale(List.of(0.05, 1.0, 2.0, 4.0, 8.0, 20.0, 100.0), Math::log, Math::exp, true);

    /** A share from 0 to 1. */
    public static final Scale SHARE = new Scale(
            List.of(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0), share -> share, place -> place, false);

    /** How near the mouse must come to a detent, as a share of the track. */
    private static final double PULL = 0.012;

    private static final MathContext AMOUNT_DIGITS = new MathContext(6);
    private static final double SLACK = 1e-9;

    private final List<Double> stops;
    private final DoubleUnaryOperator place;
    private final DoubleUnaryOperator amount;
    private final boolean growing;

    private Scale(List<Double> stops, DoubleUnaryOperator place, DoubleUnaryOperator amount, boolean growing) {
        this.stops = stops;
        this.place = place;
        this.amount = amount;
        this.growing = growing;
    }

    /** Where on the track, 0 to 1, an amount lies; beyond the ends, at the end. */
    public double position(double value) {
        double first = place.applyAsDouble(lowest());
        double last = place.applyAsDouble(highest());
        return (place.applyAsDouble(inside(value)) - first) / (last - first);
    }

    /** The amount under a place of the track that the mouse points to; near a detent, the detent. */
    public double pointed(double position) {
        for (double stop : stops) {
            if (Math.abs(position - position(stop)) < PULL) {
                return stop;
            }
        }
        double first = place.applyAsDouble(lowest());
        double last = place.applyAsDouble(highest());
        double exact = amount.applyAsDouble(first + position * (last - first));
        return inside(rounded(exact, new MathContext(growing ? 3 : 2)));
    }

    /** The amount one key press away, upwards for {@code direction} 1 and downwards for -1. */
    public double stepped(double value, int direction, boolean fine) {
        if (value != inside(value)) {
            return inside(value);
        }
        double width = width(value, direction, fine);
        double count = value / width;
        double next = direction > 0 ? Math.floor(count + SLACK) + 1 : Math.ceil(count - SLACK) - 1;
        return inside(rounded(next * width, AMOUNT_DIGITS));
    }

    /** The next detent above or below. */
    public double jumped(double value, int direction) {
        return direction > 0
                ? stops.stream().filter(stop -> stop > value).findFirst().orElse(highest())
                : stops.stream().filter(stop -> stop < value).reduce(lowest(), (before, stop) -> stop);
    }

    public double lowest() {
        return stops.get(0);
    }

    public double highest() {
        return stops.get(stops.size() - 1);
    }

    /** The width of a step; on a growing scale it is a share of the decade the step stays in. */
    private double width(double value, int direction, boolean fine) {
        if (!growing) {
            return fine ? 0.01 : 0.05;
        }
        double decade = Math.floor(Math.log10(value) + direction * SLACK);
        return Math.pow(10, decade) * (fine ? 0.01 : 0.5);
    }

    private double inside(double value) {
        return Math.max(lowest(), Math.min(highest(), value));
    }

    private static double rounded(double value, MathContext digits) {
        return new BigDecimal(value).round(digits).doubleValue();
    }
}
