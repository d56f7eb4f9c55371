package distillery.method;

import distillery.data.NumberRange;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.loss.DecoupledLoss;
import java.util.List;
import java.util.Map;

/**
 * Decoupled distillation: the target's share and the shape of the rest, each with a weight of its own (Zhao et al.
 * 2022, section 3). The knowledge part warms up over the first epochs, the loss against labels does not.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 */
public record Decoupled(double targetWeight, double nonTargetWeight, int warmUpEpochs) implements LogitMethod {
    public static final String TARGET_WEIGHT = "targetWeight";
    public static final String NON_TARGET_WEIGHT = "nonTargetWeight";
    public static final String WARM_UP = "warmUpEpochs";

    private static final int MOST_WARM_UP = 10_000;

    /** With the weights and the warm-up of the authors' code. */
    static final List<MethodParameter> PARAMETERS = List.of(
            new MethodParameter(TARGET_WEIGHT, "dkd-alpha", NumberRange.of(0, LiveHyperparameters.MOST_WEIGHT), 1),
            new MethodParameter(NON_TARGET_WEIGHT, "dkd-beta", NumberRange.of(0, LiveHyperparameters.MOST_WEIGHT), 8),
            new MethodParameter(WARM_UP, "warm-up", NumberRange.whole(0, MOST_WARM_UP), 20));

    public Decoupled {
        Refusal.unlessBetween(0, LiveHyperparameters.MOST_WEIGHT, TARGET_WEIGHT, targetWeight);
        Refusal.unlessBetween(0, LiveHyperparameters.MOST_WEIGHT, NON_TARGET_WEIGHT, nonTargetWeight);
        Refusal.unlessBetween(0, MOST_WARM_UP, WARM_UP, warmUpEpochs);
    }

    static Decoupled of(Map<String, Double> values) {
        return new Decoupled(
                Required.nonNull(values.get(TARGET_WEIGHT), TARGET_WEIGHT),
                Required.nonNull(values.get(NON_TARGET_WEIGHT), NON_TARGET_WEIGHT),
                Required.nonNull(values.get(WARM_UP), WARM_UP).intValue());
    }

    @Override
    public Gradients step(StepContext context) {
        DecoupledLoss.Value value =
                loss(context).of(context.student(), context.target(), context.labels(), context.classes());
        return Gradients.weighted(weight(context), value.value(), value.gradient())
                .withLabels(context);
    }

    DecoupledLoss loss(StepContext context) {
        return new DecoupledLoss(context.hyperparameters().temperature(), targetWeight, nonTargetWeight);
    }

    /** What the knowledge part counts for in this step. */
    double weight(StepContext context) {
        return context.hyperparameters().softWeight() * DecoupledLoss.warmUp(context.epoch(), warmUpEpochs);
    }
}
