package distillery.net;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import distillery.data.Samples;
import java.util.Arrays;
import java.util.List;
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

    public Layers {
        widths = List.copyOf(widths);
        require(
                widths.size() >= 2 && widths.size() <= MOST_WIDTHS,
                "a net has 2 to " + MOST_WIDTHS + " widths, was " + widths);
        for (int width : widths) {
            require(width >= 1 && width <= WIDEST, "a layer is 1 to " + WIDEST + " units wide, was " + width);
        }
        require(
                parameters(widths) <= MOST_PARAMETERS,
                "a net holds at most " + MOST_PARAMETERS + " numbers, " + widths + " needs " + parameters(widths));
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
            throw new IllegalArgumentException("layers are written like 784-128-10, was \"" + text + "\"", notANumber);
        }
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

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    @JsonValue
    @Override
    public String toString() {
        return widths.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }
}
