package distillery.method;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.data.Shape;
import distillery.loss.LossValue;
import distillery.loss.feature.AttentionTransferLoss;
import distillery.loss.feature.AttentionTransferLoss.Mode;
import distillery.net.NetSpec;
import distillery.net.Tap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Attention transfer: the student's pooled maps are to be active where the teacher's are, whatever their channels
 * (Zagoruyko, Komodakis 2017, section 3.1). Maps are compared from the last one back, as many as both nets have, and their
 * losses added, each the mean squared difference of the authors' code.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param power p of the paper
 */
public record Attention(double weight, double power) implements FeatureMethod {
    private static final String WEIGHT = "attentionWeight";
    private static final String POWER = "attentionPower";
    private static final double LARGEST_POWER = 10;
    static final List<MethodParameter> PARAMETERS = List.of(
            new MethodParameter(WEIGHT, "attention-weight", NumberRange.of(0, MOST_WEIGHT), 1000),
            new MethodParameter(POWER, "attention-power", NumberRange.of(1, LARGEST_POWER), 2));

    public Attention {
        Refusal.unlessBetween(0, MOST_WEIGHT, WEIGHT, weight);
        Refusal.unlessBetween(1, LARGEST_POWER, POWER, power);
    }

    static Attention of(Map<String, Double> values) {
        return new Attention(Required.nonNull(values.get(WEIGHT), WEIGHT), Required.nonNull(values.get(POWER), POWER));
    }

    @Override
    public List<Points> points(NetSpec teacher, NetSpec student) throws Problem {
        return Points.pooled(teacher, student);
    }

    @Override
    public Glimpse glimpse(Points points) {
        SameSize same = new SameSize(points);
        return new Activity(same.glimpse(), same.teacherShape().plane(), comparison());
    }

    @Override
    public FeatureLoss loss(Points points, long seed) {
        SameSize same = new SameSize(points);
        return same.before(new Match(comparison(), same.studentShape(), weight));
    }

    private AttentionTransferLoss comparison() {
        return new AttentionTransferLoss(power, Mode.MEAN_SQUARED);
    }

    @Override
    public boolean hasPicture(NetSpec teacher, NetSpec student) {
        return true;
    }

    /** Where the teacher is active. */
    private record Activity(Glimpse maps, int width, AttentionTransferLoss loss) implements Glimpse {
        @Override
        public Set<Tap> taps() {
            return maps.taps();
        }

        @Override
        public double[] of(Function<Tap, double[]> inside, int rows) {
            double[] values = maps.of(inside, rows);
            return Gradients.tame(values) ? loss.maps(values, rows, width) : Glimpse.lost(rows * width);
        }
    }

    /** The student's maps against the teacher's {@link Activity}, both of one size. */
    private record Match(AttentionTransferLoss loss, Shape shape, double weight) implements FeatureLoss {
        @Override
        public LossValue of(double[] own, double[] wanted, int rows) {
            AttentionTransferLoss.Value value = loss.ofMaps(own, wanted, rows, shape.plane());
            return new LossValue(value.value(), value.gradient()).times(weight);
        }

        @Override
        public Optional<MethodPicture> picture(double[] own, double[] wanted, int rows) {
            return Optional.of(new MethodPicture.Maps(
                    rows, shape.height(), shape.width(), wanted, loss.maps(own, rows, shape.plane())));
        }
    }
}
