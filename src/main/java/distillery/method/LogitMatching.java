package distillery.method;

import distillery.loss.LogitLoss;
import distillery.loss.LossValue;
import java.util.Set;

/**
 * Logits against logits: {@code softWeight · ½‖z − v‖² + hardWeight · CE}, the mean over the batch (Ba and Caruana
 * 2014, section 2.1). It knows no temperature, and unlike the high-temperature limit of {@link Hinton} it minds a
 * constant added to all logits.
 */
public record LogitMatching() implements Method {
    private static final LogitLoss MATCH = new LogitLoss(LogitLoss.Reduction.HALF_SUM_BATCHMEAN, false);

    @Override
    public Set<Requirement> needs() {
        return Set.of(Requirement.TEACHER_LOGITS);
    }

    @Override
    public Gradients pull(StepContext scene) {
        LossValue match = MATCH.of(scene.student(), scene.teacher(), scene.classes());
        return WeightedSum.of(scene, match.value(), match.gradient());
    }

    /** The student's, turned round: the square minds only how far apart the two are. */
    @Override
    public double[] pullOnTeacher(StepContext scene) {
        LossValue match = MATCH.of(scene.student(), scene.teacher(), scene.classes());
        return WeightedSum.times(-scene.knobs().softWeight(), match.gradient());
    }
}
