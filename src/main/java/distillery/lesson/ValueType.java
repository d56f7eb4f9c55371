package distillery.lesson;

import distillery.data.NumberRange;
import distillery.data.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What values something can have, and how files write them. */
public sealed interface ValueType {
    /** A count of things. */
    ValueType COUNT = whole(0, Integer.MAX_VALUE);
    /** Any number. */
    ValueType ANY = number(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** What a text says; empty if it says nothing of this form. */
    Optional<Value> read(String text);

    /** The values there are, as files write them. */
    String expected();

    /**
     * A number within bounds.
     *
     * @param limits whether 0 and infinity are fine as well, whatever the bounds
     */
    record Amount(double lowest, double highest, boolean whole, boolean limits) implements ValueType {
        @Override
        public Optional<Value> read(String text) {
            return typed(text).filter(this::fits).map(Value::of);
        }

        private boolean fits(double number) {
            boolean limit = limits && (number == 0 || number == Double.POSITIVE_INFINITY);
            boolean inside = number >= lowest && number <= highest && Double.isFinite(number);
            return limit || (inside && (!whole || number == Math.rint(number)));
        }

        @Override
        public String expected() {
            String bounds = Double.isInfinite(lowest) ? "3.14" : plain(lowest) + ".." + plain(highest);
            return limits ? bounds + ", 0, infinity" : bounds;
        }

        private static String plain(double number) {
            return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
        }

        /** A number as teachers of all countries type one, or the word infinity. */
        static Optional<Double> typed(String text) {
            try {
                return text.equals("infinity") ? number(text) : Optional.of(NumberRange.ANY.read(text));
            } catch (Problem none) {
                return Optional.empty();
            }
        }

        /** A decimal number in plain digits, or the word infinity. */
        static Optional<Double> number(String text) {
            if (text.equals("infinity")) {
                return Optional.of(Double.POSITIVE_INFINITY);
            }
            return DIGITS.matcher(text).matches() ? Optional.of(Double.valueOf(text)) : Optional.empty();
        }
    }

    /** One of these words. */
    record Words(List<String> words) implements ValueType {
        public Words {
            words = List.copyOf(words);
        }

        @Override
        public Optional<Value> read(String text) {
            return words.contains(text) ? Optional.of(Value.of(text)) : Optional.empty();
        }

        @Override
        public String expected() {
            return String.join(", ", words);
        }
    }

    /** Two to ten logits: {@code [6, 2, -2]}. */
    record Logits() implements ValueType {
        private static final double LARGEST = 10_000;

        @Override
        public Optional<Value> read(String text) {
            if (!text.startsWith("[") || !text.endsWith("]")) {
                return Optional.empty();
            }
            List<Optional<Double>> read = Stream.of(
                            text.substring(1, text.length() - 1).split(",", -1))
                    .map(each -> Amount.number(each.strip()).filter(number -> Math.abs(number) <= LARGEST))
                    .toList();
            boolean good =
                    read.size() >= 2 && read.size() <= 10 && read.stream().allMatch(Optional::isPresent);
            return good
                    ? Optional.of(
                            Value.of(read.stream().flatMap(Optional::stream).toList()))
                    : Optional.empty();
        }

        @Override
        public String expected() {
            return "[6, 2, -2]";
        }
    }

    /** How numbers are written; Java itself would also take hexadecimal ones and NaN. */
    Pattern DIGITS = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");

    static ValueType words(String... words) {
        return new Words(List.of(words));
    }

    static ValueType words(List<String> words) {
        return new Words(words);
    }

    static ValueType number(double lowest, double highest) {
        return new Amount(lowest, highest, false, false);
    }

    static ValueType whole(double lowest, double highest) {
        return new Amount(lowest, highest, true, false);
    }
}
