package distillery.cli;

import distillery.data.Agreed;
import distillery.data.Problem;
import distillery.data.Required;
import distillery.lab.setup.UserFolder;
import distillery.net.Engine;
import distillery.train.ArmName;
import distillery.train.BiasChoice;
import distillery.train.BiasEffect;
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
import distillery.train.archive.RunArchive;
import distillery.train.archive.RunFile;
import distillery.train.archive.RunLabel;
import distillery.train.archive.RunRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        customSynopsis = "distillery train [OPTIONS]",
        description =
                "Train students from labels only, from a teacher, from smoothed labels and from shuffled soft labels,"
                        + " and compare them. --out keeps the run as one file (run.json), and of each seed curves (CSV)"
                        + " and weights (npz).",
        footerHeading = "%nExit code: ",
        footer = "0 when done, 1 if a file or a run failed, 2 for wrong options, 3 if the program itself went wrong.")
public final class TrainCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 64;

    static final String SETTINGS = "settings";

    @Mixin(name = SETTINGS)
    private final TrainOptions options = new TrainOptions();

    @Mixin
    private final SeedOptions run = new SeedOptions(1);

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads a net works on (default: every core for a large net, one less for a small"
                    + " one). Another number may change last digits.")
    private int threads;

    @Option(
            names = "--bias",
            paramLabel = "CLASS:HOW",
            split = "[,\uff0c\u3001]",
            splitSynopsisLabel = ",",
            description = "Correct the bias of a class in the trained students, where classes were omitted: 3:3.5 adds"
                    + " 3.5, 3:auto adds what makes the fewest errors on held-out samples, 3:prior what gives the class its"
                    + " share of them. Several classes with auto get one constant (default: auto for the omitted ones).")
    private @Nullable List<String> bias;

    @Option(
            names = "--keep",
            paramLabel = "NAME",
            description = "Keep the run under this name where the window and \"distillery runs\" have theirs.")
    private @Nullable String keep;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        TrainText text = new TrainText(spec.commandLine().getOut(), run.json());
        try {
            TrainSettings settings = settings();
            List<String> names = options.names(settings.student().classes());
            BiasChoice asked = asked(settings, names);
            Agreed agreed = run.agreed(); // before the work, not after it
            if (options.found != null && !run.json()) {
                FolderText.of(options.found, settings)
                        .forEach(spec.commandLine().getOut()::println);
            }
            Engine.start(threads);
            DataAndTeacher materials = new MaterialsCache().materials(settings, text);
            RunFolder folder = agreed == null ? null : RunFolder.in(agreed, settings);
            BiasChoice choice = BiasOption.on(asked, settings, materials.data().train());
            RunRecorder recorder = new RunRecorder(settings, run.count(), materials.teacher());
            List<SeedResult> results = new ArrayList<>();
            List<BiasEffect> corrected = new ArrayList<>();
            Score teacherScore = null;
            for (int i = 0; i < run.count(); i++) {
                TrainSettings own = settings.withSeed(settings.seed() + i);
                Experiment done = run(own, materials, text, folder, recorder, results);
                teacherScore = done.teacherScore();
                for (ArmName arm : choice == null ? Set.<ArmName>of() : done.arms()) {
                    corrected.add(BiasEffect.of(done, own, arm, Required.nonNull(choice, "bias")));
                }
            }
            TrainReport report = TrainReport.of(
                    options.start(), settings, materials.teacher(), teacherScore, results, corrected);
            if (folder != null) {
                folder.write("results.json", report.json());
            }
            if (keep != null) {
                RunLabel label = RunLabel.NONE.withName(keep);
                new RunArchive(UserFolder.ofUser().runs()).add(recorder.record().with(label));
            }
            text.finish(report, names);
            return 0;
        } catch (Problem broken) {
            spec.commandLine().getErr().println(broken.getMessage());
            return 1;
        }
    }

    private Experiment run(
            TrainSettings settings,
            DataAndTeacher materials,
            TrainText text,
            @Nullable RunFolder folder,
            RunRecorder recorder,
            List<SeedResult> results)
            throws Problem {
        RunCurves curves = new RunCurves();
        recorder.begin(settings.seed());
        Consumer<TrainEvent> listener = event -> {
            if (event instanceof TrainEvent.SeedFinished tried) {
                results.add(tried.result());
            }
            if (isKept(folder)) {
                curves.accept(event);
                recorder.accept(event);
            }
            text.accept(event);
        };
        Experiment done = SeedRuns.run(settings, materials, text, isKept(folder), listener);
        if (isKept(folder)) {
            recorder.end(done);
        }
        if (folder != null) {
            folder.write(settings.seed(), curves, done);
            RunFile.write(folder.place(RunFile.ENDING), recorder.record()); // after each seed, for it may be the last
        }
        return done;
    }

    private boolean isKept(@Nullable RunFolder folder) {
        return folder != null || keep != null;
    }

    private TrainSettings settings() throws Problem {
        try {
            if (keep != null && keep.length() > RunLabel.LONGEST_NAME) {
                throw new WrongOption("--keep takes a name of at most " + RunLabel.LONGEST_NAME + " characters");
            }
            SeedOptions.inRange("--threads", 0, MOST_THREADS, threads);
            return run.first(options);
        } catch (WrongOption wrong) {
            throw refused(wrong);
        }
    }

    private @Nullable BiasChoice asked(TrainSettings settings, List<String> names) {
        try {
            return BiasOption.read(bias, settings, names);
        } catch (WrongOption wrong) {
            throw refused(wrong);
        }
    }

    private ParameterException refused(WrongOption wrong) {
        return new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
}
