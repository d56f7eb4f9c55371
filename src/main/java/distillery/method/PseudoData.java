package distillery.method;

import distillery.data.NumberRange;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.loss.LossValue;
import distillery.loss.SoftLoss;
import java.util.List;
import java.util.Map;

/**
 * Pseudo-data: beside each batch of labelled samples the student is shown as many without labels, made from the labelled
 * ones, and learns what the teacher says to both: {@code softWeight · T² · KL} over all of them and {@code hardWeight · CE}
 * over those with labels (Bucila, Caruana and Niculescu-Mizil 2006, section 2).
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param recipe how they are made
 * @param perSample how many are made of each labelled sample
 */
public record PseudoData(Recipe recipe, int perSample) implements LogitMethod {
    private static final String RECIPE = "pseudoRecipe";
    private static final String PER_SAMPLE = "pseudoPerSample";
    private static final int MOST_PER_SAMPLE = 40;
    static final List<MethodParameter> PARAMETERS = List.of(
            MethodParameter.choice(RECIPE, "pseudo-recipe", "shifts", "blocks", "pixels", "noise"),
            new MethodParameter(PER_SAMPLE, "pseudo-per-sample", NumberRange.whole(1, MOST_PER_SAMPLE), 8));

    /** How samples without labels are made, in the order of the choices. */
    public enum Recipe {
        /** A sample moved by up to two pixels. */
        SHIFTS,
        /** A sample some of whose blocks of 4×4 pixels are those of a near neighbour. */
        BLOCKS,
        /** A sample some of whose numbers are drawn around those of its nearest neighbour: MUNGE. */
        PIXELS,
        /** Numbers at random: the control. */
        NOISE;

        /** Whether it makes nothing of numbers that are no picture. */
        public boolean needsPictures() {
            return this == SHIFTS || this == BLOCKS;
        }
    }

    public PseudoData {
        Refusal.unlessBetween(1, MOST_PER_SAMPLE, PER_SAMPLE, perSample);
    }

    static PseudoData of(Map<String, Double> values) {
        int recipe = Required.nonNull(values.get(RECIPE), RECIPE).intValue();
        return new PseudoData(
                Recipe.values()[recipe],
                Required.nonNull(values.get(PER_SAMPLE), PER_SAMPLE).intValue());
    }

    /** The same with noise instead. */
    public PseudoData ofNoise() {
        return new PseudoData(Recipe.NOISE, perSample);
    }

    @Override
    public Gradients step(StepContext context) {
        LiveHyperparameters live = context.hyperparameters();
        StepContext.Unlabelled unlabelled = context.unlabelled();
        double[] student = join(context.student(), unlabelled.student());
        double[] teacher = join(context.target(), unlabelled.teacher());
        LossValue soft = SoftLoss.timesT2(student, teacher, context.classes(), live.temperature())
                .times(live.softWeight());
        double[] slope = soft.gradient();
        double[] hard = context.measured().hardGradient();
        for (int i = 0; i < hard.length; i++) {
            slope[i] += live.hardWeight() * hard[i];
        }
        return new Gradients(
                soft.value() + live.hardWeight() * context.measured().hard(), slope);
    }

    private static double[] join(double[] first, double[] second) {
        double[] both = new double[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
