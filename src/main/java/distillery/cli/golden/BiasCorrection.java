package distillery.cli.golden;

import static distillery.loss.Preconditions.require;

import distillery.loss.Preconditions;
import distillery.loss.Softmax;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Correction of a biased output: a constant added to the logits of some classes, for a student that never saw them or
 * saw nothing else (Hinton, Vinyals, Dean 2015, section 3). A constant in the last layer's bias does the same.
 */
public final class BiasCorrection {
    private BiasCorrection() {}

    /**
     * What is left wrong after {@code delta} has been added.
     *
     * @param errorsOnShifted the errors on rows whose label is one of the shifted classes
     */
    public record Errors(double delta, int errors, int errorsOnShifted) {}

    /** Counts the errors of a row-major batch for one constant; of equally large logits the first class wins. */
    public static Errors errors(double[] logits, int[] labels, int classes, int[] shifted, double delta) {
        require(Double.isFinite(delta), "delta must be finite, was " + delta);
        int rows = Preconditions.rows("the", logits, classes);
        Preconditions.labels(labels, rows, classes);
        boolean[] isShifted = marked(shifted, classes);
        double[] row = new double[classes];
        int errors = 0;
        int errorsOnShifted = 0;
        for (int n = 0; n < rows; n++) {
            for (int i = 0; i < classes; i++) {
                row[i] = logits[n * classes + i] + (isShifted[i] ? delta : 0);
            }
            if (Softmax.largest(row, 0, classes) != labels[n]) {
                errors++;
                errorsOnShifted += isShifted[labels[n]] ? 1 : 0;
            }
        }
        return new Errors(delta, errors, errorsOnShifted);
    }

    /** Counts the errors for each constant, in the order given. */
    public static List<Errors> sweep(double[] logits, int[] labels, int classes, int[] shifted, double[] deltas) {
        return Arrays.stream(deltas)
                .mapToObj(delta -> errors(logits, labels, classes, shifted, delta))
                .toList();
    }

    /** The entry with the fewest errors, the first of equals. */
    public static Errors best(List<Errors> sweep) {
        return sweep.stream()
                .min(Comparator.comparingInt(Errors::errors))
                .orElseThrow(() -> new IllegalArgumentException("there is no delta to choose from"));
    }

    private static boolean[] marked(int[] shifted, int classes) {
        boolean[] marked = new boolean[classes];
        for (int shiftedClass : shifted) {
            require(
                    shiftedClass >= 0 && shiftedClass < classes,
                    "class " + shiftedClass + " is outside 0.." + (classes - 1));
            marked[shiftedClass] = true;
        }
        return marked;
    }
}
