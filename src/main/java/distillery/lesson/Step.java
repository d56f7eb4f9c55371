package distillery.lesson;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One card of a lesson.
 *
 * @param line where it begins in its file, from 1
 * @param parts what stands on the card, in the file's order
 */
public record Step(int line, String title, Stage stage, List<Part> parts) {
    /** The screens a lesson can use. */
    public static final List<String> SCREENS = List.of("explore", "loss", "train");

    public Step {
        parts = List.copyOf(parts);
    }

    /** Something on a card. */
    public sealed interface Part permits Text, Predict, Check, Callout {}

    /** Running text. */
    public record Text(Prose prose) implements Part {}

    /** The question to answer before the controls unlock. */
    public Optional<Predict> predict() {
        return parts(Predict.class).findFirst();
    }

    /** What the learner is to bring about, in any order. */
    public List<Check> checks() {
        return parts(Check.class).toList();
    }

    private <P extends Part> Stream<P> parts(Class<P> type) {
        return parts.stream().filter(type::isInstance).map(type::cast);
    }
}
