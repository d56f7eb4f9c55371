package distillery.lab.train;

import distillery.data.Csv;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Curves as a table for other programs: a column {@code step}, then one for each curve. Every raw number stands there
 * in full, so that reading it gives the same double; a field is empty where a curve has no point at that step.
 */
public final class CurveCsv {
    private static final double WHOLE_NUMBERS_END = 1e15;

    private CurveCsv() {}

    /** Writes the curves in the order of the map, whose keys are the names of the columns. */
    public static void write(Appendable out, Map<String, Curve> curves) throws IOException {
        Csv table = new Csv(out);
        List<Object> header = new ArrayList<>(List.of("step"));
        header.addAll(curves.keySet());
        table.row(header.toArray());
        double step = nextStep(curves.values(), Double.NEGATIVE_INFINITY);
        while (step < Double.POSITIVE_INFINITY) {
            List<Object> row = new ArrayList<>(List.of(number(step)));
            for (Curve curve : curves.values()) {
                row.add(valueAt(curve, step));
            }
            table.row(row.toArray());
            step = nextStep(curves.values(), step);
        }
    }

    private static double nextStep(Collection<Curve> curves, double step) {
        double next = Double.POSITIVE_INFINITY;
        for (Curve curve : curves) {
            int index = curve.indexAtOrAfter(Math.nextUp(step));
            next = index < curve.size() ? Math.min(next, curve.x(index)) : next;
        }
        return next;
    }

    private static Object valueAt(Curve curve, double step) {
        int index = curve.indexAtOrAfter(step);
        boolean there = index < curve.size() && curve.x(index) == step;
        return there ? (Object) curve.raw().get(index) : "";
    }

    private static Object number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < WHOLE_NUMBERS_END;
        return whole ? (Object) (long) value : (Object) value;
    }
}
