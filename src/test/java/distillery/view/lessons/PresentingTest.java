package distillery.view.lessons;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lesson.Lesson;
import distillery.lesson.LessonStep;
import distillery.lesson.Target;
import distillery.view.Focus;
import distillery.view.LessonAnchors;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

/** Presenter mode: the class sees what the step is about, and that larger than before. */
class PresentingTest extends LessonsOnStage {
    /** The pictures of all screens. */
    private static final List<String> PICTURES = List.of(
            "explore-bars",
            "explore-curves-plot",
            "explore-pull-0",
            "loss-arrows-0",
            "loss-length-plot",
            "train-charts",
            "train-chart-accuracy",
            "train-samples");

    /** How many times as much room a picture gets. */
    private static final double LARGER = 1.5;

    private static final int[][] SIZES = {{1024, 768}, {1280, 800}};

    /** More things than a step has to read. */
    private static final int MANY = 40;

    private void resize(int width, int height) throws TimeoutException {
        until(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            return scene().getWidth() == width && scene().getHeight() == height;
        });
        settle();
    }

    /** What is seen of the screen though the step is not about it. */
    private List<Node> beside(LessonStep step) {
        return onStage(() -> {
            Node front = node(step.stage().screen().orElse("explore"));
            List<Node> about = LessonAnchors.parts(front, Subject.of(step));
            return LessonAnchors.parts(front, EnumSet.allOf(Target.class)).stream()
                    .filter(LessonAnchors::isShown)
                    .filter(part ->
                            about.stream().noneMatch(kept -> Focus.isWithin(part, kept) || Focus.isWithin(kept, part)))
                    .toList();
        });
    }

    /** Looks around while nothing changes. */
    private static <T> T onStage(Callable<T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, look);
    }

    /** How many square pixels each picture has that is in view. */
    private Map<String, Double> pictures() {
        return onStage(() -> {
            Map<String, Double> areas = new LinkedHashMap<>();
            for (String id : PICTURES) {
                Node picture = find(id);
                if (picture != null && LessonAnchors.isShown(picture)) {
                    Bounds place = picture.localToScene(picture.getLayoutBounds());
                    areas.put(id, place.getWidth() * place.getHeight());
                }
            }
            return areas;
        });
    }

    /** The same in a small window and in one of usual size. */
    private List<Map<String, Double>> picturesInBothSizes() throws TimeoutException {
        List<Map<String, Double>> found = new ArrayList<>();
        for (int[] size : SIZES) {
            resize(size[0], size[1]);
            found.add(pictures());
        }
        return found;
    }

    @Thorough
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void soItIsInEveryOtherLesson(int number) throws TimeoutException {
        onlyWhatAStepIsAboutIsLeftAndLargerAndAllComesBack(number);
    }

    @Thorough
    @ParameterizedTest
    @ValueSource(ints = 0)
    void onlyWhatAStepIsAboutIsLeftAndLargerAndAllComesBack(int number) throws TimeoutException {
        Lesson lesson = lessons(Locale.ENGLISH).get(number);
        open(lesson);
        List<List<Map<String, Double>>> before = new ArrayList<>();
        for (int i = 0; i < lesson.steps().size(); i++) {
            before.add(picturesInBothSizes());
            if (i + 1 < lesson.steps().size()) {
                press(KeyCode.F5);
            }
        }
        for (int i = 1; i < lesson.steps().size(); i++) {
            press(KeyCode.SHIFT, KeyCode.F5);
        }
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        for (LessonStep step : lesson.steps()) {
            List<Map<String, Double>> normal = before.get(lesson.steps().indexOf(step));
            List<Map<String, Double>> presenting = picturesInBothSizes();
            assertEquals(step.title(), text("lessons-step-title"));
            assertEquals(List.of(), beside(step), step.title() + " has no use for these");
            for (int size = 0; size < SIZES.length; size++) {
                grow(normal.get(size), presenting.get(size), SIZES[size][0] + " " + step.title());
            }
            if (!step.equals(lesson.steps().get(lesson.steps().size() - 1))) {
                for (int i = 0; i < MANY && text("lessons-step-title").equals(step.title()); i++) {
                    press(KeyCode.PAGE_DOWN);
                }
            }
        }
        press(KeyCode.ESCAPE);
        assertEquals(before.get(before.size() - 1), picturesInBothSizes(), "all is as before");
    }

    /** Pictures that a step is about are much larger than in the normal view. */
    private static void grow(Map<String, Double> before, Map<String, Double> now, String where) {
        now.forEach((id, area) -> assertTrue(
                area >= LARGER * before.getOrDefault(id, 0.0),
                () -> where + ": " + id + " has " + area / before.getOrDefault(id, 0.0) + " times its room"));
    }

    @Thorough
    @Test
    void aClassReadsOneThingAtATimeAndTheWayOnIsAlwaysInSight() throws TimeoutException {
        resize(1024, 768);
        Lesson lesson = lessons(Locale.ENGLISH).get(0);
        open(lesson);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        settle();
        List<String> read = new ArrayList<>();
        for (int i = 0;
                i < 40
                        && text("lessons-step-title")
                                .equals(lesson.steps().get(0).title());
                i++) {
            List<Node> shown = ((Pane) node("lessons-step").lookup(".one-at-a-time")).getChildren();
            assertEquals(1, shown.size());
            read.add(shown.get(0).getClass().getSimpleName() + ": " + words(shown.get(0)));
            Bounds way = node("lessons-next").localToScene(node("lessons-next").getLayoutBounds());
            assertTrue(way.getMaxY() <= scene().getHeight() && way.getMaxX() <= scene().getWidth(), way.toString());
            press(KeyCode.PAGE_DOWN);
            settle();
        }
        assertEquals(read.size(), Set.copyOf(read).size(), "nothing comes twice");
        assertTrue(read.size() > 2, read.toString());
        press(KeyCode.PAGE_UP);
        assertEquals(lesson.steps().get(0).title(), text("lessons-step-title"), "the way back leads to where one was");
        Node shown = ((Pane) node("lessons-step").lookup(".one-at-a-time"))
                .getChildren()
                .get(0);
        assertEquals(read.get(read.size() - 1), shown.getClass().getSimpleName() + ": " + words(shown));
    }

    private static String words(Node node) {
        String own = node.getAccessibleText() == null ? "" : node.getAccessibleText();
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(PresentingTest::words)
                        .collect(joining("", own, ""))
                : own;
    }

    /** Of each screen, in the order of their keys: its main picture, and what it is changed or read with. */
    private static final List<List<String>> MAIN = List.of(
            List.of("explore-bars", "explore-temperature-slider"),
            List.of("loss-arrows-0", "loss-temperature-slider"),
            List.of("train-chart-accuracy", "train-charts", "train-verdict", "train-run"));

    private static final List<KeyCode> SCREENS = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3);

    @Thorough
    @Test
    void withoutALessonEachScreenBeginsWithItsMainPictureMuchLarger() throws TimeoutException {
        List<List<Map<String, Double>>> normal = new ArrayList<>();
        for (KeyCode screen : SCREENS) {
            press(KeyCode.CONTROL, screen);
            normal.add(picturesInBothSizes());
        }
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        for (int i = 0; i < SCREENS.size(); i++) {
            press(KeyCode.CONTROL, SCREENS.get(i));
            List<Map<String, Double>> presenting = new ArrayList<>();
            for (int size = 0; size < SIZES.length; size++) {
                resize(SIZES[size][0], SIZES[size][1]);
                MAIN.get(i).forEach(id -> assertTrue(isInSight(id), () -> id + " is in sight"));
                presenting.add(pictures());
                String main = MAIN.get(i).get(0);
                assertTrue(MAIN.get(i).containsAll(presenting.get(size).keySet()), "one picture");
                Map<String, Double> now = Map.of(main, presenting.get(size).getOrDefault(main, 0.0));
                grow(normal.get(i).get(size), now, SIZES[size][0] + " " + SCREENS.get(i));
            }
        }
        press(KeyCode.ESCAPE);
        assertEquals(normal.get(2), picturesInBothSizes(), "all is as before");
    }

    /** Whether all of a part lies above the strip, and none of it is scrolled away. */
    private boolean isInSight(String id) {
        return onStage(() -> {
            Node part = node(id);
            Bounds place = part.localToScene(part.getLayoutBounds());
            Node strip = node("lessons");
            return LessonAnchors.isShown(part)
                    && place.getMinX() >= 0
                    && place.getMaxX() <= scene().getWidth()
                    && place.getMinY() >= 0
                    && place.getMaxY()
                            <= strip.localToScene(strip.getLayoutBounds()).getMinY();
        });
    }

    @Thorough
    @Test
    void withoutALessonAClassSeesOnlyWhatIsChosenAndTheChoiceIsKept() throws TimeoutException {
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        settle();
        assertFalse(LessonAnchors.isShown(node("explore-curves-plot")));
        press(KeyCode.PAGE_DOWN);
        assertTrue(LessonAnchors.isShown(node("explore-curves-plot")), "a key shows everything");
        press(KeyCode.PAGE_UP);
        assertFalse(LessonAnchors.isShown(node("explore-curves-plot")), "and the same what was chosen");
        tabTo("lessons-only-all");
        press(KeyCode.SPACE);
        assertTrue(LessonAnchors.isShown(node("explore-curves-plot")), "so does a button");
        tabTo("lessons-only-explore-curves");
        press(KeyCode.SPACE);
        assertTrue(LessonAnchors.isShown(node("explore-curves-plot")));
        assertFalse(LessonAnchors.isShown(node("explore-bars")), "of everything, only this");
        press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertTrue(LessonAnchors.isShown(node("lessons-only-train-accuracy")), "another screen, other parts");
        press(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertFalse(LessonAnchors.isShown(node("explore-bars")), "what was chosen is kept");
        press(KeyCode.ESCAPE);
        assertTrue(LessonAnchors.isShown(node("explore-bars")));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        assertFalse(LessonAnchors.isShown(node("explore-bars")), "until the program ends");
        tabTo("lessons-only-explore-curves");
        press(KeyCode.SPACE);
        assertTrue(LessonAnchors.isShown(node("explore-bars")), "nothing chosen is everything");
        press(KeyCode.ESCAPE);
    }

    @Test
    void barsThatOnlyTheTeacherNeedsAreOutOfSightUntilTheMenuIsAskedFor() throws TimeoutException {
        open(lessons(Locale.ENGLISH).get(0));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        assertFalse(LessonAnchors.isShown(node("menu")), "no tool bar");
        assertFalse(LessonAnchors.isShown(node("status-facts")), "no status line");
        assertTrue(LessonAnchors.isShown(node("lessons-next")), "the way on is in sight");
        press(KeyCode.F10);
        assertTrue(LessonAnchors.isShown(node("menu")));
        press(KeyCode.ESCAPE);
        press(KeyCode.ESCAPE);
        assertTrue(LessonAnchors.isShown(node("status-facts")), "all is as before");
    }
}
