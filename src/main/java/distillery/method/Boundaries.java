package distillery.method;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.loss.LossValue;
import distillery.loss.feature.ActivationBoundaryLoss;
import distillery.loss.feature.ActivationBoundaryLoss.Reduction;
import distillery.net.NetSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Activation boundaries: through a connector that learns with it, the student's last hidden dense layer is to be on where
 * the teacher's is, and off where it is off, both before the ReLU (Heo et al. 2019, section 3). The loss is the mean over
 * units, with the paper's margin of one.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 */
public record Boundaries(double weight) implements FeatureMethod {
    private static final String WEIGHT = "boundaryWeight";
    static final List<MethodParameter> PARAMETERS =
            List.of(new MethodParameter(WEIGHT, "boundary-weight", NumberRange.of(0, MOST_WEIGHT), 10));

    private static final double MARGIN = 1;

    public Boundaries {
        Refusal.unlessBetween(0, MOST_WEIGHT, WEIGHT, weight);
    }

    static Boundaries of(Map<String, Double> values) {
        return new Boundaries(Required.nonNull(values.get(WEIGHT), WEIGHT));
    }

    @Override
    public List<Points> points(NetSpec teacher, NetSpec student) throws Problem {
        return List.of(Points.beforeLastRelu(teacher, student));
    }

    @Override
    public FeatureLoss loss(Points points, long seed) {
        return new Projected(points.student().shape(), points.teacher().shape(), seed, new Sides(weight));
    }

    @Override
    public boolean hasPicture(NetSpec teacher, NetSpec student) {
        return true;
    }

    @Override
    public boolean comparesPatterns() {
        return true;
    }

    /** Remembers how many units were on the right side. */
    private static final class Sides implements FeatureLoss {
        private final ActivationBoundaryLoss loss = new ActivationBoundaryLoss(MARGIN, Reduction.MEAN);
        private final double weight;
        private double agreement = Double.NaN;

        Sides(double weight) {
            this.weight = weight;
        }

        @Override
        public LossValue of(double[] own, double[] wanted, int rows) {
            ActivationBoundaryLoss.Value value = loss.of(own, wanted, rows);
            agreement = value.agreement();
            return new LossValue(value.value(), value.gradient()).times(weight);
        }

        @Override
        public Optional<MethodPicture> picture(double[] own, double[] wanted, int rows) {
            return Optional.of(new MethodPicture.Patterns(rows, own.length / rows, wanted, own));
        }

        @Override
        public double pattern() {
            return agreement;
        }
    }
}
