package distillery.lab.compare;

import distillery.data.Csv;
import distillery.train.Verdict;
import distillery.train.sweep.SweepCell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The map of a sweep for spreadsheets: a row for each cell. Differences are errors of labels only less those of the distilled
 * student; what is not known yet is empty.
 */
public final class SweepMapCsv {
    private static final List<String> COLUMNS = List.of(
            "seeds",
            "planned",
            "errors_mean",
            "errors_deviation",
            "labels_only_mean",
            "labels_only_deviation",
            "difference_mean",
            "difference_low",
            "difference_high",
            "p_corrected",
            "outcome");

    private SweepMapCsv() {}

    /** Writes all of it. */
    public static void write(Appendable out, SweepMap map) throws IOException {
        Csv csv = new Csv(out);
        List<Object> head = new ArrayList<>();
        if (map.down() != null) {
            head.add(map.down().name());
        }
        head.add(map.across().name());
        head.addAll(COLUMNS);
        csv.row(head.toArray());
        for (SweepCell cell : map.cells()) {
            Verdict.Gain gain = cell.overLabels();
            List<Object> row = new ArrayList<>(cell.values().values());
            row.add(cell.done());
            row.add(cell.runs().size());
            row.add(known(cell.errors().mean()));
            row.add(known(cell.errors().deviation()));
            row.add(known(cell.labelsOnly().mean()));
            row.add(known(cell.labelsOnly().deviation()));
            row.add(known(gain.mean()));
            row.add(known(gain.low()));
            row.add(known(gain.high()));
            row.add(known(gain.p()));
            row.add(gain.outcome().name().toLowerCase(Locale.ROOT));
            csv.row(row.toArray());
        }
    }

    private static Object known(double number) {
        return Double.isFinite(number) ? number : "";
    }
}
