package distillery.method;

import distillery.loss.LogitLoss;
import distillery.loss.LossValue;
import distillery.loss.SquaredError;

/**
 * Logits against logits: {@code softWeight · ½‖z − v‖² + hardWeight · CE}, the mean over the batch (Ba and Caruana
 * 2014, section 2.1). It has no temperature, and unlike the high-temperature limit of {@link Hinton} it changes when a
 * constant is added to all logits.
 */
public record LogitMatching() implements LogitMethod {
    static final LogitLoss LOSS = new LogitLoss(SquaredError.HALF_SUM_BATCHMEAN, false);

    @Override
    public Gradients step(StepContext context) {
        LossValue match = LOSS.of(context.student(), context.target(), context.classes());
        return Gradients.weighted(context.hyperparameters().softWeight(), match.value(), match.gradient())
                .withLabels(context);
    }
}
