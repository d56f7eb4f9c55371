package distillery.train;

import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many errors a net makes when a constant is added to the biases of some classes: for a student that never saw them
 * (Hinton, Vinyals, Dean 2015, section 3). Every sample is taken for another class at exactly one constant, so the errors
 * are a step function, which is known in full after one look at the logits. Never changes.
 */
public final class BiasCurve {
    /** The constants beyond which the errors are others, ascending. */
    private final double[] beyond;

    /** The errors after so many changes. */
    private final int[] errors;

    private final int[] counted;

    /** What one sample adds to both counts. */
    private record Change(int errors, int counted) {
        Change plus(Change other) {
            return new Change(errors + other.errors, counted + other.counted);
        }
    }

    private BiasCurve(int errors, int counted, SortedMap<Double, Change> changes) {
        beyond = changes.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        this.errors = new int[beyond.length + 1];
        this.counted = new int[beyond.length + 1];
        this.errors[0] = errors;
        this.counted[0] = counted;
        int i = 0;
        for (Change change : changes.values()) {
            this.errors[i + 1] = this.errors[i] + change.errors();
            this.counted[i + 1] = this.counted[i] + change.counted();
            i++;
        }
    }

    /**
     * The curve for these answers.
     *
     * @param raised the classes whose biases rise together: some, but not all
     * @param omitted the classes whose errors are counted on their own, too
     * @throws IllegalArgumentException if no class is raised, or all of them, or one that does not exist
     */
    public static BiasCurve of(LabelledLogits answers, Set<Integer> raised, Set<Integer> omitted) {
        int classes = answers.classes();
        boolean exist = raised.stream().allMatch(index -> index >= 0 && index < classes);
        if (!exist || raised.isEmpty() || raised.size() == classes) {
            throw new IllegalArgumentException("some of %d classes can be raised, not %s".formatted(classes, raised));
        }
        SortedMap<Double, Change> changes = new TreeMap<>();
        int all = 0;
        int own = 0;
        for (int row = 0; row < answers.count(); row++) {
            int label = answers.labels()[row];
            int low = best(answers, row, raised, false);
            int high = best(answers, row, raised, true);
            double equal = logit(answers, row, low) - logit(answers, row, high);
            boolean isOwn = omitted.contains(label);
            all += low == label ? 0 : 1;
            own += low != label && isOwn ? 1 : 0;
            int more = (high == label ? 0 : 1) - (low == label ? 0 : 1);
            // Of equal logits the first class wins.
            double beyond = high < low ? Math.nextDown(equal) : equal;
            changes.merge(beyond, new Change(more, isOwn ? more : 0), Change::plus);
        }
        changes.values().removeIf(change -> change.errors() == 0 && change.counted() == 0); // wrong before and after
        return new BiasCurve(all, own, changes);
    }

    private static double logit(LabelledLogits answers, int row, int index) {
        return answers.logits()[row * answers.classes() + index];
    }

    /** The largest logit of a row among those that are raised, or among the others. */
    private static int best(LabelledLogits answers, int row, Set<Integer> raised, boolean wanted) {
        int best = -1;
        for (int i = 0; i < answers.classes(); i++) {
            boolean larger = best < 0 || logit(answers, row, i) > logit(answers, row, best);
            best = raised.contains(i) == wanted && larger ? i : best;
        }
        return best;
    }

    /** All errors when the biases are higher by so much. */
    public int errors(double bias) {
        return errors[changed(bias)];
    }

    /** The errors on samples of omitted classes. */
    public int errorsOnOmitted(double bias) {
        return counted[changed(bias)];
    }

    /** How many changes lie below. */
    private int changed(double bias) {
        if (Double.isNaN(bias)) {
            throw new IllegalArgumentException("a bias must be a number");
        }
        int from = 0;
        int to = beyond.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (beyond[middle] < bias) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Below this constant nothing changes any more. */
    public double lowest() {
        return beyond.length == 0 ? 0 : beyond[0];
    }

    /** Above this constant nothing changes any more. */
    public double highest() {
        return beyond.length == 0 ? 0 : beyond[beyond.length - 1];
    }

    /**
     * The constant with the fewest errors: the middle of the widest stretch that has so few. A stretch without an end counts as
     * the widest; then it is 0 if that lies on it, else 1 beyond its other end.
     */
    public double best() {
        int fewest = Arrays.stream(errors).min().orElseThrow();
        double best = 0;
        double widest = -1;
        for (int i = 0; i <= beyond.length; i++) {
            double from = i == 0 ? Double.NEGATIVE_INFINITY : beyond[i - 1];
            double to = i == beyond.length ? Double.POSITIVE_INFINITY : beyond[i];
            if (errors[i] == fewest && to - from > widest) {
                widest = to - from;
                best = middle(from, to);
            }
        }
        return best;
    }

    private static double middle(double from, double to) {
        if (Double.isInfinite(to - from)) {
            return from < 0 && to > 0 ? 0 : Double.isInfinite(to) ? from + 1 : to - 1;
        }
        return from + (to - from) / 2;
    }
}
