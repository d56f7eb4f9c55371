package distillery.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import distillery.lesson.Progress.Answer;
import distillery.lesson.Progress.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
    private static final Progress SOME = Progress.NONE
            .with("b", Standing.NONE.at(3))
            .with(
                    "a",
                    Standing.NONE
                            .at(2)
                            .withDone(1)
                            .with("rank", new Answer(Guess.order(List.of(3, 1, 2)), false, "2020-01-01T00:00:00Z"))
                            .with("much", new Answer(Guess.number(24.5), true, "2020-01-01T00:00:01Z")));

    @TempDir
    Path folder = Path.of("");

    @Test
    void comesBackAsItWasWritten() throws Problem {
        Path file = folder.resolve("progress.json");
        ProgressFile.write(file, SOME);
        assertEquals(SOME, ProgressFile.read(file, told -> {}));
    }

    @Test
    void nothingIsAFreshLearner() {
        assertEquals(Progress.NONE, ProgressFile.read(folder.resolve("none.json"), told -> {}));
    }

    @Test
    void whatCannotBeReadIsPutAsideAndNeverReplaced() throws IOException {
        Path file = folder.resolve("progress.json");
        List<String> strange = List.of(
                "{\"distillery\": \"progress\", \"version\": 2, \"lessons\": {}}",
                "{\"distillery\": \"set-up\", \"version\": 1, \"lessons\": {}}",
                "{\"distillery\": \"progress\", \"version\": 1}",
                "{\"distillery\": \"progress\", \"version\": 1, \"lessons\": {\"a\": null}}",
                "{\"distillery\": \"progress\", \"version\": 1, \"lessons\": {\"a\": {\"step\": 0, \"done\": [], \"answers\": {}}}}",
                answer("null", "\"\""),
                answer("[2]", "null"),
                "null",
                "");
        for (String content : strange) {
            Files.writeString(file, content);
            assertEquals(Progress.NONE, ProgressFile.read(file, told -> {}), content);
            assertFalse(Files.exists(file), content);
        }
        assertEquals(strange.get(0), Files.readString(folder.resolve("progress.json.bad")));
        assertTrue(Files.exists(folder.resolve("progress.json.bad" + strange.size())));
    }

    private static String answer(String guess, String when) {
        return "{\"distillery\": \"progress\", \"version\": 1, \"lessons\": {\"a\": {\"step\": 1, \"done\": [], "
                + "\"answers\": {\"q\": {\"guess\": %s, \"right\": true, \"when\": %s}}}}}".formatted(guess, when);
    }

    @Test
    void theTableHasARowForEachAnswer() throws IOException {
        StringBuilder out = new StringBuilder();
        SOME.writeCsv(out);
        assertEquals("""
                lesson,at step,question,guess,right,when
                a,2,much,24.5,true,2020-01-01T00:00:01Z
                a,2,rank,3 1 2,false,2020-01-01T00:00:00Z
                b,3,,,,
                """.replace("\n", "\r\n"), out.toString());
    }

    @Test
    void aGuessIsMadeOfNumbers() {
        assertThrows(IllegalArgumentException.class, () -> new Guess(List.of()));
        assertThrows(IllegalArgumentException.class, () -> Guess.number(Double.NaN));
    }

    @Test
    void anAnswerIsNoneToAQuestionThatHasChanged() {
        GuessQuestion number = new GuessQuestion.Estimate(30, 5, "%");
        GuessQuestion choice = new GuessQuestion.Choice(Collections.nCopies(3, Prose.NONE), 1, List.of());
        GuessQuestion order = new GuessQuestion.Order(Collections.nCopies(3, Prose.NONE));
        List<GuessQuestion> all = List.of(number, choice, order);
        for (GuessQuestion before : List.of(number, order)) {
            Answer answer = new Answer(before.answer(), true, "");
            Standing standing = Standing.NONE.with("id", answer);
            for (GuessQuestion now : all) {
                Prediction asked = new Prediction(1, "id", Prose.NONE, now, Set.of(), Prose.NONE, Prose.NONE);
                assertEquals(now.equals(before) ? answer : null, standing.answerTo(asked), before + " → " + now);
            }
        }
        assertFalse(choice.fits(Guess.number(1.5)));
        assertFalse(order.fits(Guess.order(List.of(1, 2))));
    }

    @Test
    void itemsAreNeverShownInTheRightOrder() {
        for (int size = 2; size <= 8; size++) {
            GuessQuestion.Order order = new GuessQuestion.Order(Collections.nCopies(size, Prose.NONE));
            assertFalse(order.isRight(Guess.order(order.shuffled())), "of " + size);
            assertEquals(
                    order.answer(),
                    Guess.order(order.shuffled().stream().sorted().toList()));
        }
    }

    @Test
    void conditionsKnowTheirEnds() {
        Condition.Test within = new Condition.Within(3, false, 5, true);
        assertFalse(within.holds(Value.of(3)));
        assertTrue(within.holds(Value.of(3.001)));
        assertTrue(within.holds(Value.of(5)));
        assertFalse(within.holds(Value.of(Double.NaN)));
        assertTrue(new Condition.Same(Value.of(0.3)).holds(Value.of(0.1 + 0.2)));
        assertTrue(new Condition.Same(Value.of(Double.POSITIVE_INFINITY)).holds(Value.of(Double.POSITIVE_INFINITY)));
        assertFalse(new Condition.Same(Value.of(4)).holds(Value.of(4.01)));
    }

    @Test
    void aGuessIsWrittenWithAllItsDigits() {
        assertEquals("100000000000000000000", Guess.number(1e20).plain());
        assertEquals("0", Guess.number(-0.0).plain());
        assertEquals("0.000001", Guess.number(1e-6).plain());
    }
}
