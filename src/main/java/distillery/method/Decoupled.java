package distillery.method;

import distillery.data.Refusal;
import distillery.loss.DecoupledLoss;
import java.util.Set;

/**
 * Decoupled distillation: the target's share and the shape of the rest, each with a weight of its own (Zhao et al.
 * 2022, section 3). The knowledge part warms up over the first epochs, the loss against labels does not.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 */
public record Decoupled(double targetWeight, double nonTargetWeight, int warmUpEpochs) implements Method {
    /** The longest warm-up. */
    public static final int MOST_WARM_UP = 10_000;

    public Decoupled {
        Refusal.unlessBetween(0, LiveHyperparameters.MOST_WEIGHT, "targetWeight", targetWeight);
        Refusal.unlessBetween(0, LiveHyperparameters.MOST_WEIGHT, "nonTargetWeight", nonTargetWeight);
        Refusal.unlessBetween(0, MOST_WARM_UP, "warmUpEpochs", warmUpEpochs);
    }

    @Override
    public Set<Requirement> needs() {
        return Set.of(Requirement.TEACHER_LOGITS);
    }

    @Override
    public Gradients pull(StepContext scene) {
        DecoupledLoss.Value value = loss(scene).of(scene.student(), scene.teacher(), scene.labels(), scene.classes());
        double warmth = DecoupledLoss.warmUp(scene.epoch(), warmUpEpochs);
        return WeightedSum.of(scene, warmth * value.value(), WeightedSum.times(warmth, value.gradient()));
    }

    @Override
    public double[] pullOnTeacher(StepContext scene) {
        double[] slope = loss(scene).teacherGradient(scene.student(), scene.teacher(), scene.labels(), scene.classes());
        return WeightedSum.times(scene.knobs().softWeight() * DecoupledLoss.warmUp(scene.epoch(), warmUpEpochs), slope);
    }

    private DecoupledLoss loss(StepContext scene) {
        return new DecoupledLoss(scene.knobs().temperature(), targetWeight, nonTargetWeight);
    }
}
