package distillery.lab.lessons;

import static distillery.lesson.Target.EXPLORE_ALPHA;
import static distillery.lesson.Target.EXPLORE_CURVES;
import static distillery.lesson.Target.EXPLORE_PULLS;
import static distillery.lesson.Target.EXPLORE_TEMPERATURE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.lesson.Guess;
import distillery.lesson.GuessQuestion;
import distillery.lesson.Prediction;
import distillery.lesson.Progress.Standing;
import distillery.lesson.Prose;
import distillery.lesson.Target;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LessonQuestionTest {
    private static final Set<Target> LOCKED = Set.of(EXPLORE_ALPHA);
    private static final Set<Target> HIDDEN = Set.of(EXPLORE_PULLS, EXPLORE_CURVES);

    private final LessonQuestion question = new LessonQuestion(Clock.systemUTC());

    @BeforeEach
    void ask() {
        GuessQuestion estimate = new GuessQuestion.Estimate(33.3, 1, "%");
        Set<Target> unlock = Set.of(EXPLORE_TEMPERATURE, EXPLORE_CURVES);
        question.ask(
                "heat",
                new Prediction(1, "hottest", Prose.NONE, estimate, unlock, Prose.NONE, Prose.NONE),
                Standing.NONE);
    }

    @Test
    void whatItUnlocksIsLockedUntilTheGuess() {
        assertEquals(Set.of(EXPLORE_ALPHA, EXPLORE_TEMPERATURE, EXPLORE_CURVES), question.locks(LOCKED));
        question.commit(Guess.number(20), Standing.NONE);
        assertEquals(LOCKED, question.locks(LOCKED));
    }

    @Test
    void whatWouldGiveTheAnswerAwayComesIntoSightWithTheGuess() {
        assertEquals(HIDDEN, question.hides(HIDDEN));
        question.commit(Guess.number(20), Standing.NONE);
        assertEquals(Set.of(EXPLORE_PULLS), question.hides(HIDDEN));
    }

    @Test
    void aPresenterBringsItIntoSightWithoutAGuess() {
        question.show();
        assertEquals(Set.of(EXPLORE_PULLS), question.hides(HIDDEN));
    }
}
