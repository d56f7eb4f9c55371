package distillery.loss;

/**
 * What the soft gradient becomes as the temperature grows: {@code classes rows T² dKL/dz} tends to the difference of
 * the logits with each row's mean taken out (Hinton, Vinyals, Dean 2015, section 2.1). It tends to the plain difference
 * only where every row of both has the mean zero. The error falls as 1/T.
 */
public final class HighTemperatureLimit {
    private final double[] student;
    private final double[] teacher;
    private final int classes;
    private final double[] difference;
    private final double[] centredDifference;

    /** Prepares two row-major batches of the same size; the arrays must not change while this is in use. */
    public HighTemperatureLimit(double[] student, double[] teacher, int classes) {
        Preconditions.rows(student, teacher, classes);
        this.student = student;
        this.teacher = teacher;
        this.classes = classes;
        difference = LogitLoss.difference(student, teacher);
        centredDifference = difference.clone();
        LogitLoss.centre(centredDifference, classes);
    }

    /** Student minus teacher, row-major. */
    public double[] difference() {
        return difference.clone();
    }

    /** Student minus teacher with each row's mean taken out: the limit of the scaled gradient. */
    public double[] centredDifference() {
        return centredDifference.clone();
    }

    /** The limit of {@code T² KL}: half the squared length of the centred difference over the classes, a batch mean. */
    public double divergenceTimesT2() {
        return Norm.squared(centredDifference) / (2.0 * student.length);
    }

    /** The gradient at a temperature beside its limit. */
    public Approach at(double temperature) {
        SoftTerms soft = SoftTerms.of(student, teacher, classes, temperature);
        double[] scaled = LossValue.sum(student.length, soft.scaledGradient(), 0, soft.scaledGradient());
        return new Approach(
                temperature,
                soft.gradient(),
                scaled,
                Norm.relativeError(scaled, difference),
                Norm.relativeError(scaled, centredDifference),
                cosine(scaled, difference),
                cosine(scaled, centredDifference),
                soft.scaledDivergence());
    }

    /**
     * How near the gradient has come to its limit at one temperature.
     *
     * @param gradient the slope of the divergence, a batch mean without T²
     * @param scaledGradient the same times {@code classes rows T²}
     * @param errorToDifference the distance from the plain difference as a share of that difference's length
     * @param errorToCentred the distance from the centred difference as a share of that difference's length
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Approach(
            double temperature,
            double[] gradient,
            double[] scaledGradient,
            double errorToDifference,
            double errorToCentred,
            double cosineToDifference,
            double cosineToCentred,
            double divergenceTimesT2) {}

    /** One for two vectors of zeros, which agree; zero where only one of them is, since it points nowhere. */
    private static double cosine(double[] a, double[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
        }
        double lengthA = Math.sqrt(Norm.squared(a));
        double lengthB = Math.sqrt(Norm.squared(b));
        if (lengthA == 0 || lengthB == 0) {
            return lengthA == lengthB ? 1 : 0;
        }
        return dot / lengthA / lengthB;
    }
}
