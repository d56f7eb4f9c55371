package distillery.lesson;

import java.util.List;

/** What a {@link Quantity} is at a moment, or what a lesson wants it to be. */
public sealed interface Value {

    /** A number; it may be infinite, or none. */
    record Amount(double number) implements Value {}

    /** One of several words; {@code true} and {@code false} among them. */
    record Word(String text) implements Value {}

    /** Logits, one for each class. */
    record Logits(List<Double> numbers) implements Value {
        public Logits {
            numbers = List.copyOf(numbers);
        }
    }

    static Value of(double number) {
        return new Amount(number);
    }

    static Value of(String text) {
        return new Word(text);
    }

    static Value of(boolean yes) {
        return new Word(String.valueOf(yes));
    }

    static Value of(List<Double> numbers) {
        return new Logits(numbers);
    }
}
