package distillery.method;

import distillery.data.NumberRange;
import java.util.List;

/**
 * A number that belongs to one method, or a choice among a few words, which files have as its place in the list.
 *
 * @param id its name in files and in text keys
 * @param option its name on the command line
 * @param usual what it is unless it is set
 * @param choices the words, from 0 on; empty for a number
 */
public record MethodParameter(String id, String option, NumberRange range, double usual, List<String> choices) {
    public MethodParameter {
        choices = List.copyOf(choices);
    }

    /** A number. */
    public MethodParameter(String id, String option, NumberRange range, double usual) {
        this(id, option, range, usual, List.of());
    }

    /** A choice; the first is the usual one. */
    static MethodParameter choice(String id, String option, String... choices) {
        return new MethodParameter(id, option, NumberRange.whole(0, choices.length - 1), 0, List.of(choices));
    }

    public boolean isChoice() {
        return !choices.isEmpty();
    }

    /** The word that a value stands for. */
    public String choice(double value) {
        return choices.get((int) value);
    }
}
