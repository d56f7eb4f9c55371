package distillery.view.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.Look;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window's frame, driven by keys: words, looks, tabs, sheets. */
class MainWindowTest extends WindowOnStage {
    @Start
    void open(Stage shown) {
        raise(shown);
    }

    @Test
    void theLanguageSwitchChangesEveryWord(FxRobot robot) {
        robot.interact(() -> engine.warmUp(() -> 2, Platform::runLater));
        Set<String> english = new HashSet<>(words(robot));
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        List<String> chinese = words(robot);
        // Names and units stay: the two languages in the switch, and megabytes.
        chinese.removeAll(List.of("EN", "中文"));
        chinese.removeIf(word -> word.endsWith("MB"));
        assertFalse(chinese.isEmpty());
        assertEquals(List.of(), chinese.stream().filter(english::contains).toList());
        assertTrue(chinese.contains("探索"));
        assertTrue(stage.getTitle().contains("知识蒸馏"));
    }

    @Test
    void theLookSwitchChangesTheGround(FxRobot robot) {
        Color light = ground();
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        assertEquals(Look.DARK, appearance.lookProperty().get());
        assertTrue(ground().getBrightness() < light.getBrightness() / 2);
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        assertEquals(Look.PROJECTOR, appearance.lookProperty().get());
        assertEquals(Color.WHITE, ground());
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        assertEquals(Look.CONTRAST, appearance.lookProperty().get());
        assertEquals(Color.BLACK, ground());
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        assertEquals(light, ground());
    }

    private Color ground() {
        return WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> stage.getScene().snapshot(null).getPixelReader().getColor(640, 500));
    }

    @Test
    void textGrowsShrinksAndComesBack(FxRobot robot) {
        double before =
                robot.lookup("#status-facts").queryAs(Label.class).getFont().getSize();
        press(robot, KeyCode.CONTROL, KeyCode.ADD);
        press(robot, KeyCode.CONTROL, KeyCode.EQUALS);
        double larger =
                robot.lookup("#status-facts").queryAs(Label.class).getFont().getSize();
        assertEquals(before * 1.21, larger, 0.1);
        press(robot, KeyCode.CONTROL, KeyCode.MINUS);
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT0);
        assertEquals(
                before,
                robot.lookup("#status-facts").queryAs(Label.class).getFont().getSize(),
                1e-9);
    }

    @Test
    void keysLeadToTheScreensAndBack(FxRobot robot) {
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
        assertTrue(robot.lookup("#tab-train").queryAs(ToggleButton.class).isSelected());
        assertFalse(robot.lookup("#tab-explore").queryAs(ToggleButton.class).isSelected());
        assertEquals(
                "Window", robot.lookup("#status-facts").queryAs(Label.class).getText());
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT5);
        assertTrue(robot.lookup("#tab-train").queryAs(ToggleButton.class).isSelected());
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT1);
        assertEquals(
                "Experiment", robot.lookup("#status-facts").queryAs(Label.class).getText());
    }

    @Test
    void pressingTheOpenTabKeepsItOpen(FxRobot robot) {
        robot.clickOn("#tab-explore");
        assertTrue(robot.lookup("#tab-explore").queryAs(ToggleButton.class).isSelected());
    }

    @Test
    void spaceRunsUnlessAControlNeedsIt(FxRobot robot) {
        press(robot, KeyCode.CONTROL, KeyCode.T);
        assertSame(slider, stage.getScene().getFocusOwner());
        press(robot, KeyCode.SPACE);
        press(robot, KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals(2, runs.get());
        robot.clickOn(field).write("a b");
        assertEquals("a b", field.getText());
        assertEquals(2, runs.get());
    }

    @Thorough
    @Test
    void everyControlOfTheBarIsReachedByTab(FxRobot robot) {
        Set<Node> visited = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            press(robot, KeyCode.TAB);
            visited.add(stage.getScene().getFocusOwner());
        }
        for (String id : List.of("tab-explore", "tab-train", "larger-text", "smaller-text", "language", "look")) {
            assertTrue(visited.contains(robot.lookup("#" + id).query()), id);
        }
        assertTrue(visited.contains(slider));
        assertTrue(visited.contains(robot.lookup("#menu").query()));
    }

    @Test
    void everyControlOfTheBarHasANameForScreenReaders(FxRobot robot) {
        for (Button button : robot.lookup(".top-bar .button").queryAllAs(Button.class)) {
            assertNotEquals("", button.getAccessibleText(), button::getId);
            assertTrue(button.getTooltip().getText().startsWith(button.getAccessibleText()), button::getId);
        }
    }

    @Test
    void theSheetListsEveryActionAndEscClosesIt(FxRobot robot) {
        press(robot, KeyCode.CONTROL, KeyCode.T);
        press(robot, KeyCode.F1);
        Set<Action> absent = Set.of(Action.SCREEN_3, Action.SCREEN_4, Action.SCREEN_5);
        for (Action action : Action.values()) {
            assertEquals(
                    absent.contains(action) ? Set.of() : Set.of(action.keyText()),
                    new HashSet<>(robot.lookup("#keys-" + action.id()).queryAllAs(Label.class).stream()
                            .map(Label::getText)
                            .toList()));
        }
        press(robot, KeyCode.SPACE);
        assertFalse(robot.lookup("#sheet").query().isVisible(), "Space closes through the focused button");
        assertEquals(0, runs.get());
        press(robot, KeyCode.F1);
        press(robot, KeyCode.ESCAPE);
        assertFalse(robot.lookup("#sheet").query().isVisible());
        assertSame(slider, stage.getScene().getFocusOwner());
    }

    @Test
    void whatLiesUnderASheetIsOutOfReach(FxRobot robot) {
        press(robot, KeyCode.SHIFT, KeyCode.F1);
        assertTrue(robot.lookup("#about-sheet").tryQuery().isPresent());
        press(robot, KeyCode.CONTROL, KeyCode.ENTER);
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
        assertEquals(0, runs.get());
        assertTrue(robot.lookup("#tab-explore").queryAs(ToggleButton.class).isSelected());
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        assertEquals(Locale.SIMPLIFIED_CHINESE, appearance.languageProperty().get());
    }

    @Test
    void theCreditsNameEveryVersion(FxRobot robot) {
        press(robot, KeyCode.SHIFT, KeyCode.F1);
        List<String> words = words(robot);
        assertTrue(words.stream().anyMatch(word -> word.startsWith("JavaFX 2")), words::toString);
        assertTrue(words.contains("CC BY-SA 3.0"));
        assertEquals(
                List.of(), words.stream().filter(word -> word.contains("$")).toList());
    }
}
