package distillery.view.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lesson.Check;
import distillery.lesson.Guess;
import distillery.lesson.Lesson;
import distillery.lesson.LessonFiles;
import distillery.lesson.LessonReader;
import distillery.lesson.Prediction;
import distillery.lesson.Progress.Answer;
import distillery.lesson.Progress.Standing;
import distillery.view.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** What of a lesson goes on paper. */
@ExtendWith(ApplicationExtension.class)
class HandoutTest {
    private final Lesson lesson = LessonReader.included().stream()
            .flatMap(files -> files.in(Locale.ENGLISH).stream())
            .filter(one -> one.id().equals("temperature"))
            .findFirst()
            .orElseThrow();
    private final Texts texts = new Texts(new SimpleObjectProperty<>(Locale.ENGLISH));

    private List<String> labels(Standing standing, boolean notes) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new Handout(lesson, standing, texts, notes)
                .groups().stream()
                        .flatMap(Collection::stream)
                        .flatMap(HandoutTest::labels)
                        .toList());
    }

    private static Stream<String> labels(Node node) {
        return all(node).filter(Label.class::isInstance).map(label -> ((Label) label).getText());
    }

    private static Stream<Node> all(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(HandoutTest::all))
                : Stream.of(node);
    }

    /** Whether the checks of the last step are on the paper: its question asks for the temperature they tell. */
    private boolean tells(List<String> labels) {
        List<String> checks = lesson.steps().get(lesson.steps().size() - 1).parts().stream()
                .filter(Check.class::isInstance)
                .map(part -> new CheckWords(texts).words((Check) part))
                .toList();
        assertFalse(checks.isEmpty());
        return checks.stream().allMatch(check -> labels.stream().anyMatch(label -> label.endsWith(check)));
    }

    @Test
    void noCheckGivesAnAnswerAwayBeforeTheGuess() {
        assertFalse(tells(labels(Standing.NONE, false)));
    }

    @Test
    void checksFollowTheGuess() {
        Prediction predict =
                lesson.steps().get(lesson.steps().size() - 1).predict().orElseThrow();
        Answer answer = new Answer(predict.question().answer(), true, "2026-01-01T00:00:00Z");
        assertTrue(tells(labels(Standing.NONE.with(predict.id(), answer), false)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsSaidToAGuessWaitsForTheExperiment(boolean done) {
        int last = lesson.steps().size();
        Prediction predict = lesson.steps().get(last - 1).predict().orElseThrow();
        Guess guess = predict.question().answer();
        Standing guessed = Standing.NONE.with(predict.id(), new Answer(guess, true, "2026-01-01T00:00:00Z"));
        assertEquals(
                done,
                paragraphs(done ? guessed.withDone(last) : guessed)
                        .contains(predict.feedback(guess).plain()));
    }

    private List<String> paragraphs(Standing standing) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new Handout(lesson, standing, texts, false)
                .groups().stream()
                        .flatMap(Collection::stream)
                        .flatMap(HandoutTest::all)
                        .filter(TextFlow.class::isInstance)
                        .map(Node::getAccessibleText)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onlyTheTeachersPaperSaysWhatThereIsToSeeBeforeItIsSeen(boolean notes) {
        assertEquals(notes, labels(Standing.NONE, notes).contains(texts.get("lessons.callout.why")));
    }

    /** Only the last may: a page of which much is empty looks as if something were missing. */
    @Thorough
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noPageEndsFarAboveItsFoot(boolean notes) {
        for (LessonFiles files : LessonReader.included()) {
            Lesson one = files.in(Locale.ENGLISH).orElseThrow();
            List<Image> pages = new ArrayList<>();
            WaitForAsyncUtils.waitForAsyncFx(20_000, () -> new Handout(one, Standing.NONE, texts, notes)
                    .paint(pages::add, () -> {}, Runnable::run));
            for (Image page : pages.subList(0, pages.size() - 1)) {
                assertTrue(end(page) > 0.7 * page.getHeight(), one.id() + " has a page that ends at " + end(page));
            }
        }
    }

    /** The lowest row with anything on it, above the page's foot. */
    private static int end(Image page) {
        int row = (int) (0.9 * page.getHeight());
        while (row > 0 && isEmpty(page, row)) {
            row--;
        }
        return row;
    }

    private static boolean isEmpty(Image page, int row) {
        int paper = page.getPixelReader().getArgb(0, row);
        return IntStream.range(0, (int) page.getWidth())
                .allMatch(column -> page.getPixelReader().getArgb(column, row) == paper);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theTeachersPaperHasChecksAndNotes(boolean notes) {
        List<String> labels = labels(Standing.NONE, notes);
        assertEquals(notes, tells(labels));
        assertEquals(notes, labels.contains(texts.get("lessons.callout.teacher")), labels.toString());
    }
}
