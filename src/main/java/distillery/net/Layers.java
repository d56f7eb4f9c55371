package distillery.net;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import distillery.data.NumberRange;
import distillery.data.PlainSigns;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.data.Samples;
import distillery.data.TypedNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The widths of a multi-layer perceptron from inputs to classes, written {@code 784-128-10}.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 */
public record Layers(List<Integer> widths) {
    public static final int MOST_WIDTHS = 10;
    public static final int WIDEST = Samples.MOST_FEATURES;
    public static final long MOST_PARAMETERS = 50_000_000;

    private static final String NAME = "layers";
    private static final String EXAMPLE = "784-128-10";

    private static final Pattern BETWEEN = Pattern.compile(" ?[-xX\u00d7*] ?");

    public Layers {
        widths = List.copyOf(Required.nonNull(widths, "widths"));
        Refusal.unless(
                widths.size() >= 2 && widths.size() <= MOST_WIDTHS,
                NAME,
                "refused.layers-count",
                MOST_WIDTHS,
                widths.size());
        for (int width : widths) {
            Refusal.unless(width >= 1 && width <= WIDEST, NAME, "refused.layers-width", WIDEST, text(width));
        }
        long parameters = parameters(widths);
        Refusal.unless(parameters <= MOST_PARAMETERS, NAME, "refused.layers-size", MOST_PARAMETERS, parameters);
    }

    public static Layers of(Integer... widths) {
        return new Layers(Arrays.asList(widths));
    }

    /** Reads {@code 784-128-10}. */
    @JsonCreator
    public static Layers parse(String text) {
        try {
            return new Layers(Arrays.stream(text.trim().split("-"))
                    .map(part -> Integer.valueOf(part.trim()))
                    .toList());
        } catch (NumberFormatException notANumber) {
            throw new Refusal(NAME, "refused.layers", EXAMPLE, NumberRange.quoted(text));
        }
    }

    /**
     * Reads what a person typed: dashes and digits of any kind, {@code x} and {@code ×} for a dash.
     *
     * @throws Problem that names the part that makes no sense
     */
    public static Layers read(String typed) throws Problem {
        String said = NumberRange.quoted(typed);
        String plain = PlainSigns.plain(typed.replace("\u2014\u2014", "-")); // how Chinese keyboards write a dash
        if (plain.isEmpty()) {
            throw new Problem("layers.nothing", EXAMPLE);
        }
        List<Integer> widths = new ArrayList<>();
        for (String part : BETWEEN.split(plain, -1)) {
            widths.add(width(said, part, widths.size() + 1));
        }
        if (widths.size() < 2) {
            throw new Problem("layers.few", said, EXAMPLE);
        }
        if (widths.size() > MOST_WIDTHS) {
            throw new Problem("layers.many", said, widths.size(), MOST_WIDTHS);
        }
        if (parameters(widths) > MOST_PARAMETERS) {
            throw new Problem("layers.parameters", said, parameters(widths), MOST_PARAMETERS);
        }
        return new Layers(widths);
    }

    private static int width(String said, String part, int number) throws Problem {
        if (part.isEmpty()) {
            throw new Problem("layers.gap", said, number, EXAMPLE);
        }
        if (!(TypedNumber.read(part, true) instanceof TypedNumber.Exact)) {
            throw new Problem("layers.part", said, NumberRange.quoted(part), number, EXAMPLE);
        }
        try {
            return (int) NumberRange.whole(1, WIDEST).read(part);
        } catch (Problem outside) {
            throw new Problem(outside, "layers.width", said, number, NumberRange.quoted(part), text(WIDEST));
        }
    }

    /**
     * The same net, if data of so many inputs and classes can go through it.
     *
     * @throws Problem that says what the data need
     */
    public Layers fitting(int inputs, int classes) throws Problem {
        if (inputs() != inputs || classes() != classes) {
            throw new Problem("layers.fit", toString(), text(inputs()), text(classes()), text(inputs), text(classes));
        }
        return this;
    }

    public int inputs() {
        return widths.get(0);
    }

    public int classes() {
        return widths.get(widths.size() - 1);
    }

    /** How many layers of weights lie between the widths. */
    public int depth() {
        return widths.size() - 1;
    }

    /** All weights and biases. */
    public long parameters() {
        return parameters(widths);
    }

    private static long parameters(List<Integer> widths) {
        long sum = 0;
        for (int i = 1; i < widths.size(); i++) {
            sum += (widths.get(i - 1) + 1L) * widths.get(i);
        }
        return sum;
    }

    private static String text(int number) {
        return String.valueOf(number); // a sentence would write 1,200
    }

    @JsonValue
    @Override
    public String toString() {
        return widths.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }
}
