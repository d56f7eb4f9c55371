package distillery.method;

import distillery.net.Tap;
import java.util.Map;

/**
 * Where a method pulls the student on one batch.
 *
 * @param loss what is minimised, the mean over the batch
 * @param logits its slope along the student's logits, row-major {@code [rows, classes]}
 * @param slopes its slopes along other points of the student; empty for methods on logits
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Gradients(double loss, double[] logits, Map<Tap, double[]> slopes) {
    /** A pull on the logits alone. */
    public Gradients(double loss, double[] logits) {
        this(loss, logits, Map.of());
    }
}
