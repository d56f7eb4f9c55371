package distillery.method;

import distillery.data.NumberRange;
import distillery.data.Refusal;
import distillery.data.Required;
import java.util.List;
import java.util.Map;

/**
 * Born-again nets: a student is taught by one of its own kind, which was taught by another, and so on back to one that
 * learned from labels only (Furlanello et al. 2018, section 3). The loss of each is {@link Hinton}'s; the paper has T = 1.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param generations how many are taught
 */
public record BornAgain(int generations) implements LogitMethod {
    private static final String GENERATIONS = "generations";
    private static final int MOST = 5;
    static final List<MethodParameter> PARAMETERS =
            List.of(new MethodParameter(GENERATIONS, "generations", NumberRange.whole(1, MOST), 2));

    public BornAgain {
        Refusal.unlessBetween(1, MOST, GENERATIONS, generations);
    }

    static BornAgain of(Map<String, Double> values) {
        return new BornAgain(
                Required.nonNull(values.get(GENERATIONS), GENERATIONS).intValue());
    }

    @Override
    public Arrangement arrangement() {
        return new Arrangement.Generations(generations);
    }

    @Override
    public Gradients step(StepContext context) {
        return new Hinton().step(context);
    }
}
