package distillery.method;

import java.util.Map;

/**
 * Where a method pulls the student on one batch.
 *
 * @param loss what is minimised, the mean over the batch
 * @param logits its slope along the student's logits, row-major {@code [rows, classes]}
 * @param activations its slopes along hidden layers of the student, by layer from 0; empty for methods on logits
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Pull(double loss, double[] logits, Map<Integer, double[]> activations) {
    /** A pull on the logits alone. */
    public Pull(double loss, double[] logits) {
        this(loss, logits, Map.of());
    }
}
