package distillery.method;

import distillery.data.Refusal;
import distillery.loss.HardLoss;
import distillery.loss.LossValue;

/**
 * No teacher: the labels share {@code share} of their weight evenly among all classes (Szegedy et al. 2016, section 7):
 * soft targets without any knowledge in them, which makes it a control for distillation.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 */
public record LabelSmoothing(double share) implements LogitMethod {
    public LabelSmoothing {
        Refusal.unlessShare("smoothing", share);
    }

    @Override
    public boolean needsTargets() {
        return false;
    }

    @Override
    public Gradients step(StepContext context) {
        LossValue smoothed = HardLoss.smoothed(context.student(), context.labels(), context.classes(), share);
        return new Gradients(smoothed.value(), smoothed.gradient());
    }
}
