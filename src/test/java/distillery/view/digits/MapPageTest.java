package distillery.view.digits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.digits.DigitMap;
import distillery.lab.digits.DigitsPage;
import distillery.view.OnFxThread;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class MapPageTest extends AskedOnStage {
    private HiddenPlanePane teacher() {
        return (HiddenPlanePane) node("digits-map-teacher");
    }

    private static DigitMap map() {
        return OnFxThread.look(
                () -> Objects.requireNonNull(MODEL.map().mapProperty().get()));
    }

    private static String number(int digit) {
        return String.format(Locale.ROOT, "No. %,d, a ", digit);
    }

    @Test
    void aClickChoosesTheDigitThatItHits(FxRobot robot) {
        show(DigitsPage.MAP, 0);
        int index = 123;
        Point2D at = OnFxThread.look(() -> teacher().localToScreen(teacher().at(index)));
        robot.moveTo(at);
        int digit = map().digits().get(index);
        assertTrue(spoken(teacher()).contains(number(digit)), spoken(teacher()));
        robot.clickOn(at);
        assertEquals(digit, OnFxThread.look(() -> MODEL.digitProperty().get()));
    }

    @Thorough
    @Test
    void aDigitOfTheMapIsRingedWhereItLies() {
        show(DigitsPage.MAP, 1230);
        int index = map().digits().indexOf(1230);
        DigitMap.Place place = OnFxThread.look(
                () -> Objects.requireNonNull(MODEL.map().placeProperty().get()));
        double[] points = map().ofTeacher().plane().points();
        assertArrayEquals(Arrays.copyOfRange(points, 2 * index, 2 * index + 2), place.ofTeacher(), 1e-3);
        double[] students = map().ofStudent().plane().points();
        assertArrayEquals(Arrays.copyOfRange(students, 2 * index, 2 * index + 2), place.ofStudent(), 1e-3);
    }

    @Thorough
    @Test
    void aDraggedRectangleFiltersTheBrowser(FxRobot robot) {
        show(DigitsPage.MAP, 0);
        Rectangle2D box = OnFxThread.look(() -> new Rectangle2D(
                teacher().getWidth() / 3,
                teacher().getHeight() / 3,
                teacher().getWidth() / 3,
                teacher().getHeight() / 3));
        List<Integer> inside =
                OnFxThread.look(() -> IntStream.range(0, map().digits().size())
                        .filter(index -> box.contains(teacher().at(index)))
                        .mapToObj(map().digits()::get)
                        .toList());
        Point2D from = OnFxThread.look(() -> teacher().localToScreen(box.getMinX(), box.getMinY()));
        Point2D to = OnFxThread.look(() -> teacher().localToScreen(box.getMaxX(), box.getMaxY()));
        robot.drag(from, MouseButton.PRIMARY).dropTo(to);
        assertEquals(
                DigitsPage.BROWSER, OnFxThread.look(() -> MODEL.pageProperty().get()));
        assertTrue(inside.size() > 5);
        List<Integer> found =
                OnFxThread.look(() -> MODEL.browser().foundProperty().get());
        assertTrue(Math.abs(inside.size() - found.size()) <= 5, inside.size() + " and " + found.size());
        assertTrue(text("digits-count").contains("Only the " + found.size() + " marked"));
        robot.clickOn(node("digits-all"));
        assertEquals(
                10_000,
                OnFxThread.look(() -> MODEL.browser().foundProperty().get().size()));
    }

    @Test
    void keysLeadToADigitAndChooseIt(FxRobot robot) {
        show(DigitsPage.MAP, 0);
        robot.interact(() -> teacher().requestFocus());
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.UP);
        robot.push(KeyCode.ENTER);
        int digit = OnFxThread.look(() -> MODEL.digitProperty().get());
        assertTrue(map().digits().contains(digit));
        assertTrue(spoken(teacher()).contains(number(digit)), spoken(teacher()));
    }

    @Thorough
    @Test
    void shiftAndArrowsStretchARectangle(FxRobot robot) {
        show(DigitsPage.MAP, 0);
        robot.interact(() -> teacher().requestFocus());
        robot.press(KeyCode.SHIFT);
        for (int i = 0; i < 3; i++) {
            robot.push(KeyCode.RIGHT);
            robot.push(KeyCode.DOWN);
        }
        robot.release(KeyCode.SHIFT);
        robot.push(KeyCode.ENTER);
        assertEquals(
                DigitsPage.BROWSER, OnFxThread.look(() -> MODEL.pageProperty().get()));
        int found = OnFxThread.look(() -> MODEL.browser().foundProperty().get().size());
        assertTrue(found > 0 && found < 1_000, found + " digits");
    }

    @Test
    void theLikenessIsThatOfTheTwoLayers() {
        show(DigitsPage.MAP, 0);
        double likeness = map().ofStudent().likeness(map().ofTeacher());
        assertEquals(map().likeness(), likeness, 1e-9);
        assertTrue(likeness > 0.3 && likeness < 1, "a taught student is like its teacher: " + likeness);
        assertEquals(1, map().ofTeacher().likeness(map().ofTeacher()), 1e-9);
        assertTrue(text("digits-map-likeness").contains(String.format(Locale.ROOT, "%.4f", likeness)));
    }
}
