package distillery.method;

import distillery.loss.SoftLoss;
import java.util.Set;

/** Softened outputs: {@code softWeight · T² · KL + hardWeight · CE} (Hinton, Vinyals and Dean 2015, section 2). */
public record Hinton() implements Method {
    @Override
    public Set<Requirement> needs() {
        return Set.of(Requirement.TEACHER_LOGITS);
    }

    @Override
    public Gradients pull(StepContext scene) {
        return new Gradients(scene.measured().total(), scene.measured().gradient());
    }

    @Override
    public double[] pullOnTeacher(StepContext scene) {
        double temperature = scene.knobs().temperature();
        double[] slope = SoftLoss.teacherGradient(scene.student(), scene.teacher(), scene.classes(), temperature);
        return WeightedSum.times(scene.knobs().softWeight() * temperature * temperature, slope);
    }
}
