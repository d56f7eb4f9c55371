package distillery.method;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.loss.LossValue;
import distillery.loss.relation.DistanceLoss;
import distillery.loss.relation.RelationalLoss;
import distillery.net.NetSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Relational distillation: the distances and angles between the samples of a batch, seen in the last hidden layer, are to be
 * the teacher's (Park et al. 2019, section 3.2). The usual weights are those of code bases beside a cross-entropy.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 */
public record Relational(double distanceWeight, double angleWeight) implements FeatureMethod {
    private static final String DISTANCE = "distanceWeight";
    private static final String ANGLE = "angleWeight";
    static final List<MethodParameter> PARAMETERS = List.of(
            new MethodParameter(DISTANCE, "distance-weight", NumberRange.of(0, MOST_WEIGHT), 25),
            new MethodParameter(ANGLE, "angle-weight", NumberRange.of(0, MOST_WEIGHT), 50));

    /** Where the paper's Huber function goes straight. */
    private static final double HUBER_DELTA = 1;

    public Relational {
        Refusal.unlessBetween(0, MOST_WEIGHT, DISTANCE, distanceWeight);
        Refusal.unlessBetween(0, MOST_WEIGHT, ANGLE, angleWeight);
    }

    static Relational of(Map<String, Double> values) {
        return new Relational(
                Required.nonNull(values.get(DISTANCE), DISTANCE), Required.nonNull(values.get(ANGLE), ANGLE));
    }

    @Override
    public List<Points> points(NetSpec teacher, NetSpec student) throws Problem {
        return List.of(Points.lastHidden(teacher, student));
    }

    @Override
    public FeatureLoss loss(Points points, long seed) {
        RelationalLoss loss = new RelationalLoss(distanceWeight, angleWeight, HUBER_DELTA);
        return new FeatureLoss() {
            @Override
            public LossValue of(double[] student, double[] teacher, int rows) {
                RelationalLoss.Value value = loss.of(student, teacher, rows);
                return new LossValue(value.value(), value.gradient());
            }

            @Override
            public Optional<MethodPicture> picture(double[] student, double[] teacher, int rows) {
                DistanceLoss.Value value = new DistanceLoss(HUBER_DELTA).of(student, teacher, rows);
                return Optional.of(
                        new MethodPicture.Relations(rows, true, value.teacherShares(), value.studentShares()));
            }
        };
    }

    @Override
    public boolean hasPicture(NetSpec teacher, NetSpec student) {
        return true;
    }
}
