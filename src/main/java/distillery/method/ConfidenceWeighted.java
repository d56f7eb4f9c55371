package distillery.method;

import distillery.loss.scheme.ConfidenceWeightedLoss;

/**
 * The control of {@link BornAgain} that its authors call CWTM: the labels alone, but samples that the teacher is surer of
 * count more (Furlanello et al. 2018, section 3). It is held against generations and not offered on its own.
 */
public record ConfidenceWeighted() implements LogitMethod {
    @Override
    public Gradients step(StepContext context) {
        ConfidenceWeightedLoss.Value value =
                ConfidenceWeightedLoss.of(context.student(), context.target(), context.labels(), context.classes());
        return Gradients.weighted(1, value.value(), value.gradient());
    }
}
