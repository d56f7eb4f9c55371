package distillery.cli;

import distillery.data.Problem;
import distillery.train.TrainSettings;
import distillery.train.sweep.Grid;
import distillery.train.sweep.GridSetting;
import distillery.train.sweep.Shard;
import distillery.train.sweep.Sweep;
import distillery.train.sweep.SweepFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains over a grid of settings, several runs at once, and keeps each run as it ends. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        modelTransformer = MethodOptions.class,
        subcommands = {SweepShowCommand.class, SweepMergeCommand.class},
        sortOptions = false,
        customSynopsis = {
            "distillery sweep --grid GRID --out FOLDER [OPTIONS]",
            "   or: distillery sweep show FOLDER",
            "   or: distillery sweep merge FOLDER... --out FOLDER"
        },
        description =
                "Train over a grid of settings. Corners of the grid come first, then what lies between. Each run is kept"
                        + " as it ends; the same command in the same folder goes on where it was stopped or killed."
                        + " FOLDER/sweep.csv has a row for each run, in the order of the grid.",
        footerHeading = "%nExit code: ",
        footer = "0 when done, 1 if a file or a run failed, 2 for wrong options, 3 if the program itself went wrong.")
public final class SweepCommand implements Callable<Integer> {
    private static final int MOST_JOBS = 256;
    private static final int MOST_THREADS = 64;
    private static final int SECONDS_TO_STOP = 20;

    @Option(
            names = "--grid",
            paramLabel = "GRID",
            description = "What is varied, by names of options, in quotes for the shell:"
                    + " \"temperature=1,2,4; alpha=0.5,0.9; seed=1..5\". What is given otherwise holds for all runs.")
    private @Nullable String grid;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where the runs are kept: a folder of their own.")
    private @Nullable Path out;

    @Option(
            names = "--shard",
            paramLabel = "K/N",
            description = "Make only the K-th of N parts, in a folder of its own; \"sweep merge\" puts them together.")
    private @Nullable String shard;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "How many runs are made at once (default: one on each core). It changes no number.")
    private @Nullable Integer jobs;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many threads a net works on (default: ${DEFAULT-VALUE}, so that each core has a run of"
                    + " its own). Another number may change last digits.")
    private int threads;

    @Mixin(name = TrainCommand.SETTINGS)
    private final TrainOptions options = new TrainOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            Path folder = out;
            if (grid == null || folder == null) {
                throw new WrongOption("sweep needs --grid and --out, or one of the commands show and merge");
            }
            int atOnce = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
            SeedOptions.inRange("--jobs", 1, MOST_JOBS, atOnce);
            SeedOptions.inRange("--threads", 1, MOST_THREADS, threads);
            SweepFolder.Plan plan = new SweepFolder.Plan(grid(grid), threads, shard());
            try (SweepFolder sweep = SweepFolder.begin(folder, plan)) {
                return run(sweep, atOnce);
            }
        } catch (WrongOption wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        } catch (Problem broken) {
            spec.commandLine().getErr().println(broken.getMessage());
            return 1;
        }
    }

    private Grid grid(String text) throws Problem, WrongOption {
        TrainSettings settings = options.settings();
        try {
            Grid made = Grid.parse(settings, text);
            boolean seeds = made.axes().stream().anyMatch(axis -> axis.name().equals(GridSetting.SEED));
            if (seeds && options.seed != null) {
                throw new WrongOption("--seed changes nothing with seeds in --grid: leave one of them out");
            }
            return made;
        } catch (Problem wrong) {
            throw WrongOption.value("--grid", wrong);
        }
    }

    private Shard shard() throws WrongOption {
        try {
            return shard == null ? Shard.WHOLE : Shard.parse(shard);
        } catch (Problem wrong) {
            throw WrongOption.value("--shard", wrong);
        }
    }

    private int run(SweepFolder folder, int atOnce) throws Problem {
        SweepText text = new SweepText(spec.commandLine().getOut());
        Sweep sweep = new Sweep(
                folder,
                atOnce,
                Thread.NORM_PRIORITY,
                text.listener(folder.plan().grid()));
        CountDownLatch over = new CountDownLatch(1);
        Thread farewell = new Thread(() -> stop(sweep, over), "sweep-stopped");
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            text.begin(folder, sweep.done().size());
            boolean complete = sweep.run();
            text.end(folder, sweep.done(), complete);
            return complete ? 0 : 1;
        } finally {
            over.countDown();
            unhook(farewell);
        }
    }

    /** Lets runs that are over be kept and the table be written; what is under way is given up. */
    private static void stop(Sweep sweep, CountDownLatch over) {
        sweep.cancel();
        try {
            over.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private static void unhook(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException stopping) {
            // it is running
        }
    }
}
