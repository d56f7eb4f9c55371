package distillery.method;

import distillery.data.Required;
import distillery.loss.LogitLoss;
import distillery.loss.LossValue;
import distillery.loss.SquaredError;
import java.util.List;
import java.util.Map;

/**
 * Logits against logits: {@code softWeight · ½‖z − v‖² + hardWeight · CE}, the mean over the batch (Ba and Caruana
 * 2014, section 2.1). It has no temperature, and unlike the high-temperature limit of {@link Hinton} it changes when a
 * constant is added to all logits, unless each row is centred first.
 *
 * @param centred whether each row's mean is first taken out of z and v
 */
public record LogitMatching(boolean centred) implements LogitMethod {
    private static final String FORM = "logitForm";
    static final List<MethodParameter> PARAMETERS =
            List.of(MethodParameter.choice(FORM, "logit-form", "raw", "centred"));

    static LogitMatching of(Map<String, Double> values) {
        return new LogitMatching(Required.nonNull(values.get(FORM), FORM) == 1);
    }

    @Override
    public Gradients step(StepContext context) {
        LossValue match = loss(context);
        return Gradients.weighted(context.hyperparameters().softWeight(), match.value(), match.gradient())
                .withLabels(context);
    }

    /** The distance alone, unweighted. */
    LossValue loss(StepContext context) {
        return new LogitLoss(SquaredError.HALF_SUM_BATCHMEAN, centred)
                .of(context.student(), context.target(), context.classes());
    }
}
