package distillery.method;

import distillery.loss.HintonLoss;
import distillery.loss.Preconditions;
import distillery.net.Tap;
import java.util.Arrays;
import java.util.Map;

/**
 * The loss of one step and its slopes.
 *
 * @param loss what is minimised, the mean over the batch
 * @param logits its slope along the student's logits, row-major {@code [rows, classes]}
 * @param taps its slopes along other points of the student; empty for methods on logits
 * @param weights its slope along the student's weights that does not come through its outputs, laid out like {@link
 *     distillery.net.Weights}; empty for methods that do not look at weights
 * @param own what the method's comparison of hidden layers adds to the loss; no number where it compares none
 * @param pattern the share of units that are on where the teacher's are and off where they are off; no number where nobody
 *     compares that
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Gradients(
        double loss, double[] logits, Map<Tap, double[]> taps, double[] weights, double own, double pattern) {
    private static final double[] NONE = {};

    /** A loss on the logits alone. */
    public Gradients(double loss, double[] logits) {
        this(loss, logits, Map.of(), Double.NaN);
    }

    /** A loss on the logits and other points. */
    public Gradients(double loss, double[] logits, Map<Tap, double[]> taps, double own) {
        this(loss, logits, taps, NONE, own, Double.NaN);
    }

    /** {@code weight ·} a loss and its slope. */
    static Gradients weighted(double weight, double loss, double[] slope) {
        double[] product = new double[slope.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = weight * slope[i];
        }
        return new Gradients(weight * loss, product);
    }

    /** What {@link Hinton} minimises, and beside it a comparison of hidden layers with its slopes. */
    static Gradients beside(StepContext context, Map<Tap, double[]> taps, double own) {
        HintonLoss.Value outputs = context.measured();
        return new Gradients(outputs.total() + own, outputs.gradient(), taps, own);
    }

    /** A step that cannot be made, for there are no numbers. */
    static Gradients lost(StepContext context) {
        return new Gradients(Double.NaN, context.measured().gradient());
    }

    /** Whether losses take all of these numbers: a net that has come beyond them is lost. */
    static boolean tame(double[]... arrays) {
        return Arrays.stream(arrays).allMatch(Preconditions::areFeatures);
    }

    /** This, with the agreement of patterns. */
    Gradients withPattern(double agreement) {
        return new Gradients(loss, logits, taps, weights, own, agreement);
    }

    /** This, with a slope along the weights. */
    Gradients withWeights(double[] slope) {
        return new Gradients(loss, logits, taps, slope, own, pattern);
    }

    /** This and the loss against the labels at the weight that it has in this step. */
    Gradients withLabels(StepContext context) {
        double hard = context.hyperparameters().hardWeight();
        double[] slope = context.measured().hardGradient();
        double[] sum = new double[slope.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = logits[i] + hard * slope[i];
        }
        return new Gradients(loss + hard * context.measured().hard(), sum, taps, weights, own, pattern);
    }
}
