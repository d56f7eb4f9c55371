package distillery.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A text with a purpose. */
public record Callout(Kind kind, Prose prose) implements LessonStep.Part {

    /** What it is for, and so when it is shown. */
    public enum Kind {
        /** What was to be seen; shown when all checks of the step are satisfied. */
        OBSERVE,
        /** What is behind it; shown together with what was observed. */
        WHY,
        /** A question to play with. */
        WHAT_IF,
        /** For whoever presents; not for the learner. */
        TEACHER;

        /** How files spell it: {@code what-if}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> of(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
        }

        static List<String> ids() {
            return Arrays.stream(values()).map(Kind::id).toList();
        }
    }
}
