package distillery.lesson;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import distillery.data.NumberRange;
import distillery.data.Refusal;
import distillery.data.Required;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a learner answered.
 *
 * @param values a number; or the number of the chosen option, from 1; or the numbers of all items in the guessed order
 */
public record Guess(@JsonValue List<Double> values) {
    @JsonCreator
    public Guess {
        values = List.copyOf(Required.nonNull(values, "values"));
        Refusal.unless(!values.isEmpty() && values.stream().allMatch(Double::isFinite), "guess", "refused.guess");
    }

    public static Guess number(double number) {
        return new Guess(List.of(number));
    }

    /** The option of this number, from 1. */
    public static Guess choice(int option) {
        return number(option);
    }

    /** The items of these numbers, from 1, in this order. */
    public static Guess order(List<Integer> items) {
        return new Guess(items.stream().map(Integer::doubleValue).toList());
    }

    /** {@code 24.5}, {@code 2}, {@code 3 1 2}. */
    public String plain() {
        return values.stream()
                .map(NumberRange::words) // all digits, however large
                .collect(Collectors.joining(" "));
    }
}
