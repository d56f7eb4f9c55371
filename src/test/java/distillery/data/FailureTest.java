package distillery.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void everythingThatCanBeThrownIsASentenceWithARemedy() {
        List<Throwable> all = List.of(
                new NullPointerException(),
                new IllegalStateException("no luck"),
                new StackOverflowError(),
                new OutOfMemoryError("Java heap space"),
                new UnsatisfiedLinkError("no jnind4jcpu in java.library.path"),
                new NoClassDefFoundError("org/nd4j/Nd4j"),
                new ExecutionException(new ArrayIndexOutOfBoundsException(3)),
                new Error());
        for (Throwable error : all) {
            Problem problem = Failure.of(error);
            for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                String sentence = problem.in(language);
                assertFalse(sentence.matches("(?s).*(Exception|Error|null|nd4j).*"), sentence);
            }
            assertSame(error, problem.getCause());
        }
    }

    @Test
    void aFullMemorySaysHowToGetMore() {
        String sentence =
                Failure.of(new ExecutionException(new OutOfMemoryError())).getMessage();
        assertTrue(sentence.contains("DISTILLERY_OPTIONS=-Xmx"), sentence);
    }

    @Test
    void aProblemStaysWhatItIsHoweverDeepItLies() {
        Problem problem = new Problem("file.no-name");
        assertSame(problem, Failure.of(new RuntimeException(new ExecutionException(problem))));
    }

    @Test
    void aRefusalSpeaksBothLanguagesAndWordsForProgrammersReachNobody() {
        Problem refused = Failure.of(new Refusal("batchSize", "refused.range", 1, 512, 600));
        assertEquals(
                "This cannot be done: batch must be between 1 and 512, but is 600. Change the settings, and try again.",
                refused.getMessage());
        assertEquals("无法完成：批大小应在 1 到 512 之间，实际为 600。请修改设置后重试。", refused.in(Locale.SIMPLIFIED_CHINESE));
        for (Throwable ours : List.of(
                new IllegalArgumentException("layers must fit"), new ArithmeticException("long overflow"), outside())) {
            assertTrue(Failure.isOurs(Failure.of(ours)));
        }
    }

    private static IllegalArgumentException outside() {
        try {
            List<Integer> none = new ArrayList<>(-1);
            throw new AssertionError(none);
        } catch (IllegalArgumentException refused) {
            return refused;
        }
    }
}
