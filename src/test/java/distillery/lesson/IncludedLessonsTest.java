package distillery.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lessons that come with the program can be read, and each is built as a lesson should be. */
class IncludedLessonsTest {
    private static final int STEPS = 6;
    private static final int SENTENCE_ENDS = 2;

    private static List<Lesson> all() {
        return LessonReader.included().stream()
                .flatMap(files -> files.lessons().values().stream())
                .toList();
    }

    @Test
    void theyComeInTheirOrderWithoutAProblem() {
        List<LessonFiles> included = LessonReader.included();
        assertEquals(
                PrintedText.lessons(),
                included.stream().map(LessonFiles::folder).toList());
        assertEquals(
                List.of(),
                included.stream()
                        .flatMap(files -> files.problems().stream())
                        .map(Problem::getMessage)
                        .toList());
    }

    @Test
    void everyFormulaCanBeSet() {
        assertEquals(
                List.of(),
                LessonReader.read(Path.of("lessons")).stream()
                        .flatMap(files -> files.problems().stream())
                        .map(Problem::getMessage)
                        .toList());
    }

    /** A star whose partner is not one, for what stands before or after it, would be printed. */
    @Test
    void noSignOfEmphasisIsLeftOver() {
        for (Lesson lesson : all()) {
            lesson.steps().stream()
                    .flatMap(step -> step.parts().stream())
                    .map(part -> part instanceof Callout callout
                            ? callout.prose()
                            : part instanceof LessonStep.Text text ? text.prose() : Prose.NONE)
                    .forEach(prose ->
                            assertFalse(prose.plain().contains("*"), () -> lesson.id() + ": " + prose.plain()));
        }
    }

    @Test
    void theIndexListsEveryFolder() throws IOException {
        try (Stream<Path> entries = Files.list(Path.of("lessons"))) {
            Set<String> folders = entries.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(folders, new TreeSet<>(PrintedText.lessons()));
        }
    }

    @Test
    void everyLessonIsThereInBothLanguages() {
        for (LessonFiles files : LessonReader.included()) {
            assertEquals(Set.copyOf(LessonFiles.LANGUAGES), files.lessons().keySet(), files.folder());
        }
    }

    @Test
    void aLessonHasFewStepsAndAShortOpening() {
        for (Lesson lesson : all()) {
            assertTrue(lesson.steps().size() <= STEPS, lesson.id());
            long ends = lesson.opening()
                    .plain()
                    .chars()
                    .filter(letter -> ".?;。？".indexOf(letter) >= 0)
                    .count();
            assertTrue(ends <= SENTENCE_ENDS, lesson.id());
        }
    }

    @Test
    void everyStepIsDoneByTheLearnerThenObservedExplainedAndVaried() {
        for (Lesson lesson : all()) {
            for (LessonStep step : lesson.steps()) {
                String where = lesson.id() + ": " + step.title();
                assertFalse(step.checks().isEmpty(), where);
                for (Check check : step.checks()) {
                    assertFalse(check.hint().isEmpty(), where);
                }
                Set<Callout.Kind> boxes = boxes(step);
                assertTrue(boxes.contains(Callout.Kind.OBSERVE), where);
                assertTrue(boxes.contains(Callout.Kind.WHY), where);
                assertTrue(boxes.contains(Callout.Kind.WHAT_IF), where);
            }
        }
    }

    @Test
    void everyQuestionUnlocksWhatItIsAbout() {
        for (Lesson lesson : all()) {
            List<String> bare = lesson.steps().stream()
                    .flatMap(step -> step.predict().stream())
                    .filter(predict -> predict.unlock().isEmpty())
                    .map(Prediction::id)
                    .toList();
            assertEquals(List.of(), bare, lesson.id());
        }
    }

    @Test
    void noCheckHoldsBeforeTheLearnerMoves() {
        for (Lesson lesson : all()) {
            for (LessonStep step : lesson.steps()) {
                for (Check check : step.checks()) {
                    assertFalse(
                            check.conditions().stream().allMatch(each -> each.holds(atFirst(step, each.quantity()))),
                            () -> lesson.id() + ":" + check.line());
                }
            }
        }
    }

    /** What a quantity is when a step begins; a setting that is checked must be set by the step. */
    private static Value atFirst(LessonStep step, Quantity quantity) {
        if (quantity instanceof Setting setting) {
            return Objects.requireNonNull(step.stage().set().get(setting), setting::id);
        }
        return switch ((Fact) quantity) {
            case EXPLORE_HARD_LOSS -> Value.of(Sums.hard(Sums.STUDENT));
            case EXPLORE_STEPS, TRAIN_FINISHED, TRAIN_SEEDS, DIGITS_BIAS, COMPARE_CHOSEN, COMPARE_MEASURED ->
                Value.of(0);
            default -> throw new AssertionError("nobody said what " + quantity + " is when a step begins");
        };
    }

    private static Set<Callout.Kind> boxes(LessonStep step) {
        return step.parts().stream()
                .filter(Callout.class::isInstance)
                .map(part -> ((Callout) part).kind())
                .collect(Collectors.toSet());
    }
}
