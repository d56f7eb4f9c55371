package distillery.cli;

import distillery.method.Arrangement;
import distillery.method.Heads;
import distillery.train.ArmName;
import distillery.train.ArmRole;
import distillery.train.Evaluation;
import distillery.train.EvaluationSet;
import distillery.train.ProgressMonitor;
import distillery.train.SeedResult;
import distillery.train.TrainEvent;
import distillery.train.TrainEvent.Task;
import distillery.train.Verdict;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code train} prints: progress on the way, a table and a verdict at the end; or nothing but JSON. */
final class TrainText implements ProgressMonitor, Consumer<TrainEvent> {
    /** Between two lines of progress. */
    private static final long LINE_NANOS = 2_000_000_000L;

    private final PrintWriter out;
    private final boolean json;
    private EvaluationSet evaluatedOn = EvaluationSet.TEST;
    private long lastLine = System.nanoTime();

    TrainText(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    @Override
    public void progress(Task task, double share) {
        String name =
                switch (task) {
                    case READING_DATA -> "reading data";
                    case TRAINING_TEACHER -> "training the teacher";
                    case ASKING_TEACHER -> "asking the teacher";
                    case COMPARING -> "training the students";
                };
        long now = System.nanoTime();
        if (!json && now - lastLine > LINE_NANOS) {
            line("%s: %.0f %%", name, 100 * share);
            lastLine = now;
        }
    }

    @Override
    public void teacher(TrainEvent.TeacherLearning learning) {
        if (!json && learning.isTest()) {
            line(
                    "teacher, epoch %.0f of %d: loss %.4f, %d test errors",
                    learning.epoch(), learning.epochs(), learning.loss(), learning.testErrors());
        }
    }

    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public void accept(TrainEvent event) {
        if (event instanceof Evaluation evaluation) {
            evaluatedOn = evaluation.on();
        }
        if (event instanceof TrainEvent.SeedFinished tried && !json) {
            SeedResult result = tried.result();
            String errors = result.arms().entrySet().stream()
                    .map(arm -> name(arm.getKey()) + " " + arm.getValue().testErrors())
                    .collect(Collectors.joining(", "));
            line(
                    "seed %d: %s %s",
                    result.seed(), evaluatedOn == EvaluationSet.TEST ? "test errors" : "errors held out", errors);
        }
    }

    /** {@code names} are what the classes are called. */
    void finish(TrainReport report, List<String> names) {
        if (json) {
            out.println(report.json());
            out.flush();
            return;
        }
        line("");
        boolean test = report.settings().evaluatedOn() == EvaluationSet.TEST;
        String errors = test ? "test errors" : "errors, held out";
        line("%-14s %22s %12s %11s %10s", "", errors, "agreement", "seconds", "images/s");
        line("%-14s %22s", "teacher", report.teacher().testErrors() + (test ? "" : " (on test)"));
        report.errors()
                .forEach((arm, spread) -> line(
                        "%-14s %22s %11.2f%% %11.2f %10.0f",
                        name(arm),
                        String.format(Locale.ROOT, "%.1f ± %.1f", spread.mean(), spread.deviation()),
                        100 * mean(report, arm, SeedResult.Result::agreement),
                        mean(report, arm, SeedResult.Result::seconds),
                        mean(report, arm, SeedResult.Result::imagesPerSecond)));
        if (report.settings().method().method().arrangement() instanceof Arrangement.Tasks) {
            halves(report);
        }
        ClassErrorsText classes = new ClassErrorsText(out, names);
        classes.errors(report);
        classes.bias(report);
        line("");
        int seeds = report.seeds().size();
        line(
                "Against labels only, over %d seed%s: %s.",
                seeds, seeds == 1 ? "" : "s", say(report.verdict(), report.gain()));
        line(
                "Against the control (smoothing with epsilon = %s): %s.",
                report.settings().smoothing(), say(report.verdictAgainstControl(), report.gainOverControl()));
        report.verdictsAgainst()
                .forEach((arm, verdict) -> line(
                        "Against %s: %s.",
                        meant(arm.role()), say(verdict, report.gainsOver().get(arm))));
        if (report.gain() != null) {
            line(
                    "Intervals and verdicts are those of two-sided paired t tests at %.0f %%, each on its own;",
                    100 * report.test().confidence());
            line("the number of seeds was fixed by --seeds before the first.");
        }
    }

    /** What was forgotten: the errors on each half of the classes. */
    private void halves(TrainReport report) {
        int classes = report.settings().student().classes();
        int old = Heads.old(classes);
        line("");
        line("%-14s %22s %22s", "mean errors", "classes 0 to " + (old - 1), old + " to " + (classes - 1));
        for (ArmName arm : report.errors().keySet()) {
            double first = mean(report, arm, result -> sum(result, 0, old));
            double second = mean(report, arm, result -> sum(result, old, classes));
            line("%-14s %22.1f %22.1f", name(arm), first, second);
        }
    }

    private static double sum(SeedResult.Result result, int from, int to) {
        return result.classErrors().subList(from, to).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static double mean(TrainReport report, ArmName arm, ToDoubleFunction<SeedResult.Result> figure) {
        return report.seeds().stream()
                .map(result -> result.of(arm))
                .mapToDouble(figure)
                .average()
                .orElse(Double.NaN);
    }

    static String name(ArmName arm) {
        String role =
                switch (arm.role()) {
                    case LABELS_ONLY -> "labels only";
                    case DISTILLED -> "distilled";
                    case CONTROL -> "control";
                    case SHUFFLED -> "shuffled";
                    case UNTRAINED -> "untrained";
                    case WEIGHTED -> "weighted";
                    case NOISE -> "noise";
                    case DIRECT -> "soft labels";
                    case ASSISTANT -> "assistant";
                    case ENSEMBLE -> "ensemble";
                    case DISTILLED_SECOND -> "distilled, 2nd";
                    case LABELS_ONLY_SECOND -> "labels, 2nd";
                    case MEMBER_SECOND -> "alone, 2nd";
                    case JOINT -> "joint";
                    case BEFORE -> "before";
                    case EXIT -> "exit";
                    case PEER -> "peer";
                    case GENERATION -> "generation";
                    case MEMBER -> "member";
                };
        boolean numbered = arm.number() > 0 || arm.role() == ArmRole.GENERATION;
        return numbered ? role + " " + arm.number() : role;
    }

    private static String meant(ArmRole control) {
        return switch (control) {
            case SHUFFLED -> "the same soft labels, shuffled among the wrong classes";
            case UNTRAINED -> "the same method with the inside of an untrained teacher";
            case WEIGHTED -> "labels weighted by how sure the teacher is";
            case NOISE -> "noise in place of samples without labels";
            case JOINT -> "learning all classes together";
            case DIRECT -> "the teacher's soft labels alone";
            default -> control.id();
        };
    }

    /** No stronger than its evidence. */
    private static String say(Verdict.Outcome outcome, Verdict.@Nullable Gain gain) {
        if (gain == null) {
            return "too few seeds to tell; try --seeds 5";
        }
        String p = gain.p() < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", gain.p());
        String claim = gain.isWeak() ? "weak evidence that distillation is " : "distillation is ";
        return switch (outcome) {
            case BETTER -> claim + between("better, between %d and %d fewer errors", gain.low(), gain.high(), p);
            case WORSE -> claim + between("worse, between %d and %d more errors", -gain.high(), -gain.low(), p);
            case NOT_DECIDED ->
                between("not decided, between %d fewer and %d more errors", gain.high(), -gain.low(), p);
            case MORE_SEEDS, DIVERGED -> throw new IllegalStateException("an interval from too few seeds");
        };
    }

    private static String between(String words, double from, double to, String p) {
        return String.format(Locale.ROOT, words, Math.round(from), Math.round(to)) + " (" + p + ")";
    }

    private void line(String format, Object... arguments) {
        out.printf(Locale.ROOT, format + "%n", arguments);
        out.flush();
    }
}
