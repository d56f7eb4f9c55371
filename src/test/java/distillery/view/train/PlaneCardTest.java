package distillery.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.data.PlanePoint;
import distillery.data.PlaneSettings;
import distillery.data.PlaneShape;
import distillery.lab.train.PlaneSight;
import distillery.lab.train.RunState.Stage;
import distillery.train.ArmName;
import distillery.train.Preset;
import distillery.view.Keyboard;
import distillery.view.OnFxThread;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.control.ComboBox;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Points in the plane: what both nets think everywhere is seen while they learn, and a hand adds points. */
class PlaneCardTest extends TrainOnStage {
    private void choose(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Preset> presets = (ComboBox<Preset>) scene.lookup("#train-preset");
            presets.setValue(Preset.PLANE);
        });
        assertEquals(Preset.PLANE.settings(), model.settings());
        robot.interact(model::start);
        until(() -> model.plane().sightProperty().get() != null && reading.stage() == Stage.READY);
    }

    private PlaneSight sight() {
        return Objects.requireNonNull(
                OnFxThread.look(() -> model.plane().sightProperty().get()));
    }

    private PlaneSettings plane() {
        return model.plane().settings().orElseThrow();
    }

    private List<PlaneSight.Shown> points() {
        return sight().points(model.settings());
    }

    @Thorough
    @Test
    void thePresetRunsAndItsPlaneIsReadWhileItLearns(FxRobot robot) throws TimeoutException {
        choose(robot);
        PlaneSight first = sight();
        assertEquals(0, first.answers().step());
        assertEquals(15, points().size());
        double before = first.agreement();
        Set<PlaneSight> seen = new HashSet<>();
        robot.interact(() -> {
            model.plane().sightProperty().addListener((property, old, now) -> seen.add(now));
            model.stepMillisProperty().set(1);
            model.runOrPause();
        });
        until(() -> seen.size() > 3);
        robot.interact(() -> model.stepMillisProperty().set(0));
        until(Stage.FINISHED);
        until(() -> sight().answers().step() == 1_000);
        assertTrue(sight().agreement() > 0.9 && sight().agreement() > before, "alike on " + sight().agreement());
        assertTrue(text("train-plane-agree").contains("distilled"), text("train-plane-agree"));
        assertTrue(text("train-plane-words").contains("donkey"), text("train-plane-words"));
        robot.interact(() -> appearance.languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        assertTrue(text("train-plane-words").contains("驴"), text("train-plane-words"));
        robot.interact(() -> appearance.languageProperty().set(Locale.ENGLISH));
    }

    @Thorough
    @Test
    void anotherArmAndAnotherTemperatureAreSeenAtOnce(FxRobot robot) throws TimeoutException {
        choose(robot);
        robot.interact(model::epoch);
        until(() -> reading.stage() == Stage.RESTING && sight().answers().step() == 1);
        String cool = text("train-plane-words");
        robot.interact(() -> model.viewingProperty().set(20));
        assertNotEquals(cool, text("train-plane-words"));
        robot.interact(() -> model.plane().armProperty().set(ArmName.CONTROL));
        until(() -> sight().answers().arm().equals(ArmName.CONTROL));
        assertTrue(text("train-plane-agree").contains("control"), text("train-plane-agree"));
    }

    @Thorough
    @Test
    void aClickAddsAPointOfTheChosenClassAndShiftTakesItAway(FxRobot robot) throws TimeoutException {
        choose(robot);
        robot.clickOn("#train-plane-class-2");
        robot.clickOn(robot.offset("#train-plane-pane", 0, -100));
        assertEquals(1, plane().added().size());
        PlanePoint own = plane().added().get(0);
        assertEquals(2, own.label());
        until(() -> points().size() == 16 && sight().answers().shown().length == 16);
        robot.press(KeyCode.SHIFT)
                .clickOn(robot.offset("#train-plane-pane", 0, -100))
                .release(KeyCode.SHIFT);
        assertEquals(List.of(), plane().added());
        assertEquals(PlaneSettings.FIRST, plane());
    }

    @Thorough
    @Test
    void keysMoveTheCrossAddAndRemove(FxRobot robot) throws TimeoutException {
        choose(robot);
        robot.interact(() -> node("train-plane-pane").requestFocus());
        Keyboard.press(KeyCode.DIGIT2);
        Keyboard.press(KeyCode.RIGHT);
        Keyboard.press(KeyCode.RIGHT);
        Keyboard.press(KeyCode.UP);
        Keyboard.press(KeyCode.ENTER);
        assertEquals(List.of(new PlanePoint(0.1, 0.05, 1)), plane().added());
        until(() -> sight().answers().shown().length == 16);
        Keyboard.press(KeyCode.DELETE);
        assertEquals(List.of(), plane().added());
        PlanePoint drawn = points().get(0).point();
        robot.interact(() -> model.plane().remove(drawn.x(), drawn.y()));
        assertEquals(1, plane().removed().size());
        until(() -> sight().answers().shown().length == 14);
        assertFalse(node("train-plane-forget").isDisabled());
        robot.clickOn("#train-plane-forget");
        assertEquals(PlaneSettings.FIRST, plane());
        assertTrue(node("train-plane-forget").isDisabled());
    }

    @Test
    void learnedNetsAreNotThrownAwayByAPoint(FxRobot robot) throws TimeoutException {
        choose(robot);
        robot.interact(model::epoch);
        until(Stage.RESTING);
        robot.interact(() -> model.plane().add(0, 1, 0));
        assertEquals(Stage.RESTING, reading.stage());
        assertTrue(OnFxThread.look(() -> model.pendingProperty().get()));
        assertEquals(16, points().size());
        assertEquals(15, sight().answers().shown().length);
    }

    @Test
    void thePlaneIsPaintedInTheColoursOfItsClasses(FxRobot robot) throws TimeoutException {
        choose(robot);
        Set<Color> colors = OnFxThread.look(() -> {
            WritableImage image = node("train-plane-pane").snapshot(null, null);
            Set<Color> found = new HashSet<>();
            for (int y = 30; y < image.getHeight() / 3; y += 3) {
                for (int x = 4; x < image.getWidth(); x += 3) {
                    found.add(image.getPixelReader().getColor(x, y));
                }
            }
            return found;
        });
        assertTrue(colors.size() > 50, colors.size() + " colours");
    }

    @Test
    void theDataPickerOffersThePlaneAndItsSettings(FxRobot robot) throws TimeoutException {
        assertFalse(node("train-plane").isVisible());
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<String> source = (ComboBox<String>) scene.lookup("#train-data");
            source.setValue(PlaneSettings.PLANE);
        });
        assertEquals(PlaneSettings.FIRST, plane());
        assertTrue(node("train-plane").isVisible());
        assertFalse(node("train-batch").isVisible());
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<PlaneShape> shape = (ComboBox<PlaneShape>) scene.lookup("#train-plane-shape");
            shape.setValue(PlaneShape.RINGS);
        });
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Integer> classes = (ComboBox<Integer>) scene.lookup("#train-plane-classes");
            classes.setValue(4);
        });
        assertEquals("plane:rings,classes=4", model.settings().data());
        assertEquals(4, model.settings().student().classes());
        type("train-plane-noise", "0.05");
        assertEquals(0.05, plane().noise());
        type("train-plane-seed", "7");
        assertEquals(7, plane().seed());
        assertNotSame(null, node("train-plane-class-3"));
        robot.interact(() -> model.set(Preset.FEW_LABELS.settings()));
        assertFalse(node("train-plane").isVisible());
        assertFalse(node("train-plane-shape").isVisible());
    }

    @Thorough
    @Test
    void itCanHaveTheWholeScreenAndEscapeTakesItBack(FxRobot robot) throws TimeoutException {
        choose(robot);
        double small =
                OnFxThread.look(() -> node("train-plane-pane").getLayoutBounds().getWidth());
        robot.clickOn("#train-plane-large");
        Bounds large = OnFxThread.look(() -> node("train-plane-pane").getLayoutBounds());
        assertTrue(large.getWidth() > 2 * small, large.toString());
        robot.interact(() -> node("train-plane-pane").requestFocus());
        Keyboard.press(KeyCode.ESCAPE);
        assertEquals(
                small,
                OnFxThread.look(() -> node("train-plane-pane").getLayoutBounds().getWidth()),
                1);
    }
}
