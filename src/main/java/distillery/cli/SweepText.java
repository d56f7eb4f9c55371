package distillery.cli;

import distillery.data.Required;
import distillery.train.ArmName;
import distillery.train.SeedResult;
import distillery.train.Verdict;
import distillery.train.archive.RunHeader;
import distillery.train.sweep.Grid;
import distillery.train.sweep.GridAxis;
import distillery.train.sweep.GridSetting;
import distillery.train.sweep.SweepCell;
import distillery.train.sweep.SweepFolder;
import distillery.train.sweep.SweepListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code sweep} prints: a line for each run, and the map. */
final class SweepText {
    private static final int WIDTH = 24;

    private final PrintWriter out;
    private final long start = System.nanoTime();
    private int before;

    SweepText(PrintWriter out) {
        this.out = out;
    }

    void begin(SweepFolder folder, int done) {
        before = done;
        Grid grid = folder.plan().grid();
        line("%d runs: %s", grid.size(), grid);
        if (done > 0) {
            line("%d of them are done already", done);
        }
    }

    SweepListener listener(Grid grid) {
        return new SweepListener() {
            @Override
            public void finished(int run, RunHeader header, int done, int all) {
                SeedResult result = header.results().get(0);
                line(
                        "%d of %d, %s left; %s: distilled %s, labels only %s",
                        done,
                        all,
                        left(done, all),
                        grid.name(run),
                        errors(result, ArmName.DISTILLED),
                        errors(result, ArmName.LABELS_ONLY));
            }
        };
    }

    private static String errors(SeedResult result, ArmName arm) {
        return result.find(arm).map(found -> String.valueOf(found.testErrors())).orElse("no number");
    }

    private String left(int done, int all) {
        double each = (System.nanoTime() - start) / 1e9 / Math.max(1, done - before);
        Duration left = Duration.ofSeconds(Math.round(each * (all - done)));
        return left.toHours() > 0
                ? left.toHours() + " h " + left.toMinutesPart() + " min"
                : left.toMinutes() > 0 ? left.toMinutes() + " min" : left.toSeconds() + " s";
    }

    void end(SweepFolder folder, Map<Integer, RunHeader> done, boolean complete) {
        if (complete) {
            line("all done in %.1f s", (System.nanoTime() - start) / 1e9);
            map(folder, done);
        } else {
            line("stopped: %d runs are kept; the same command goes on from there", done.size());
        }
    }

    /** A table for the first two axes, the second from left to right; one for each combination of the others' values. */
    void map(SweepFolder folder, Map<Integer, RunHeader> done) {
        Grid grid = folder.plan().grid();
        List<GridAxis> axes = grid.axes().stream()
                .filter(axis -> !axis.name().equals(GridSetting.SEED))
                .toList();
        Map<Map<String, String>, Map<List<String>, SweepCell>> maps = new LinkedHashMap<>();
        for (SweepCell cell : SweepCell.all(grid, done)) {
            Map<String, String> others = new LinkedHashMap<>(cell.values());
            List<String> place = axes.stream()
                    .limit(2)
                    .map(axis -> String.valueOf(others.remove(axis.name())))
                    .toList();
            maps.computeIfAbsent(others, key -> new LinkedHashMap<>()).put(place, cell);
        }
        line("");
        line("Errors of the distilled student, mean ± deviation over %d seeds, and how many fewer (-) or", seeds(grid));
        line("more (+) than from labels only.");
        maps.forEach((others, cells) -> map(axes, others, cells));
        line("");
        line("* better or worse than labels only, paired t test at 95 %% with p corrected for all cells (Holm);");
        line("? too few seeds, or not all of them done.");
    }

    private static int seeds(Grid grid) {
        return grid.seeds().size();
    }

    private void map(List<GridAxis> axes, Map<String, String> others, Map<List<String>, SweepCell> cells) {
        line("");
        others.forEach((name, value) -> line("%s %s", name, value));
        List<String> columns = axes.size() > 1 ? axes.get(1).values() : List.of("");
        List<String> rows = axes.isEmpty() ? List.of("") : axes.get(0).values();
        String corner = axes.size() > 1
                ? axes.get(0).name() + " \\ " + axes.get(1).name()
                : axes.isEmpty() ? "" : axes.get(0).name();
        StringBuilder head = new StringBuilder(pad(corner));
        columns.forEach(column -> head.append(pad(column)));
        line("%s", head.toString().stripTrailing());
        for (String row : rows) {
            StringBuilder text = new StringBuilder(pad(row));
            for (String column : columns) {
                List<String> place = axes.size() > 1 ? List.of(row, column) : axes.isEmpty() ? List.of() : List.of(row);
                text.append(pad(cell(Required.nonNull(cells.get(place), "cell"))));
            }
            line("%s", text.toString().stripTrailing());
        }
    }

    private static String cell(SweepCell cell) {
        if (cell.done() == 0) {
            return "-";
        }
        Verdict.Gain gain = cell.overLabels();
        if (gain.outcome() == Verdict.Outcome.DIVERGED) {
            return "diverged";
        }
        String mark =
                switch (gain.outcome()) {
                    case BETTER, WORSE -> "*";
                    case MORE_SEEDS -> "?";
                    default -> "";
                };
        return String.format(
                Locale.ROOT,
                "%.1f ± %.1f (%+.0f%s)",
                cell.errors().mean(),
                cell.errors().deviation(),
                0 - gain.mean(), // no minus before a zero
                mark);
    }

    private static String pad(String text) {
        return text.length() < WIDTH ? text + " ".repeat(WIDTH - text.length()) : text + " ";
    }

    private void line(String format, Object... arguments) {
        out.printf(Locale.ROOT, format + "%n", arguments);
        out.flush();
    }
}
