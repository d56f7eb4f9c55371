package distillery.cli;

import distillery.data.Agreed;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.net.Engine;
import distillery.train.DataAndTeacher;
import distillery.train.League;
import distillery.train.MaterialsCache;
import distillery.train.RunFolder;
import distillery.train.TrainSettings;
import distillery.train.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains the same student by many methods and says which of them help. */
@Command(
        name = "league",
        mixinStandardHelpOptions = true,
        modelTransformer = MethodOptions.class,
        sortOptions = false,
        description =
                "Train the same student by many methods, on the same data, first weights and batches, and hold each"
                        + " against labels only and against label smoothing. Numbers of a method are those it has usually;"
                        + " --method and its options set those of one.",
        footerHeading = "%nExit code: ",
        footer = "0 when done, 1 if a file or a run failed, 2 for wrong options, 3 if the program itself went wrong.")
public final class LeagueCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @Mixin(name = TrainCommand.SETTINGS)
    private final TrainOptions options = new TrainOptions();

    @Option(
            names = "--methods",
            paramLabel = "NAME",
            split = ",",
            defaultValue = ALL,
            description = "Which methods, with commas between them, or all that these nets can learn by (default:"
                    + " ${DEFAULT-VALUE}).")
    private List<String> methods = List.of(ALL);

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many seeds, counted up from the first (default: ${DEFAULT-VALUE}). Verdicts, from "
                    + Verdict.FEWEST_SEEDS + " seeds on, are two-sided paired t tests at 95%% over exactly so many,"
                    + " corrected for the number of comparisons as Holm does.")
    private int seeds;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where to write settings and results (JSON) and, after each seed, its errors (CSV): a folder"
                    + " that holds no run yet. What is written stays when the league is stopped.")
    private @Nullable Path out;

    @Option(names = "--replace", description = "Replace the run that the folder of --out holds; other files stay.")
    private boolean replace;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        LeagueText text = new LeagueText(spec.commandLine().getOut(), json);
        try {
            TrainSettings settings = settings();
            List<LeagueReport.LeftOut> leftOut = new ArrayList<>();
            List<MethodSettings> chosen = chosen(settings, leftOut);
            Agreed agreed = out == null ? null : RunFolder.check(out, replace); // before the work, not after it
            Engine.start(0);
            DataAndTeacher materials = new MaterialsCache().materials(settings, text.progress());
            RunFolder folder = agreed == null ? null : RunFolder.in(agreed, settings);
            League league = League.of(chosen, seeds);
            text.begin(league);
            for (int i = 0; i < seeds; i++) {
                league = league.with(settings.withSeed(settings.seed() + i), materials, text.progress());
                text.seed(league);
                if (folder != null) {
                    folder.write("tests-" + (settings.seed() + i) + ".csv", LeagueText.csv(league));
                }
            }
            LeagueReport report = LeagueReport.of(options.start(), settings, league, leftOut);
            if (folder != null) {
                folder.write("results.json", Json.of(report));
            }
            text.finish(report, league);
            return 0;
        } catch (Problem broken) {
            spec.commandLine().getErr().println(broken.getMessage());
            return 1;
        } finally {
            text.end();
        }
    }

    /** The methods that are asked for. Of all, those are left out that these nets cannot learn by; by name they are refused. */
    private List<MethodSettings> chosen(TrainSettings settings, List<LeagueReport.LeftOut> leftOut) {
        boolean all = methods.equals(List.of(ALL));
        List<MethodSettings> chosen = new ArrayList<>();
        for (MethodKind kind : all ? List.of(MethodKind.values()) : named()) {
            if (kind == MethodKind.LABELS_ONLY) {
                continue; // everything is held against it anyway
            }
            MethodSettings own = settings.method().kind() == kind ? settings.method() : MethodSettings.of(kind);
            try {
                chosen.add(settings.with(draft -> draft.method = own).method());
            } catch (Refusal unfit) {
                String reason = String.valueOf(
                        unfit.reason().orElseGet(() -> unfit.of("it")).getMessage());
                if (!all) {
                    throw wrong("--methods " + kind.id() + ": " + reason);
                }
                leftOut.add(new LeagueReport.LeftOut(kind, reason));
            }
        }
        if (chosen.isEmpty()) {
            throw wrong("--methods names nothing but labels, against which all are held; name a method");
        }
        return chosen;
    }

    private List<MethodKind> named() {
        List<MethodKind> kinds = new ArrayList<>();
        for (String name : methods) {
            try {
                MethodKind kind = MethodKind.of(name.strip());
                if (kinds.contains(kind)) {
                    throw wrong("--methods names " + kind.id() + " twice");
                }
                kinds.add(kind);
            } catch (Refusal unknown) {
                throw wrong(String.valueOf(
                        WrongOption.value("--methods", unknown.of("it")).getMessage()));
            }
        }
        return kinds;
    }

    private TrainSettings settings() throws Problem {
        try {
            TrainCommand.inRange("--seeds", 1, TrainCommand.MOST_SEEDS, seeds);
            if (replace && out == null) {
                throw new WrongOption("--replace is for the folder of --out: name it, or leave it out");
            }
            return TrainCommand.withRoom(options.settings(), seeds);
        } catch (WrongOption wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
