package distillery.lab.compare;

import distillery.data.Csv;
import distillery.train.ArmName;
import distillery.train.LiveSettings;
import distillery.train.SeedResult;
import distillery.train.Verdict;
import distillery.train.archive.RunArchive.Kept;
import distillery.train.archive.RunHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The table of runs for spreadsheets: a row for each run, with the mean errors of every arm that some run has. */
public final class RunsCsv {
    private RunsCsv() {}

    /** Writes all of it. */
    public static void write(Appendable out, List<Kept> runs) throws IOException {
        Csv csv = new Csv(out);
        Set<ArmName> arms = new TreeSet<>();
        for (Kept run : runs) {
            for (SeedResult result : run.header().results()) {
                arms.addAll(result.arms().keySet());
            }
        }
        List<Object> head = new ArrayList<>(List.of(
                "file",
                "name",
                "note",
                "tags",
                "pinned",
                "started",
                "ending",
                "seeds",
                "planned",
                "temperature",
                "softWeight",
                "hardWeight",
                "method",
                "images",
                "student",
                "epochs",
                "learningRate",
                "firstSeed"));
        arms.forEach(arm -> head.addAll(List.of(arm + "Errors", arm + "Deviation")));
        head.addAll(List.of("overLabelsOnly", "seconds"));
        csv.row(head.toArray());
        for (Kept run : runs) {
            csv.row(row(run, arms).toArray());
        }
    }

    private static List<Object> row(Kept run, Set<ArmName> arms) {
        RunHeader header = run.header();
        LiveSettings live = header.settings().live();
        List<Object> row = new ArrayList<>(List.of(
                run.id(),
                header.label().name(),
                header.label().note(),
                String.join(", ", header.label().tags()),
                header.label().pinned(),
                header.started().toString(),
                header.ending().name().toLowerCase(Locale.ROOT),
                header.seeds().size(),
                header.planned(),
                live.knobs().temperature(),
                live.knobs().softWeight(),
                live.knobs().hardWeight(),
                header.settings().method().kind().id(),
                header.settings().images(),
                header.settings().student().toString(),
                header.settings().epochs(),
                live.learningRate(),
                header.settings().seed()));
        for (ArmName arm : arms) {
            Verdict.Spread errors = header.errors(arm);
            row.add(number(errors.mean()));
            row.add(header.seeds().size() < 2 ? "" : number(errors.deviation()));
        }
        row.add(header.verdict()
                .map(verdict -> verdict.overLabels()
                        .outcome()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' '))
                .orElse(""));
        row.add(header.seconds());
        return row;
    }

    private static Object number(double value) {
        return Double.isFinite(value) ? value : "";
    }
}
