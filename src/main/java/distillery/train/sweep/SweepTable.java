package distillery.train.sweep;

import distillery.data.AtomicFile;
import distillery.data.Csv;
import distillery.data.Problem;
import distillery.train.ArmName;
import distillery.train.CastFactory;
import distillery.train.SeedResult;
import distillery.train.TrainSettings;
import distillery.train.archive.RunHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The table of a sweep: a row for each run that is done, in the order of the grid; the values of the axes, the errors of each
 * arm, how often the distilled student agrees with the teacher, and last the seconds, which alone differ when it is made again.
 */
final class SweepTable {
    private SweepTable() {}

    static AtomicFile.Content content(Grid grid, Map<Integer, RunHeader> done) throws Problem {
        Set<ArmName> arms = arms(grid);
        return Csv.file(out -> write(new Csv(out), grid, arms, done));
    }

    /** Everybody who has errors in some run, known before the first. */
    private static Set<ArmName> arms(Grid grid) throws Problem {
        Set<ArmName> arms = new TreeSet<>();
        Set<Object> casts = new HashSet<>();
        for (int run = 0; run < grid.size(); run++) {
            TrainSettings settings = grid.settings(run);
            if (casts.add(List.of(settings.method(), settings.student(), settings.teacher()))) {
                arms.addAll(CastFactory.of(settings).names());
            }
        }
        return arms;
    }

    private static void write(Csv csv, Grid grid, Set<ArmName> arms, Map<Integer, RunHeader> done) throws IOException {
        List<Object> head =
                new ArrayList<>(grid.axes().stream().map(GridAxis::name).toList());
        arms.forEach(arm -> head.add(arm + "Errors"));
        head.addAll(List.of("agreement", "ending", "seconds"));
        csv.row(head.toArray());
        for (Map.Entry<Integer, RunHeader> each : done.entrySet()) {
            RunHeader header = each.getValue();
            SeedResult result = header.results().get(0);
            List<Object> row = new ArrayList<>(grid.values(each.getKey()).values());
            arms.forEach(arm -> row.add(text(result.find(arm).map(SeedResult.Result::testErrors))));
            row.add(text(result.find(ArmName.DISTILLED).map(SeedResult.Result::agreement)));
            row.add(header.ending().name().toLowerCase(Locale.ROOT));
            row.add(header.seconds());
            csv.row(row.toArray());
        }
    }

    private static Object text(Optional<? extends Number> number) {
        return number.isPresent() ? number.get() : "";
    }
}
