package distillery.view.lessons;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;

import distillery.Thorough;
import distillery.lesson.Lesson;
import distillery.lesson.LessonStep;
import distillery.view.Keyboard;
import distillery.view.LessonAnchors;
import distillery.view.Places;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Nothing moves under the hand in a lesson: every control of a step that can be dragged or typed into is. */
class SteadyHandTest extends LessonsOnStage {
    private static final List<String> DRAGGED = List.of(
            ".slider", "#explore-bar-teacher-0", "#explore-bar-student-1", "#explore-curves-plot", "#loss-length-plot");

    /** Of lessons, how many steps: together they have all kinds of controls of all three screens. */
    private static final Map<Integer, Integer> STEPS = new TreeMap<>(Map.of(1, 1, 2, 4, 4, 1));

    private final Set<String> dragged = new HashSet<>();

    @Thorough
    @Test
    void nothingMovesWhileOneDragsOrTypesInALesson() throws TimeoutException {
        until(() -> {
            stage.setWidth(1024);
            stage.setHeight(768);
            return scene().getWidth() == 1024 && scene().getHeight() == 768;
        });
        for (Map.Entry<Integer, Integer> some : STEPS.entrySet()) {
            Lesson lesson = lessons(Locale.ENGLISH).get(some.getKey());
            open(lesson);
            for (LessonStep step : lesson.steps().subList(0, some.getValue())) {
                settle();
                step.predict()
                        .ifPresent(predict -> guess(predict, predict.question().answer()));
                settle();
                DRAGGED.forEach(kind -> in(kind).forEach(handle -> drag(handle, step.title())));
                List<Node> fields = in(".text-field");
                fields.stream()
                        .filter(field -> field == fields.get(0) || field == fields.get(fields.size() - 1))
                        .forEach(field -> type((TextField) field, step.title()));
                press(KeyCode.F5);
            }
            robot.interact(() -> ((Button) node("lessons-back")).fire());
            speak(Locale.SIMPLIFIED_CHINESE); // and back
        }
        List<String> all =
                List.of("explore-temperature-slider", "explore-alpha-slider", "loss-temperature-slider", "train-speed");
        assertTrue(dragged.containsAll(all), () -> "only these can be dragged: " + dragged);
    }

    /** Those that can be used and seen now, whatever they are in. */
    private List<Node> in(String selector) {
        return waitForAsyncFx(10_000, () -> scene().getRoot().lookupAll(selector).stream()
                .filter(node -> !node.isDisabled() && LessonAnchors.isShown(node) && isOnTop(node))
                .toList());
    }

    private boolean isOnTop(Node node) {
        Point2D middle = handle(node);
        for (Node around = node; around != null; around = around.getParent()) {
            if (around.getClip() != null
                    && !around.localToScene(around.getClip().getBoundsInParent())
                            .contains(middle)) {
                return false;
            }
        }
        return true;
    }

    /** Where one takes hold of it. */
    private static Point2D handle(Node node) {
        Node held = node instanceof Slider ? node.lookup(".thumb") : node;
        Bounds place = held.localToScene(held.getLayoutBounds());
        return new Point2D(place.getCenterX(), place.getCenterY());
    }

    private void drag(Node node, String where) {
        dragged.add(node.getId());
        Places before = Places.of(scene());
        String what = where + ": " + node.getId();
        Point2D from = waitForAsyncFx(10_000, () -> node.localToScreen(node.sceneToLocal(handle(node))));
        mouse(hand -> {
            hand.mouseMove(from);
            hand.mousePress(MouseButton.PRIMARY);
        });
        before.assertKept(what + " is pressed");
        for (int way : new int[] {-40, -150, 150}) {
            mouse(hand -> hand.mouseMove(from.getX() + way, from.getY()));
            before.assertKept(what + " is dragged by " + way);
        }
        mouse(hand -> hand.mouseRelease(MouseButton.PRIMARY));
        before.assertKept(what + " is let go");
    }

    private static void mouse(Consumer<Robot> move) {
        waitForAsyncFx(10_000, () -> move.accept(new Robot()));
        WaitForAsyncUtils.waitForFxEvents(2);
    }

    private void type(TextField field, String where) {
        String what = where + ": " + field.getId() + " of " + field.getParent().getId();
        robot.interact(field::requestFocus); // which may scroll
        WaitForAsyncUtils.waitForFxEvents(2);
        Places before = Places.of(scene());
        for (String typed : List.of("1,", "12,345", "nonsense is typed here")) {
            robot.interact(() -> field.setText(typed));
            WaitForAsyncUtils.waitForFxEvents(2);
            before.assertKept(what + " holds " + typed);
            if (!typed.equals("1,")) {
                Keyboard.press(KeyCode.ENTER);
                before.assertKept(what + " refuses " + typed);
            }
        }
        Keyboard.press(KeyCode.ESCAPE);
        before.assertKept(what + " is taken back");
    }
}
