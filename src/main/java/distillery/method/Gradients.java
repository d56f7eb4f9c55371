package distillery.method;

import distillery.net.Tap;
import java.util.Map;

/**
 * The loss of one step and its slopes.
 *
 * @param loss what is minimised, the mean over the batch
 * @param logits its slope along the student's logits, row-major {@code [rows, classes]}
 * @param taps its slopes along other points of the student; empty for methods on logits
 * @param own what the method's comparison of hidden layers adds to the loss; no number where it compares none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Gradients(double loss, double[] logits, Map<Tap, double[]> taps, double own) {
    /** A loss on the logits alone. */
    public Gradients(double loss, double[] logits) {
        this(loss, logits, Map.of(), Double.NaN);
    }

    /** {@code weight ·} a loss and its slope. */
    static Gradients weighted(double weight, double loss, double[] slope) {
        double[] product = new double[slope.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = weight * slope[i];
        }
        return new Gradients(weight * loss, product);
    }

    /** This and the loss against the labels at the weight that it has in this step. */
    Gradients withLabels(StepContext context) {
        double hard = context.hyperparameters().hardWeight();
        double[] slope = context.measured().hardGradient();
        double[] sum = new double[slope.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = logits[i] + hard * slope[i];
        }
        return new Gradients(loss + hard * context.measured().hard(), sum, taps, own);
    }
}
