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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
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
        customSynopsis = "distillery league [OPTIONS]",
        description =
                "Train the same student by many methods, on the same data, first weights and batches, and hold each"
                        + " against labels only and against label smoothing. Numbers of a method are those it has usually;"
                        + " --method and its options set those of one. Verdicts are corrected for the number of comparisons"
                        + " as Holm does. Of each seed --out keeps the errors (CSV), which stay when the league is"
                        + " stopped.",
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

    @Mixin
    private final SeedOptions run = new SeedOptions(5);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        LeagueText text = new LeagueText(spec.commandLine().getOut(), run.json());
        try {
            TrainSettings settings = settings();
            List<LeagueReport.LeftOut> leftOut = new ArrayList<>();
            List<MethodSettings> chosen = chosen(settings, leftOut);
            Agreed agreed = run.agreed(); // before the work, not after it
            Engine.start(0);
            DataAndTeacher materials = new MaterialsCache().materials(settings, text.progress());
            RunFolder folder = agreed == null ? null : RunFolder.in(agreed, settings);
            League league = League.of(chosen, run.count());
            text.begin(league);
            for (int i = 0; i < run.count(); i++) {
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
        List<MethodKind> named = all ? List.of() : named();
        List<League.Candidate> candidates = new ArrayList<>(League.candidates(settings));
        if (!all) {
            candidates.removeIf(each -> !named.contains(each.method().kind()));
            candidates.sort(
                    Comparator.comparing(each -> named.indexOf(each.method().kind())));
        }
        List<MethodSettings> chosen = new ArrayList<>();
        for (League.Candidate candidate : candidates) {
            Problem unfit = candidate.unfit();
            MethodKind kind = candidate.method().kind();
            if (unfit == null) {
                chosen.add(candidate.method());
            } else if (all) {
                leftOut.add(new LeagueReport.LeftOut(kind, String.valueOf(unfit.getMessage())));
            } else {
                throw wrong("--methods " + kind.id() + ": " + unfit.getMessage());
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
            return run.first(options);
        } catch (WrongOption wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
