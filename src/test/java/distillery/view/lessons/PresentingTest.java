package distillery.view.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lesson.Lesson;
import distillery.lesson.LessonStep;
import distillery.lesson.Target;
import distillery.view.Focus;
import distillery.view.LessonAnchors;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Presenter mode: the class sees what the step is about, and that larger than before. */
class PresentingTest extends LessonsOnStage {
    /** The pictures of all screens. */
    private static final List<String> PICTURES =
            List.of("explore-bars", "explore-curves-plot", "train-charts", "train-samples", "loss-length-plot");

    private void resize(int width, int height) throws TimeoutException {
        until(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            return scene().getWidth() == width && scene().getHeight() == height;
        });
        settle();
    }

    /** How many square pixels each picture has that is in view. */
    private Map<String, Double> pictures() {
        Map<String, Double> areas = new LinkedHashMap<>();
        for (String id : PICTURES) {
            Node picture = scene().lookup("#" + id);
            if (picture != null && LessonAnchors.isShown(picture)) {
                Bounds place = picture.localToScene(picture.getLayoutBounds());
                areas.put(id, place.getWidth() * place.getHeight());
            }
        }
        return areas;
    }

    @ParameterizedTest
    @CsvSource({"1024, 768, 0", "1280, 800, 3", "1024, 768, 4"})
    void onlyWhatAStepIsAboutIsLeftAndAllComesBack(int width, int height, int number) throws TimeoutException {
        resize(width, height);
        Lesson lesson = lessons(Locale.ENGLISH).get(number);
        open(lesson);
        for (LessonStep step : lesson.steps()) {
            settle();
            Map<String, Double> before = pictures();
            press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            settle();
            Node front = node(step.stage().screen().orElse("explore"));
            Set<Target> subject = Subject.of(step);
            for (Node part : LessonAnchors.parts(front, EnumSet.allOf(Target.class))) {
                boolean about = LessonAnchors.parts(front, subject).stream()
                        .anyMatch(kept -> Focus.isWithin(part, kept) || Focus.isWithin(kept, part));
                assertTrue(about || !LessonAnchors.isShown(part), () -> step.title() + " has no use for " + part);
            }
            press(KeyCode.ESCAPE);
            settle();
            assertEquals(before, pictures(), step.title());
            press(KeyCode.F5);
        }
    }

    @Test
    void partsOfTheTrainScreenGrowWhereTheStepIsAboutThem() throws TimeoutException {
        resize(1024, 768);
        open(lessons(Locale.ENGLISH).get(4));
        settle();
        double before = pictures().getOrDefault("train-charts", 0.0);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        settle();
        assertTrue(pictures().getOrDefault("train-charts", 0.0) >= 1.5 * before);
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
