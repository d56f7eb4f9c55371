package distillery.cli;

import distillery.data.Agreed;
import distillery.data.Problem;
import distillery.net.Engine;
import distillery.train.DataAndTeacher;
import distillery.train.Evaluation.Score;
import distillery.train.Experiment;
import distillery.train.MaterialsCache;
import distillery.train.RunCurves;
import distillery.train.RunFolder;
import distillery.train.SeedResult;
import distillery.train.SeedRuns;
import distillery.train.TrainEvent;
import distillery.train.TrainSettings;
import distillery.train.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains the students over one or more seeds and says whether the teacher helped. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        modelTransformer = MethodOptions.class,
        sortOptions = false,
        description =
                "Train students from labels only, from a teacher, from smoothed labels and from shuffled soft labels,"
                        + " and compare them.",
        footerHeading = "%nExit code: ",
        footer = "0 when done, 1 if a file or a run failed, 2 for wrong options, 3 if the program itself went wrong.")
public final class TrainCommand implements Callable<Integer> {
    static final int MOST_SEEDS = 1000;
    private static final int MOST_THREADS = 64;

    static final String SETTINGS = "settings";

    @Mixin(name = SETTINGS)
    private final TrainOptions options = new TrainOptions();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many seeds, counted up from the first (default: ${DEFAULT-VALUE}). The verdict, from "
                    + Verdict.FEWEST_SEEDS + " seeds on, is a two-sided paired t test at 95%% over exactly so many; run"
                    + " again and again until it pleases, it means nothing.")
    private int seeds;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where to write curves (CSV), weights (npz), settings and results (JSON): a folder that"
                    + " holds no run yet.")
    private @Nullable Path out;

    @Option(names = "--replace", description = "Replace the run that the folder of --out holds; other files stay.")
    private boolean replace;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads a net works on (default: every core for a large net, one less for a small"
                    + " one). Another number may change last digits.")
    private int threads;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        TrainText text = new TrainText(spec.commandLine().getOut(), json);
        try {
            TrainSettings settings = settings();
            Agreed agreed = out == null ? null : RunFolder.check(out, replace); // before the work, not after it
            if (options.found != null && !json) {
                FolderText.of(options.found, settings)
                        .forEach(spec.commandLine().getOut()::println);
            }
            Engine.start(threads);
            DataAndTeacher materials = new MaterialsCache().materials(settings, text);
            RunFolder folder = agreed == null ? null : RunFolder.in(agreed, settings);
            List<SeedResult> results = new ArrayList<>();
            Score teacherScore = null;
            for (int i = 0; i < seeds; i++) {
                Experiment done = run(settings.withSeed(settings.seed() + i), materials, text, folder, results);
                teacherScore = done.teacherScore();
            }
            TrainReport report = TrainReport.of(options.start(), settings, materials.teacher(), teacherScore, results);
            if (folder != null) {
                folder.write("results.json", report.json());
            }
            text.finish(report);
            return 0;
        } catch (Problem broken) {
            spec.commandLine().getErr().println(broken.getMessage());
            return 1;
        }
    }

    private static Experiment run(
            TrainSettings settings,
            DataAndTeacher materials,
            TrainText text,
            @Nullable RunFolder folder,
            List<SeedResult> results)
            throws Problem {
        RunCurves curves = new RunCurves();
        Consumer<TrainEvent> listener = event -> {
            if (event instanceof TrainEvent.SeedFinished tried) {
                results.add(tried.result());
            }
            if (folder != null) {
                curves.accept(event);
            }
            text.accept(event);
        };
        Experiment done = SeedRuns.run(settings, materials, text, folder != null, listener);
        if (folder != null) {
            folder.write(settings.seed(), curves, done);
        }
        return done;
    }

    private TrainSettings settings() throws Problem {
        try {
            inRange("--seeds", 1, MOST_SEEDS, seeds);
            inRange("--threads", 0, MOST_THREADS, threads);
            if (replace && out == null) {
                throw new WrongOption("--replace is for the folder of --out: name it, or leave it out");
            }
            return withRoom(options.settings(), seeds);
        } catch (WrongOption wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /** These settings, if so many seeds can be counted up from theirs. */
    static TrainSettings withRoom(TrainSettings settings, int seeds) throws WrongOption {
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
