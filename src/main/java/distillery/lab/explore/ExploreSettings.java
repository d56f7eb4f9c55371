package distillery.lab.explore;

import distillery.data.NumberRange;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.lab.example.Example;
import distillery.lab.example.ExampleKind;
import distillery.lab.example.PullKind;
import distillery.loss.AlphaConvention;

/**
 * Everything a user can set on the Explore screen; what undo, files and lessons keep of it.
 *
 * @param temperature 0.05 to 100, or one of the limits 0 and infinity
 * @param softWeight the weight of T² · soft, 0 to 1; the hard loss gets the rest
 * @param stepSize how far a step follows the gradient
 */
public record ExploreSettings(
        Example example,
        double temperature,
        double softWeight,
        AlphaConvention convention,
        boolean logAxis,
        PullKind pull,
        double stepSize) {
    /** The screen as it first opens. */
    public static final ExploreSettings FIRST = new ExploreSettings(
            ExampleKind.HORSE_DONKEY_CAR.example(), 4, 0.9, AlphaConvention.ALPHA_ON_SOFT, false, PullKind.TOTAL, 0.5);

    public static final double LOWEST_TEMPERATURE = 0.05;
    public static final double HIGHEST_TEMPERATURE = 100;

    public ExploreSettings {
        Required.nonNull(example, "example");
        Required.nonNull(convention, "convention");
        Required.nonNull(pull, "pull");
        boolean limit = temperature == 0 || temperature == Double.POSITIVE_INFINITY;
        Refusal.unless(
                limit || (temperature >= LOWEST_TEMPERATURE && temperature <= HIGHEST_TEMPERATURE),
                "temperature",
                "refused.temperature",
                NumberRange.readable(LOWEST_TEMPERATURE),
                NumberRange.readable(HIGHEST_TEMPERATURE),
                NumberRange.readable(temperature));
        Refusal.unlessBetween(0, 1, "softWeight", softWeight);
        Refusal.unless(stepSize > 0 && stepSize <= 1, "stepSize", "refused.above", 1, NumberRange.readable(stepSize));
    }
}
