package distillery.method;

import distillery.loss.SoftLoss;
import java.util.Set;

/** Softened outputs: {@code softWeight · T² · KL + hardWeight · CE} (Hinton, Vinyals and Dean 2015, section 2). */
public record Hinton() implements Method {
    @Override
    public Set<Need> needs() {
        return Set.of(Need.TEACHER_LOGITS);
    }

    @Override
    public Pull pull(Scene scene) {
        return new Pull(scene.measured().total(), scene.measured().gradient());
    }

    @Override
    public double[] pullOnTeacher(Scene scene) {
        double temperature = scene.knobs().temperature();
        double[] slope = SoftLoss.teacherGradient(scene.student(), scene.teacher(), scene.classes(), temperature);
        return Mix.times(scene.knobs().softWeight() * temperature * temperature, slope);
    }
}
