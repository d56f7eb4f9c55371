package distillery.method;

import distillery.data.Required;
import distillery.loss.ReferenceLoss;
import distillery.loss.WeightedLoss;
import java.util.List;
import java.util.Map;

/**
 * Soft labels literally as a well-known code base or text has them: with its reduction, its T² or none, and its two
 * weights, so that α does nothing here. The temperature is the one that is set, whatever the code has.
 */
public record CodeBase(ReferenceLoss reference) implements LogitMethod {
    private static final String WHICH = "codeBase";
    private static final List<ReferenceLoss> LOSSES = List.of(ReferenceLoss.values());
    static final List<MethodParameter> PARAMETERS = List.of(MethodParameter.choice(
            WHICH, "code-base", LOSSES.stream().map(ReferenceLoss::id).toArray(String[]::new)));

    static CodeBase of(Map<String, Double> values) {
        return new CodeBase(
                LOSSES.get(Required.nonNull(values.get(WHICH), WHICH).intValue()));
    }

    @Override
    public boolean weighsItself() {
        return true;
    }

    @Override
    public Gradients step(StepContext context) {
        WeightedLoss.Value value = at(context.hyperparameters())
                .of(context.student(), context.target(), context.labels(), context.classes());
        return new Gradients(value.total(), value.gradient());
    }

    /** What it minimises while the sliders stand there. */
    public WeightedLoss at(LiveHyperparameters knobs) {
        return reference.loss().at(knobs.temperature());
    }
}
