package distillery.lesson;

import java.util.Set;

/**
 * A question that the learner answers before trying.
 *
 * @param line where it begins in its file, from 1
 * @param id names the answer in the learner's progress, unique within the lesson
 * @param unlock stays locked until a guess is committed
 * @param right said after a right guess; may be empty
 * @param wrong said after a wrong one; may be empty
 */
public record Prediction(
        int line, String id, Prose ask, GuessQuestion question, Set<Target> unlock, Prose right, Prose wrong)
        implements LessonStep.Part {
    public Prediction {
        unlock = Set.copyOf(unlock);
    }

    /** What to say to a guess. */
    public Prose feedback(Guess guess) {
        Prose own = question instanceof GuessQuestion.Choice choice ? choice.feedback(guess) : Prose.NONE;
        if (!own.isEmpty()) {
            return own;
        }
        return question.isRight(guess) ? right : wrong;
    }
}
