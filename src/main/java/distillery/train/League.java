package distillery.train;

import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.method.Arrangement;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.jspecify.annotations.Nullable;

/**
 * Several methods on the same student, data, first weights and batches, seed after seed, each held against labels only
 * and against label smoothing.
 *
 * <p>Of so many comparisons some would come out by luck, so the p of each is corrected for all of them as Holm does
 * (Scandinavian Journal of Statistics 6, 1979): at the level of {@link Verdict#CONFIDENCE} one league in twenty holds any
 * false verdict at all. Intervals are those of each comparison on its own.
 *
 * @param methods in the order of the arms
 * @param seeds what came of each seed so far
 * @param planned how many seeds were asked for; nothing is decided before they all are through
 */
public record League(List<MethodSettings> methods, List<SeedResult> seeds, int planned) {
    public League {
        methods = List.copyOf(methods);
        seeds = List.copyOf(seeds);
    }

    /**
     * One student over the seeds.
     *
     * @param testErrors one number a seed; null where its loss stopped being a number
     * @param mean of those that are numbers; no number itself if none is
     * @param secondsPerRun mean of what it took to train it and those it learned from, but for a teacher that was there before
     */
    public record Errors(List<@Nullable Integer> testErrors, double mean, double deviation, double secondsPerRun) {}

    /**
     * A method that could be in a league.
     *
     * @param method as it would be: its usual numbers, or those of the settings if it is theirs
     * @param unfit why these nets cannot learn by it; null if they can
     */
    public record Candidate(MethodSettings method, @Nullable Problem unfit) {}

    /** All methods but labels only, against which everything is held anyway. */
    public static List<Candidate> candidates(TrainSettings settings) {
        return Arrays.stream(MethodKind.values())
                .filter(kind -> kind != MethodKind.LABELS_ONLY)
                .map(kind -> candidate(settings, kind))
                .toList();
    }

    private static Candidate candidate(TrainSettings settings, MethodKind kind) {
        MethodSettings own = settings.method().kind() == kind ? settings.method() : MethodSettings.of(kind);
        if (isTwoTasks(own.method().arrangement())) {
            return new Candidate(own, new Problem("method.no-league"));
        }
        try {
            return new Candidate(settings.with(draft -> draft.method = own).method(), null);
        } catch (Refusal unfit) {
            return new Candidate(own, unfit.reason().orElseGet(unfit::problem));
        }
    }

    private static boolean isTwoTasks(Arrangement arrangement) {
        return arrangement instanceof Arrangement.Tasks || arrangement instanceof Arrangement.TwoTasks;
    }

    /** One method: its errors, and how many fewer they are than without a teacher. */
    public record Row(MethodSettings method, Errors errors, Verdict.Gain overLabels, Verdict.Gain overControl) {}

    /** A league before its first seed. */
    public static League of(List<MethodSettings> methods, int planned) {
        return new League(methods, List.of(), planned);
    }

    /**
     * Runs one more seed. A method whose loss stops being a number has none for this seed; the others go on.
     *
     * @throws java.util.concurrent.CancellationException if the monitor is cancelled
     * @throws Problem if there is nothing to learn from
     */
    public League with(TrainSettings settings, DataAndTeacher materials, ProgressMonitor monitor) throws Problem {
        List<SeedResult> more = new ArrayList<>(seeds);
        SeedRuns.run(settings, CastFactory.league(settings, methods), materials, monitor, false, false, event -> {
            if (event instanceof TrainEvent.SeedFinished finished) {
                more.add(finished.result());
            }
        });
        return new League(methods, more, planned);
    }

    /** Who learns in it, by the names that its tables have: the arms' own, or those of the methods. */
    public Map<String, ArmName> arms() {
        Map<String, ArmName> arms = new LinkedHashMap<>();
        arms.put(ArmName.LABELS_ONLY.toString(), ArmName.LABELS_ONLY);
        arms.put(ArmName.CONTROL.toString(), ArmName.CONTROL);
        for (int i = 0; i < methods.size(); i++) {
            arms.put(methods.get(i).kind().id(), arm(i));
        }
        return arms;
    }

    /** The student from labels only. */
    public Errors labelsOnly() {
        return errors(ArmName.LABELS_ONLY, ArmName.LABELS_ONLY::equals);
    }

    /** The student from smoothed labels. */
    public Errors control() {
        return errors(ArmName.CONTROL, ArmName.CONTROL::equals);
    }

    /** The methods, in their order. */
    public List<Row> rows() {
        List<Verdict.Gain> gains = new ArrayList<>();
        for (ArmName other : List.of(ArmName.LABELS_ONLY, ArmName.CONTROL)) {
            for (int i = 0; i < methods.size(); i++) {
                gains.add(gain(arm(i), other));
            }
        }
        List<Verdict.Gain> corrected = holm(gains);
        return IntStream.range(0, methods.size())
                .mapToObj(i -> new Row(methods.get(i), errors(i), corrected.get(i), corrected.get(methods.size() + i)))
                .toList();
    }

    /** How the student from smoothed labels does against labels only: for the eye, and none of the {@link #comparisons}. */
    public Verdict.Gain controlOverLabels() {
        return gain(ArmName.CONTROL, ArmName.LABELS_ONLY);
    }

    /** Whether all seeds are through. */
    public boolean isComplete() {
        return seeds.size() == planned;
    }

    /** How many comparisons share the level. */
    public int comparisons() {
        return 2 * methods.size();
    }

    private static ArmName arm(int method) {
        return new ArmName(ArmRole.DISTILLED, method + 1);
    }

    /** A seed without the other's number says nothing; without its own, it says enough. */
    private Verdict.Gain gain(ArmName arm, ArmName other) {
        List<Integer> differences = new ArrayList<>();
        for (SeedResult result : seeds) {
            if (result.find(arm).isEmpty()) {
                return Verdict.Gain.diverged();
            }
            result.find(other)
                    .ifPresent(held ->
                            differences.add(held.testErrors() - result.of(arm).testErrors()));
        }
        return Verdict.Gain.of(differences, planned);
    }

    private Errors errors(int method) {
        return errors(arm(method), name -> CastFactory.learnsFor(name, method + 1));
    }

    private Errors errors(ArmName arm, Predicate<ArmName> worker) {
        SummaryStatistics errors = new SummaryStatistics();
        SummaryStatistics seconds = new SummaryStatistics();
        List<@Nullable Integer> each = new ArrayList<>();
        for (SeedResult result : seeds) {
            SeedResult.Result own = result.find(arm).orElse(null);
            each.add(own == null ? null : own.testErrors());
            if (own != null) {
                errors.addValue(own.testErrors());
                seconds.addValue(result.arms().entrySet().stream()
                        .filter(entry -> worker.test(entry.getKey()))
                        .mapToDouble(entry -> entry.getValue().seconds())
                        .sum());
            }
        }
        return new Errors(each, errors.getMean(), errors.getStandardDeviation(), seconds.getMean());
    }

    /** The smallest p counts as often as there are comparisons, the next once less, and none is below one before it. */
    public static List<Verdict.Gain> holm(List<Verdict.Gain> gains) {
        List<Integer> order = IntStream.range(0, gains.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> gains.get(i).p()))
                .toList();
        List<Verdict.Gain> corrected = new ArrayList<>(gains);
        double least = 0;
        for (int i = 0; i < order.size(); i++) {
            Verdict.Gain gain = gains.get(order.get(i));
            least = Math.max(least, Math.min(1, (gains.size() - i) * gain.p()));
            corrected.set(order.get(i), gain.corrected(least));
        }
        return corrected;
    }
}
