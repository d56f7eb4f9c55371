package distillery.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;

/**
 * Curves as a table for other programs: a column {@code step}, then one for each curve. Every raw number stands there
 * in full, so that reading it gives the same double; a field is empty where a curve has no point at that step.
 */
public final class CurveCsv {
    private static final double WHOLE_NUMBERS_END = 1e15;

    private CurveCsv() {}

    /** Writes the curves in the order of the map, whose keys are the names of the columns. */
    public static void write(Appendable out, Map<String, Curve> curves) throws IOException {
        List<String> header = new ArrayList<>(List.of("step"));
        header.addAll(curves.keySet());
        writeRow(out, header);
        double step = nextStep(curves.values(), Double.NEGATIVE_INFINITY);
        while (step < Double.POSITIVE_INFINITY) {
            List<String> row = new ArrayList<>(List.of(number(step)));
            for (Curve curve : curves.values()) {
                row.add(valueAt(curve, step));
            }
            writeRow(out, row);
            step = nextStep(curves.values(), step);
        }
    }

    private static void writeRow(Appendable out, List<String> row) throws IOException {
        out.append(CSVFormat.DEFAULT.format(row.toArray())).append('\n');
    }

    private static double nextStep(Collection<Curve> curves, double step) {
        double next = Double.POSITIVE_INFINITY;
        for (Curve curve : curves) {
            int index = curve.indexAtOrAfter(Math.nextUp(step));
            next = index < curve.size() ? Math.min(next, curve.x(index)) : next;
        }
        return next;
    }

    private static String valueAt(Curve curve, double step) {
        int index = curve.indexAtOrAfter(step);
        boolean there = index < curve.size() && curve.x(index) == step;
        return there ? Double.toString(curve.raw().get(index)) : "";
    }

    private static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < WHOLE_NUMBERS_END;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
