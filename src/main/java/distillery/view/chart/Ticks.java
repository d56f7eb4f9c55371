package distillery.view.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The marks of an axis and how numbers on a chart are written: round values, a decimal point in every language. */
public final class Ticks {
    private static final int[] COARSE = {1};
    private static final int[] FINE = {1, 2, 5};

    /** Below this many decades the twos and fives between them are marked as well. */
    private static final int FEW_DECADES = 3;

    /** The height of a label as a share of the room that a tick has. */
    private static final double LABEL = 0.56;

    private static final int READING_DIGITS = 4;
    private static final double SMALLEST_PLAIN = 1e-4;
    private static final double LARGEST_PLAIN = 1e9;

    private Ticks() {}

    /** A mark of an axis and what stands beside it. */
    public record Tick(double value, String label) {}

    /** The multiples of a round step within a range: at most {@code most} steps, so at most one tick more. */
    public static List<Tick> linear(Range range, int most) {
        NiceStep step = step(range, most);
        List<Tick> ticks = new ArrayList<>();
        for (long i = step.countAbove(range.low()); i <= step.countBelow(range.high()); i++) {
            ticks.add(new Tick(step.times(i), label(step.times(i), step.decimals())));
        }
        return ticks;
    }

    /** The finest step there is room for, or one little coarser if that reaches from end to end. */
    private static NiceStep step(Range range, int most) {
        NiceStep finest = NiceStep.atLeast(range.span() / most);
        return Stream.of(finest, finest.next(), finest.next().next())
                .filter(step -> step.measures(range))
                .findFirst()
                .orElse(finest);
    }

    /**
     * The powers of ten within a range, with the twos and fives if there are few decades, every second or third power
     * if there are more than {@code most}. A range too narrow for two of them has other round numbers.
     */
    public static List<Tick> logarithmic(Range range, int most) {
        double decades = Math.log10(range.high() / range.low());
        boolean fine = decades < FEW_DECADES && decades * FINE.length <= most + 1;
        int stride = (int) Math.max(1, Math.ceil(decades / most));
        List<Tick> ticks = powers(range, fine ? FINE : COARSE, stride);
        double gap = LABEL * decades / most;
        ticks = ticks.size() < 2 ? apart(powers(range, FINE, 1), gap) : ticks;
        return ticks.size() < 2 ? apart(linear(range, most), gap) : ticks;
    }

    private static List<Tick> powers(Range range, int[] digits, int stride) {
        List<Tick> ticks = new ArrayList<>();
        int last = (int) Math.floor(Math.log10(range.high()));
        for (int i = (int) Math.floor(Math.log10(range.low())); i <= last; i++) {
            for (int digit : digits) {
                double value = new NiceStep(digit, i).size();
                if (i % stride == 0 && range.contains(value)) {
                    ticks.add(new Tick(value, label(value, Math.max(0, -i))));
                }
            }
        }
        return ticks;
    }

    /** Without those that are fewer decades than {@code gap} above the one before: their labels would touch. */
    private static List<Tick> apart(List<Tick> ticks, double gap) {
        List<Tick> apart = new ArrayList<>();
        for (Tick tick : ticks) {
            double before = apart.isEmpty() ? 0 : apart.get(apart.size() - 1).value();
            if (Math.log10(tick.value() / before) >= gap) {
                apart.add(tick);
            }
        }
        return apart;
    }

    /** A measured number with four digits that count, whole thousands in full: 0.9712, 2.303, 12345, 3.120e−5. */
    public static String reading(double value) {
        if (!isPlain(value)) {
            return sign(scientific(value, READING_DIGITS));
        }
        int leading = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)));
        int decimals = Math.max(0, READING_DIGITS - 1 - leading);
        return sign(plain(value, decimals));
    }

    /** The same with no more than four decimals, for where there is little room: 0.9712, 0.0031, 12345, 3.1e−5. */
    public static String brief(double value) {
        double size = Math.abs(value);
        if ((size >= 0.1 && size < LARGEST_PLAIN) || value == 0) {
            return reading(value);
        }
        return sign(size >= 0.001 && size < 0.1 ? plain(value, READING_DIGITS) : scientific(value, 2));
    }

    /** A place on the x axis: whole steps in full with separated thousands, others like a {@link #reading}. */
    public static String place(double value) {
        return value == Math.rint(value) ? sign(String.format(Locale.ROOT, "%,d", (long) value)) : reading(value);
    }

    private static String label(double value, int decimals) {
        double size = Math.abs(value);
        if (!isPlain(value)) {
            return sign(scientific(value, 1));
        }
        if (size >= 1e6) {
            return sign(scaled(value, 6)) + "M";
        }
        if (size >= 1e3) {
            return sign(scaled(value, 3)) + "k";
        }
        return sign(plain(value, decimals));
    }

    private static String plain(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static boolean isPlain(double value) {
        double size = Math.abs(value);
        return size == 0 || (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN);
    }

    private static String scaled(double value, int places) {
        return BigDecimal.valueOf(value)
                .movePointLeft(places)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String scientific(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.movePointLeft(exponent).setScale(digits - 1).toPlainString() + "e" + exponent;
    }

    private static String sign(String number) {
        return number.replace('-', '−');
    }
}
