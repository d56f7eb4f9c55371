package distillery.method;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.data.Shape;
import distillery.loss.LossValue;
import distillery.loss.feature.AttentionTransferLoss;
import distillery.net.NetSpec;
import distillery.net.Parameter;
import distillery.net.Projection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hints: the student's last pooled map is to be the teacher's, or the last hidden layer where a net has no maps, after a
 * regressor that learns with the student (Romero et al. 2015, FitNets, section 2.2). The paper has two
 * stages, first the hint alone and then the outputs alone; code bases have both at once.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param weight of the mean squared difference
 * @param epochsAlone how long the first stage takes; 0 for both at once
 */
public record Hint(double weight, int epochsAlone) implements FeatureMethod {
    private static final String WEIGHT = "hintWeight";
    public static final String EPOCHS = "hintEpochs";
    private static final int MOST_EPOCHS = 10_000;
    static final List<MethodParameter> PARAMETERS = List.of(
            new MethodParameter(WEIGHT, "hint-weight", NumberRange.of(0, MOST_WEIGHT), 10),
            new MethodParameter(EPOCHS, "hint-epochs", NumberRange.whole(0, MOST_EPOCHS), 0));

    public Hint {
        Refusal.unlessBetween(0, MOST_WEIGHT, WEIGHT, weight);
        Refusal.unlessBetween(0, MOST_EPOCHS, EPOCHS, epochsAlone);
    }

    static Hint of(Map<String, Double> values) {
        return new Hint(
                Required.nonNull(values.get(WEIGHT), WEIGHT),
                Required.nonNull(values.get(EPOCHS), EPOCHS).intValue());
    }

    @Override
    public List<Points> points(NetSpec teacher, NetSpec student) throws Problem {
        return List.of(Points.lastMapsOrHidden(teacher, student));
    }

    @Override
    public Glimpse glimpse(Points points) {
        return new SameSize(points).glimpse();
    }

    @Override
    public FeatureLoss loss(Points points, long seed) {
        SameSize same = new SameSize(points);
        Projection regressor = new Projection(
                same.studentShape(),
                same.teacherShape().channels(),
                ~seed); // the student's first weights are drawn with seed
        return same.before(new Match(regressor, weight, same.teacherShape()));
    }

    @Override
    public boolean hasPicture(NetSpec teacher, NetSpec student) {
        try {
            return points(teacher, student).stream()
                    .allMatch(each -> each.student().shape().isImage()
                            && each.teacher().shape().isImage());
        } catch (Problem unfit) {
            return false;
        }
    }

    /** The student through its regressor against the teacher; maps are seen by where they are active. */
    private record Match(Projection regressor, double weight, Shape shape) implements FeatureLoss {
        private static final AttentionTransferLoss ACTIVITY =
                new AttentionTransferLoss(1, AttentionTransferLoss.Mode.MEAN_SQUARED);

        @Override
        public LossValue of(double[] own, double[] wanted, int rows) {
            double value = regressor.match(own, wanted, weight);
            return new LossValue(value, regressor.slopes());
        }

        @Override
        public List<Parameter> parameters() {
            return regressor.parameters();
        }

        @Override
        public Optional<MethodPicture> picture(double[] own, double[] wanted, int rows) {
            if (!shape.isImage()) {
                return Optional.empty();
            }
            return Optional.of(new MethodPicture.Maps(
                    rows,
                    shape.height(),
                    shape.width(),
                    ACTIVITY.maps(wanted, rows, shape.plane()),
                    ACTIVITY.maps(regressor.forward(own), rows, shape.plane())));
        }
    }
}
