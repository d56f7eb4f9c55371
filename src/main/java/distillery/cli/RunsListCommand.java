package distillery.cli;

import distillery.data.Problem;
import distillery.lab.setup.UserFolder;
import distillery.train.ArmName;
import distillery.train.Verdict;
import distillery.train.archive.RunArchive;
import distillery.train.archive.RunHeader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A line for each run of a folder. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "List the runs of a folder, the last first. Files that cannot be used are named, and hide no other.")
public final class RunsListCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "A folder of runs, such as that of train --out or of a sweep (default: where the window and"
                    + " train --keep have theirs).")
    private @Nullable Path folder;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            Path named = folder;
            Path place = named == null ? UserFolder.ofUser().runs() : named;
            if (named != null && !Files.isDirectory(named)) {
                throw new Problem("file.missing", named.toString());
            }
            boolean sweep = Files.exists(place.resolve("sweep.json"));
            RunArchive.Listing listing = new RunArchive(sweep ? place.resolve("runs") : place).list();
            listing.runs().forEach(kept -> out.println(line(kept)));
            listing.refused().forEach(refused -> err.println(refused.getMessage()));
            out.flush();
            return listing.refused().isEmpty() ? 0 : 1;
        } catch (Problem broken) {
            err.println(broken.getMessage());
            return 1;
        }
    }

    private static String line(RunArchive.Kept kept) {
        RunHeader header = kept.header();
        String name = header.label().name().isEmpty()
                ? ""
                : " \"" + header.label().name().replaceAll("\\p{Cntrl}", " ") + "\"";
        return String.format(
                Locale.ROOT,
                "%s%s%s: %s %s, T = %s, %d seed%s, %s",
                header.label().pinned() ? "* " : "",
                kept.id(),
                name,
                header.settings().method().kind().id(),
                header.settings().student(),
                header.settings().live().knobs().temperature(),
                header.seeds().size(),
                header.seeds().size() == 1 ? "" : "s",
                outcome(header));
    }

    private static String outcome(RunHeader header) {
        return header.verdict()
                .map(verdict -> String.format(
                        Locale.ROOT,
                        "distilled %s, labels only %s errors, %s",
                        spread(verdict, ArmName.DISTILLED),
                        spread(verdict, ArmName.LABELS_ONLY),
                        header.ending().name().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> header.ending().name().toLowerCase(Locale.ROOT));
    }

    private static String spread(Verdict verdict, ArmName arm) {
        Verdict.Spread spread = verdict.errors().getOrDefault(arm, new Verdict.Spread(Double.NaN, Double.NaN));
        return verdict.seeds() == 1
                ? String.format(Locale.ROOT, "%.0f", spread.mean())
                : String.format(Locale.ROOT, "%.1f ± %.1f", spread.mean(), spread.deviation());
    }
}
