package distillery.lab.train;

import distillery.data.Csv;
import distillery.train.League;
import distillery.train.SeedResult;
import distillery.train.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A league as a table for other programs: a row for each student, with its errors seed by seed and what may be said of
 * them. A field is empty where there is no number: a loss that stopped being one, or a verdict that waits for more seeds.
 */
final class LeagueCsv {
    private LeagueCsv() {}

    static void write(Appendable out, League league) throws IOException {
        Csv table = new Csv(out);
        List<Object> header = new ArrayList<>(List.of("method"));
        for (SeedResult seed : league.seeds()) {
            header.add("test_errors_seed_" + seed.seed());
        }
        header.addAll(List.of("mean", "deviation", "seconds_per_run"));
        for (String other : List.of("labels", "control")) {
            header.addAll(
                    List.of("verdict_against_" + other, "fewer_low_" + other, "fewer_high_" + other, "p_" + other));
        }
        table.row(header.toArray());
        List<String> names = List.copyOf(league.arms().keySet());
        write(table, names.get(0), league.labelsOnly(), null, null);
        write(table, names.get(1), league.control(), null, null);
        for (League.Row row : league.rows()) {
            write(table, row.method().kind().id(), row.errors(), row.overLabels(), row.overControl());
        }
    }

    private static void write(
            Csv table,
            String name,
            League.Errors errors,
            Verdict.@Nullable Gain overLabels,
            Verdict.@Nullable Gain overControl)
            throws IOException {
        List<Object> row = new ArrayList<>(List.of(name));
        errors.testErrors().forEach(each -> row.add(Objects.requireNonNullElse(each, "")));
        row.addAll(List.of(number(errors.mean()), number(errors.deviation()), number(errors.secondsPerRun())));
        row.addAll(verdict(overLabels));
        row.addAll(verdict(overControl));
        table.row(row.toArray());
    }

    private static List<Object> verdict(Verdict.@Nullable Gain gain) {
        return gain == null
                ? List.of("", "", "", "")
                : List.of(
                        gain.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        number(gain.low()),
                        number(gain.high()),
                        number(gain.p()));
    }

    private static Object number(double value) {
        return Double.isFinite(value) ? (Object) value : "";
    }
}
