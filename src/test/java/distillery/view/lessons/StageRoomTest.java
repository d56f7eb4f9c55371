package distillery.view.lessons;

import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lesson.Lesson;
import distillery.lesson.LessonStep;
import distillery.view.LessonAnchors;
import distillery.view.OnFxThread;
import distillery.view.Scroller;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.util.WaitForAsyncUtils;

/** Presenter mode in every step of every lesson: columns stand side by side, and what the step is about fills the stage. */
class StageRoomTest extends LessonsOnStage {
    /** Of the stage, what cards take; the rest is the room between them. */
    private static final double MOST = 0.55;

    private static final int MANY = 40;

    /** The screen that the steps up to now have led to. */
    private Node front = new Group();

    static Stream<Arguments> lessonsInTwoSizes() {
        return IntStream.range(0, lessons(Locale.ENGLISH).size())
                .boxed()
                .flatMap(i -> Stream.of(Arguments.of(i, 1280, 800), Arguments.of(i, 1024, 768)));
    }

    @Thorough
    @ParameterizedTest
    @MethodSource("lessonsInTwoSizes")
    void everyStepFillsTheStageAndNothingLiesOverAnother(int number, int width, int height) throws TimeoutException {
        until(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            return scene().getWidth() == width && scene().getHeight() == height;
        });
        front = node("explore");
        Lesson lesson = lessons(Locale.ENGLISH).get(number);
        open(lesson);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        for (LessonStep step : lesson.steps()) {
            look(step, "begins");
            if (step.predict().isPresent()) {
                goOn(() -> find("lessons-question") != null);
                press(KeyCode.PAGE_DOWN);
                look(step, "goes on");
            }
            if (!step.equals(lesson.steps().get(lesson.steps().size() - 1))) {
                goOn(() -> !text("lessons-step-title").equals(step.title()));
            }
        }
        press(KeyCode.ESCAPE);
        press(KeyCode.CONTROL, KeyCode.DIGIT1);
    }

    private void goOn(BooleanSupplier arrived) {
        for (int i = 0; i < MANY && !arrived.getAsBoolean(); i++) {
            press(KeyCode.PAGE_DOWN);
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private void look(LessonStep step, String when) {
        settle();
        String where = step.title() + " " + when;
        String screen = step.stage().screen().orElse(front.getId());
        await(where + " on " + screen, () -> find(screen) != null); // another screen takes a moment
        front = node(screen);
        await(where + ": columns within their lanes", () -> shown(front, ".lane").stream()
                .noneMatch(StageRoomTest::isTooWide));
        List<Bounds> cards =
                shown(front, ".card").stream().map(StageRoomTest::place).toList();
        double share = OnFxThread.look(() -> covered(place(front), cards));
        assertTrue(share >= MOST, () -> where + ": cards take " + share);
    }

    private void await(String what, BooleanSupplier holds) {
        try {
            until(holds);
        } catch (TimeoutException never) {
            throw new AssertionError(what, never);
        }
    }

    private static List<Node> shown(Node front, String selector) {
        return OnFxThread.look(() -> front.lookupAll(selector).stream()
                .filter(LessonAnchors::isShown)
                .toList());
    }

    private static boolean isTooWide(Node lane) {
        Node around = lane;
        while (!(around instanceof Scroller)) {
            around = Objects.requireNonNull(around.getParent());
        }
        return lane.getLayoutBounds().getWidth()
                > ((ScrollPane) around).getViewportBounds().getWidth() + 1;
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /** The share of a place that these cover, by a grid of points. */
    private static double covered(Bounds place, List<Bounds> cards) {
        int steps = 40;
        List<Boolean> points = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            for (int j = 0; j < steps; j++) {
                double x = place.getMinX() + (i + 0.5) / steps * place.getWidth();
                double y = place.getMinY() + (j + 0.5) / steps * place.getHeight();
                points.add(cards.stream().anyMatch(card -> card.contains(x, y)));
            }
        }
        return (double) Collections.frequency(points, true) / points.size();
    }
}
