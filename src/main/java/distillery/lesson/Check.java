package distillery.lesson;

import java.util.List;

/**
 * Something the learner is to bring about on the screens.
 *
 * @param line where it begins in its file, from 1
 * @param conditions must all hold at one moment
 * @param hint for one who has tried for a while; may be empty
 */
public record Check(int line, List<Condition> conditions, Prose hint) implements LessonStep.Part {
    public Check {
        conditions = List.copyOf(conditions);
    }
}
