package distillery.method;

import distillery.loss.LossValue;
import distillery.loss.SoftLoss;
import org.jspecify.annotations.Nullable;

/**
 * The slope of a student's loss along its teacher's logits: what would move a teacher that somebody forgot to freeze. A
 * correct program has no use for it, so no method knows of it.
 */
public final class TeacherSlope {
    private TeacherSlope() {}

    /** Whether this method's loss would move the teacher. */
    public static boolean exists(Method method) {
        return method instanceof Hinton || method instanceof Decoupled || method instanceof LogitMatching;
    }

    /** The slope, row-major {@code [rows, classes]}; null for a method whose loss does not depend on the teacher's logits. */
    public static double @Nullable [] of(Method method, StepContext context) {
        if (!exists(method)) {
            return null;
        }
        double[] student = context.student();
        double[] teacher = context.target();
        double soft = context.hyperparameters().softWeight();
        if (method instanceof Decoupled decoupled) {
            double[] slope =
                    decoupled.loss(context).teacherGradient(student, teacher, context.labels(), context.classes());
            return Gradients.weighted(decoupled.weight(context), 0, slope).logits();
        }
        if (method instanceof LogitMatching matching) {
            LossValue match = matching.loss(context);
            return Gradients.weighted(-soft, 0, match.gradient()).logits(); // the square depends on the distance alone
        }
        double temperature = context.hyperparameters().temperature();
        double[] slope = SoftLoss.teacherGradient(student, teacher, context.classes(), temperature);
        return Gradients.weighted(soft * temperature * temperature, 0, slope).logits();
    }
}
