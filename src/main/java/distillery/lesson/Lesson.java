package distillery.lesson;

import java.util.List;
import java.util.Locale;

/**
 * A lesson in one language.
 *
 * @param id names it in the learner's progress, the same in every language
 * @param goal the question it answers
 * @param answer what a learner may say to it in the end; empty if the lesson says nothing
 * @param opening shown before the first step's own text
 */
public record Lesson(
        String id,
        Locale language,
        String title,
        int minutes,
        String goal,
        String answer,
        Prose opening,
        List<LessonStep> steps) {
    public static final int MOST_STEPS = 12;

    public Lesson {
        steps = List.copyOf(steps);
    }
}
