package distillery.method;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.loss.LossValue;
import distillery.loss.relation.SimilarityLoss;
import distillery.net.NetSpec;
import distillery.net.SampleProducts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Similarity preserving: samples of a batch whose last pooled maps are alike to the teacher are to be alike to the student
 * (Tung, Mori 2019, section 3); the last hidden layers where a net has no maps.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 */
public record Similarity(double weight) implements FeatureMethod {
    private static final String WEIGHT = "similarityWeight";
    static final List<MethodParameter> PARAMETERS =
            List.of(new MethodParameter(WEIGHT, "similarity-weight", NumberRange.of(0, MOST_WEIGHT), 3000));

    public Similarity {
        Refusal.unlessBetween(0, MOST_WEIGHT, WEIGHT, weight);
    }

    static Similarity of(Map<String, Double> values) {
        return new Similarity(Required.nonNull(values.get(WEIGHT), WEIGHT));
    }

    @Override
    public List<Points> points(NetSpec teacher, NetSpec student) throws Problem {
        return List.of(Points.lastMapsOrHidden(teacher, student));
    }

    @Override
    public FeatureLoss loss(Points points, long seed) {
        return new Match(weight, new SampleProducts(), new SampleProducts());
    }

    @Override
    public boolean hasPicture(NetSpec teacher, NetSpec student) {
        return true;
    }

    /** Two batches of features against each other. */
    private record Match(double weight, SampleProducts own, SampleProducts wanted) implements FeatureLoss {
        private SimilarityLoss.Value compare(double[] student, double[] teacher, int rows) {
            return SimilarityLoss.ofProducts(own.pairs(student, rows), wanted.pairs(teacher, rows), rows);
        }

        @Override
        public LossValue of(double[] student, double[] teacher, int rows) {
            SimilarityLoss.Value value = compare(student, teacher, rows);
            double[] slope = value.gradient();
            double[] both = new double[slope.length];
            for (int i = 0; i < slope.length; i++) {
                both[i] = weight * (slope[i] + slope[i % rows * rows + i / rows]); // each product has two sides
            }
            return new LossValue(weight * value.value(), own.times(both));
        }

        @Override
        public Optional<MethodPicture> picture(double[] student, double[] teacher, int rows) {
            SimilarityLoss.Value value = compare(student, teacher, rows);
            return Optional.of(
                    new MethodPicture.Relations(rows, false, value.teacherSimilarity(), value.studentSimilarity()));
        }
    }
}
