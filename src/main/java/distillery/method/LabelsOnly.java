package distillery.method;

import distillery.data.Refusal;
import distillery.loss.HardLoss;
import distillery.loss.LossValue;
import java.util.Set;

/**
 * No teacher: cross-entropy against the labels. With {@code smoothing} above zero the labels share that much of their
 * weight evenly among all classes (Szegedy et al. 2016, section 7): soft targets without any knowledge in them, which
 * makes it the control for distillation.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 */
public record LabelsOnly(double smoothing) implements Method {
    public LabelsOnly {
        Refusal.unlessShare("smoothing", smoothing);
    }

    @Override
    public Set<Requirement> needs() {
        return Set.of();
    }

    @Override
    public Gradients pull(StepContext scene) {
        if (smoothing == 0) {
            return new Gradients(scene.measured().hard(), scene.measured().hardGradient());
        }
        LossValue smoothed = HardLoss.smoothed(scene.student(), scene.labels(), scene.classes(), smoothing);
        return new Gradients(smoothed.value(), smoothed.gradient());
    }

    /** None: this loss does not look at the teacher. */
    @Override
    public double[] pullOnTeacher(StepContext scene) {
        return new double[scene.teacher().length];
    }
}
