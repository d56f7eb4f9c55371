package distillery.lab.setup;

import distillery.lesson.Value;
import java.util.Arrays;
import java.util.Locale;

/** How lessons spell what models hold. */
public final class LessonWords {
    private LessonWords() {}

    /** A constant in a lesson: {@code ALL_EQUAL} is {@code all-equal}. */
    public static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Value word(Enum<?> constant) {
        return Value.of(id(constant));
    }

    /** The one of these constants that a lesson means. */
    public static <E extends Enum<E>> E constant(E[] all, Value value) {
        return Arrays.stream(all)
                .filter(each -> id(each).equals(text(value)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + value));
    }

    public static double number(Value value) {
        return ((Value.Amount) value).number();
    }

    public static String text(Value value) {
        return ((Value.Word) value).text();
    }

    public static boolean yes(Value value) {
        return Boolean.parseBoolean(text(value));
    }
}
