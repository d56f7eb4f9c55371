package distillery.cli;

import distillery.data.Agreed;
import distillery.data.Problem;
import distillery.train.RunFolder;
import distillery.train.TrainSettings;
import distillery.train.Verdict;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many seeds a command runs, and where what came of them goes. */
final class SeedOptions {
    static final int MOST_SEEDS = 1000;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "How many seeds, counted up from the first (default: ${DEFAULT-VALUE}). Verdicts, from "
                    + Verdict.FEWEST_SEEDS + " seeds on, are two-sided paired t tests at 95%% over exactly so many; run"
                    + " again and again until they please, they mean nothing.")
    private int seeds;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description =
                    "Where to write settings and results (JSON) and what came of each seed: a folder that holds no"
                            + " run yet.")
    private @Nullable Path out;

    @Option(names = "--replace", description = "Replace the run that the folder of --out holds; other files stay.")
    private boolean replace;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    /** Options of a command that runs so many seeds unless it is told otherwise. */
    SeedOptions(int usual) {
        seeds = usual;
    }

    int count() {
        return seeds;
    }

    boolean json() {
        return json;
    }

    /** What may be written; null if nothing is to be. */
    @Nullable
    Agreed agreed() throws Problem {
        return out == null ? null : RunFolder.check(out, replace);
    }

    /** The settings of the first seed, if all of these can be counted up from it. */
    TrainSettings first(TrainOptions options) throws Problem, WrongOption {
        inRange("--seeds", 1, MOST_SEEDS, seeds);
        if (replace && out == null) {
            throw new WrongOption("--replace is for the folder of --out: name it, or leave it out");
        }
        TrainSettings settings = options.settings();
        if (settings.seed() > Long.MAX_VALUE - (seeds - 1)) {
            throw new WrongOption("the last of " + seeds + " seeds from " + settings.seed()
                    + " on would be larger than " + Long.MAX_VALUE + "; begin with a smaller one");
        }
        return settings;
    }

    static void inRange(String option, int lowest, int highest, int value) throws WrongOption {
        if (value < lowest || value > highest) {
            throw new WrongOption(String.format(
                    Locale.ROOT, "%s must be between %d and %d, but is %d", option, lowest, highest, value));
        }
    }
}
