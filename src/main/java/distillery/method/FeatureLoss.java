package distillery.method;

import distillery.loss.LossValue;
import distillery.net.Parameter;
import java.util.List;
import java.util.Optional;

/** How far a point of the student is from one of the teacher, weight included. */
@FunctionalInterface
interface FeatureLoss {
    /** The loss of a batch of the student's values against a {@link Glimpse} of the teacher's, and its slope along them; the gradient of {@link #parameters} is then in them. */
    LossValue of(double[] student, double[] teacher, int rows);

    /** The share of units that were on, or off, in both in the last batch; no number where nobody compares that. */
    default double pattern() {
        return Double.NaN;
    }

    /** What can be seen of the comparison of a batch; nothing where nobody has drawn it. */
    default Optional<MethodPicture> picture(double[] student, double[] teacher, int rows) {
        return Optional.empty();
    }

    /** What it trains beside the student. */
    default List<Parameter> parameters() {
        return List.of();
    }
}
