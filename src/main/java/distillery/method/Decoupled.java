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
        Refusal.unlessBetween(0, Knobs.MOST_WEIGHT, "targetWeight", targetWeight);
        Refusal.unlessBetween(0, Knobs.MOST_WEIGHT, "nonTargetWeight", nonTargetWeight);
        Refusal.unlessBetween(0, MOST_WARM_UP, "warmUpEpochs", warmUpEpochs);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.TEACHER_LOGITS);
    }

    @Override
    public Pull pull(Scene scene) {
        DecoupledLoss.Value value = loss(scene).of(scene.student(), scene.teacher(), scene.labels(), scene.classes());
        double warmth = DecoupledLoss.warmUp(scene.epoch(), warmUpEpochs);
        return Mix.of(scene, warmth * value.value(), Mix.times(warmth, value.gradient()));
    }

    @Override
    public double[] pullOnTeacher(Scene scene) {
        double[] slope = loss(scene).teacherGradient(scene.student(), scene.teacher(), scene.labels(), scene.classes());
        return Mix.times(scene.knobs().softWeight() * DecoupledLoss.warmUp(scene.epoch(), warmUpEpochs), slope);
    }

    private DecoupledLoss loss(Scene scene) {
        return new DecoupledLoss(scene.knobs().temperature(), targetWeight, nonTargetWeight);
    }
}
