package distillery.cli;

import distillery.train.ArmName;
import distillery.train.BiasChoice;
import distillery.train.BiasEffect;
import distillery.train.EvaluationSet;
import distillery.train.SeedResult;
import distillery.train.TrainSettings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The errors of each class, as means over the seeds, and what a corrected bias makes of them. */
final class ClassErrorsText {
    /** As many columns fit beside each other. */
    private static final int MOST_CLASSES = 10;

    private final PrintWriter out;
    private final List<String> names;

    /** Texts that call the classes so. */
    ClassErrorsText(PrintWriter out, List<String> names) {
        this.out = out;
        this.names = names;
    }

    /** A line for each arm that answers for all classes; nothing where there are too many of them. */
    void errors(TrainReport report) {
        int classes = names.size();
        if (classes > MOST_CLASSES) {
            return;
        }
        line("");
        line("%-15s %s", "errors of class", cells(names));
        row("teacher", report.teacher().classErrors().stream().map(Double::valueOf).toList());
        for (ArmName arm : report.errors().keySet()) {
            List<SeedResult.Result> results =
                    report.seeds().stream().map(seed -> seed.of(arm)).toList();
            if (results.stream().allMatch(result -> result.classErrors().size() == classes)) {
                List<Double> means = new ArrayList<>();
                for (int i = 0; i < classes; i++) {
                    int index = i;
                    means.add(results.stream()
                            .mapToInt(result -> result.classErrors().get(index))
                            .average()
                            .orElse(Double.NaN));
                }
                row(TrainText.name(arm), means);
            }
        }
    }

    private void row(String name, List<Double> errors) {
        line(
                "%-15s %s",
                name,
                cells(errors.stream()
                        .map(mean -> String.format(Locale.ROOT, "%.1f", mean))
                        .toList()));
    }

    private static String cells(List<String> words) {
        return words.stream()
                .map(word -> String.format(Locale.ROOT, "%7s", word))
                .collect(Collectors.joining());
    }

    /** What the bias changes, a line for each arm; nothing if none was corrected. */
    void bias(TrainReport report) {
        List<BiasEffect> effects = report.bias();
        if (effects.isEmpty()) {
            return;
        }
        TrainSettings settings = report.settings();
        String on = settings.evaluatedOn() == EvaluationSet.TEST ? "test" : "held-out";
        String omitted = "of " + named(settings.omitted());
        String heading = omitted.length() > 11 ? "of omitted" : omitted;
        line("");
        line("%s, errors on %s samples:", how(effects.get(0)), on);
        line("%-14s %16s %9s %11s %9s %11s %9s", "", "added", "errors", heading, "before", heading, "at best");
        for (ArmName arm : report.errors().keySet()) {
            List<BiasEffect> own =
                    effects.stream().filter(effect -> effect.arm().equals(arm)).toList();
            if (!own.isEmpty()) {
                line(
                        "%-14s %16s %9.1f %11.1f %9.1f %11.1f %9.1f",
                        TrainText.name(arm),
                        added(own),
                        mean(own, effect -> effect.after().all()),
                        mean(own, effect -> effect.after().ofOmitted()),
                        mean(own, effect -> effect.before().all()),
                        mean(own, effect -> effect.before().ofOmitted()),
                        mean(own, effect -> effect.best().all()));
            }
        }
        line("At best: with the one constant that suits these very samples, which is how the paper chose it.");
        if (effects.get(0).rule() != BiasChoice.Rule.GIVEN && settings.evaluatedOn() == EvaluationSet.HELD_OUT) {
            line("The bias was chosen on the samples that are counted here, so its errors are a little too few.");
        }
    }

    private String how(BiasEffect effect) {
        String classes = named(effect.added().keySet());
        return switch (effect.rule()) {
            case GIVEN -> "Bias of " + classes + " as given";
            case AUTO -> "Bias of " + classes + ", one constant chosen on held-out samples";
            case PRIOR -> "Bias of " + classes + ", matched to the shares of held-out samples";
        };
    }

    private String named(Set<Integer> classes) {
        return new TreeSet<>(classes).stream().map(names::get).collect(Collectors.joining(", "));
    }

    /** What was added, from the least to the most. */
    private static String added(List<BiasEffect> effects) {
        double[] all = effects.stream()
                .flatMap(effect -> effect.added().values().stream())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        String least = String.format(Locale.ROOT, "%+.2f", all[0]);
        String most = String.format(Locale.ROOT, "%+.2f", all[all.length - 1]);
        return least.equals(most) ? least : least + " to " + most;
    }

    private static double mean(List<BiasEffect> effects, ToDoubleFunction<BiasEffect> figure) {
        return effects.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    private void line(String format, Object... arguments) {
        out.printf(Locale.ROOT, format + "%n", arguments);
        out.flush();
    }
}
