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
public record LessonStep(int line, String title, StepSetup stage, List<Part> parts) {
    /** The screens a lesson can use. */
    public static final List<String> SCREENS = List.of("explore", "loss", "train", "digits", "compare");

    public LessonStep {
        parts = List.copyOf(parts);
    }

    /** Something on a card. */
    public sealed interface Part permits Text, Prediction, Check, Callout {}

    /** Running text. */
    public record Text(Prose prose) implements Part {}

    /** The question to answer before the controls unlock. */
    public Optional<Prediction> predict() {
        return parts(Prediction.class).findFirst();
    }

    /** What the learner is to bring about, in any order. */
    public List<Check> checks() {
        return parts(Check.class).toList();
    }

    private <P extends Part> Stream<P> parts(Class<P> type) {
        return parts.stream().filter(type::isInstance).map(type::cast);
    }
}
