package distillery.method;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.loss.feature.CosineLoss;
import distillery.net.NetSpec;
import java.util.List;
import java.util.Map;

/**
 * Hints by direction: the student's last pooled map is to point where the teacher's does, or the last hidden layer where a
 * net has no maps. As in PyTorch's knowledge distillation tutorial nothing is trained for it: the numbers of a sample are taken
 * as a row, and the longer row is averaged down to the length of the other.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param weight of one minus the cosine
 */
public record Cosine(double weight) implements FeatureMethod {
    private static final String WEIGHT = "cosineWeight";
    static final List<MethodParameter> PARAMETERS =
            List.of(new MethodParameter(WEIGHT, "cosine-weight", NumberRange.of(0, MOST_WEIGHT), 1));

    public Cosine {
        Refusal.unlessBetween(0, MOST_WEIGHT, WEIGHT, weight);
    }

    static Cosine of(Map<String, Double> values) {
        return new Cosine(Required.nonNull(values.get(WEIGHT), WEIGHT));
    }

    @Override
    public List<Points> points(NetSpec teacher, NetSpec student) throws Problem {
        return List.of(Points.lastMapsOrHidden(teacher, student));
    }

    @Override
    public Glimpse glimpse(Points points) {
        return SameSize.inARow(points).glimpse();
    }

    @Override
    public FeatureLoss loss(Points points, long seed) {
        CosineLoss loss = new CosineLoss();
        return SameSize.inARow(points)
                .before((own, wanted, rows) -> loss.of(own, wanted, rows).times(weight));
    }
}
