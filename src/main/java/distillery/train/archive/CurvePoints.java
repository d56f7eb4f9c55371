package distillery.train.archive;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A curve while it grows. Of more points than there is room for, each two neighbours become one, and from then on a point
 * stands for twice as many: so the points are as even as they can be without knowing how many there will be.
 */
final class CurvePoints {
    /** What a net's 32 bits tell apart; a number is written with as many digits, so what is read is what was kept. */
    private static final MathContext DIGITS = new MathContext(7, RoundingMode.HALF_EVEN);

    private static final double TICKS_A_SECOND = 1e4;

    private final int most;
    private final RecordedQuantity[] quantities;
    private final List<Point> points = new ArrayList<>();
    /** How many a point stands for. */
    private int share = 1;

    private int inLast;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Point(long step, int epoch, double seconds, double[] values) {}

    CurvePoints(RecordedQuantity.Source source, int most) {
        this.most = most + most % 2;
        quantities = Arrays.stream(RecordedQuantity.values())
                .filter(quantity -> quantity.source() == source)
                .toArray(RecordedQuantity[]::new);
    }

    /** One more; the values in the order of the quantities of its source. */
    void add(long step, int epoch, double seconds, double... values) {
        Point next = new Point(step, epoch, seconds, values);
        boolean fits = !points.isEmpty() && inLast < share;
        if (fits) {
            points.set(points.size() - 1, joined(points.get(points.size() - 1), next, inLast));
            inLast++;
        } else {
            points.add(next);
            inLast = 1;
        }
        if (points.size() > most) {
            halve();
        }
    }

    /** There is one point too many, an odd number: the last one has only begun, and stays by itself. */
    private void halve() {
        List<Point> all = new ArrayList<>(points);
        points.clear();
        for (int i = 0; i + 1 < all.size(); i += 2) {
            points.add(joined(all.get(i), all.get(i + 1), 1));
        }
        points.add(all.get(all.size() - 1));
        share *= 2;
    }

    /** Both as one; the earlier counts so many times as much in a mean. */
    private Point joined(Point earlier, Point later, int weight) {
        double[] values = new double[quantities.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = quantities[i].joining().of(earlier.values()[i], weight, later.values()[i]);
        }
        return new Point(later.step(), later.epoch(), later.seconds(), values);
    }

    /** What it is now; a quantity that never was a number is left out. */
    ArmCurve curve() {
        Map<RecordedQuantity, double[]> values = new EnumMap<>(RecordedQuantity.class);
        for (int i = 0; i < quantities.length; i++) {
            int at = i;
            double[] each = points.stream()
                    .mapToDouble(point -> rounded(point.values()[at]))
                    .toArray();
            if (Arrays.stream(each).anyMatch(Double::isFinite)) {
                values.put(quantities[i], each);
            }
        }
        return new ArmCurve(
                points.stream().mapToLong(Point::step).toArray(),
                points.stream().mapToInt(Point::epoch).toArray(),
                points.stream()
                        .mapToDouble(point -> Math.round(point.seconds() * TICKS_A_SECOND) / TICKS_A_SECOND)
                        .toArray(),
                values);
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : Double.NaN;
    }
}
