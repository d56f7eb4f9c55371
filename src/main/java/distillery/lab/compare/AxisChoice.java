package distillery.lab.compare;

import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.train.TrainSettings;
import distillery.train.sweep.GridAxis;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One axis of a map as a person chose it.
 *
 * @param name of the setting, as a sweep names it
 * @param values as they were typed: {@code 1, 2, 4}
 */
public record AxisChoice(String name, String values) {
    /** What the screen offers; the command line knows more. */
    public static final List<String> NAMES =
            List.of("temperature", "alpha", "images", "width", "learning-rate", "epochs");

    public static final int LONGEST = 500;

    private static final Map<String, String> USUAL =
            Map.of("temperature", "1, 2, 4, 8, 20", "alpha", "0, 0.5, 0.9, 1", "learning-rate", "0.0003, 0.001, 0.003");

    private static final int FEWEST_IMAGES = 10;

    public AxisChoice {
        if (!NAMES.contains(Required.nonNull(name, "name"))) {
            throw new Refusal("name", new Problem("sweep.axis", name, String.join(", ", NAMES)));
        }
        int length = Required.nonNull(values, "values").length();
        Refusal.unless(length <= LONGEST, "values", "refused.long", LONGEST, length);
    }

    /** An axis with values that make sense around these settings. */
    public static AxisChoice usual(String name, TrainSettings settings) {
        String fixed = USUAL.get(name);
        if (fixed != null) {
            return new AxisChoice(name, fixed);
        }
        int now =
                switch (name) {
                    case "images" -> Math.max(FEWEST_IMAGES, settings.images() / 2);
                    case "epochs" -> Math.max(1, settings.epochs() / 2);
                    default -> 8;
                };
        return new AxisChoice(
                name,
                IntStream.of(now, 2 * now, 4 * now).mapToObj(String::valueOf).collect(Collectors.joining(", ")));
    }

    GridAxis axis() throws Problem {
        return GridAxis.parse(name + "=" + values);
    }
}
