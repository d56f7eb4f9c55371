package distillery.method;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.net.NetSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The flow of solution procedure (FSP): how the channels of an earlier pooled map go together with those of the last one is
 * to be as in the teacher (Yim et al. 2017, section 3). The paper has student and teacher of the same channels. A student
 * with fewer would be left out, so its flow is then brought to the teacher's channels from both sides by matrices that learn,
 * which is as if each map had gone through a 1×1 convolution, as a hint does.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param weight of the mean squared difference
 */
public record Flow(double weight) implements Method {
    private static final String WEIGHT = "flowWeight";
    static final List<MethodParameter> PARAMETERS =
            List.of(new MethodParameter(WEIGHT, "flow-weight", NumberRange.of(0, FeatureMethod.MOST_WEIGHT), 50));

    public Flow {
        Refusal.unlessBetween(0, FeatureMethod.MOST_WEIGHT, WEIGHT, weight);
    }

    static Flow of(Map<String, Double> values) {
        return new Flow(Required.nonNull(values.get(WEIGHT), WEIGHT));
    }

    @Override
    public boolean looksInside() {
        return true;
    }

    @Override
    public List<Points> compared(NetSpec teacher, NetSpec student) throws Problem {
        List<Points> all = new ArrayList<>(Points.twoPooled(teacher, student));
        all.add(Points.outputs(teacher, student));
        return all;
    }

    @Override
    public void requireFit(NetSpec teacher, NetSpec student) throws Problem {
        Points.twoPooled(teacher, student);
    }

    @Override
    public Distiller distiller(NetSpec teacher, NetSpec student, long seed) {
        try {
            List<Points> points = Points.twoPooled(teacher, student);
            return new FlowDistiller(points.get(0), points.get(1), weight, seed);
        } catch (Problem unfit) {
            throw new IllegalStateException("was checked when the settings were made", unfit);
        }
    }
}
