package distillery.view.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Agreed;
import distillery.data.Problem;
import distillery.lab.setup.SetUpFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the window tells: steps to undo, the open file, the engine, problems. */
class WindowDocumentTest extends WindowOnStage {
    @TempDir
    Path folder;

    @Start
    void open(Stage shown) {
        raise(shown);
    }

    @Test
    void undoAndRedoFollowTheKeys(FxRobot robot) {
        assertTrue(robot.lookup("#undo").query().isDisabled());
        robot.interact(() -> slider.setValue(50));
        WaitForAsyncUtils.waitForFxEvents();
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        assertEquals(4, slider.getValue());
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(50, slider.getValue());
        robot.clickOn("#undo");
        assertEquals(4, slider.getValue());
    }

    @Test
    void saveGoesToTheOpenFileAndTheTitleTells(FxRobot robot) throws IOException {
        Path file = folder.resolve("hot" + SetUpFile.ENDING);
        robot.interact(() -> assertSaved(file));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("hot – Distillery", stage.getTitle());
        robot.interact(() -> slider.setValue(50));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("• hot – Distillery", stage.getTitle());
        press(robot, KeyCode.CONTROL, KeyCode.S);
        assertEquals("hot – Distillery", stage.getTitle());
        assertTrue(Files.readString(file).contains("50.0"));
        assertTrue(robot.lookup("#message").queryAs(Label.class).getText().contains("hot"));
    }

    private void assertSaved(Path file) {
        document.save(Agreed.replacing(file), Runnable::run, () -> {}, refused -> {
            throw new AssertionError(refused);
        });
    }

    @Test
    void closingAsksBeforeAChangedFileIsLost(FxRobot robot) throws IOException {
        Path file = folder.resolve("hot" + SetUpFile.ENDING);
        robot.interact(() -> assertSaved(file));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> slider.setValue(50));
        press(robot, KeyCode.CONTROL, KeyCode.Q);
        assertTrue(stage.isShowing());
        robot.clickOn("#shell-ask-cancel");
        assertTrue(stage.isShowing());
        assertFalse(robot.lookup("#sheet").query().isVisible());
        press(robot, KeyCode.CONTROL, KeyCode.Q);
        press(robot, KeyCode.ENTER);
        assertFalse(stage.isShowing());
        assertTrue(Files.readString(file).contains("50.0"));
    }

    @Test
    void theEngineTellsHowFarItIs(FxRobot robot) throws Exception {
        Label label = robot.lookup("#status-engine").queryAs(Label.class);
        assertEquals("Training gets ready...", label.getText());
        engine.warmUp(() -> 2, Platform::runLater);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> label.getText().isEmpty() && !label.isVisible());
        engine.warmUp(
                () -> {
                    throw new UnsatisfiedLinkError("no jnind4jcpu");
                },
                Platform::runLater);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> label.getText().equals("Training does not work here"));
    }

    /** Good news or bad, long or short: it lies over the window. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingMovesForAMessage(boolean chinese, FxRobot robot) {
        robot.interact(() -> appearance.languageProperty().set(chinese ? Locale.CHINESE : Locale.ENGLISH));
        WaitForAsyncUtils.waitForFxEvents();
        Map<Node, Bounds> before = places(robot);
        assertTrue(before.size() > 20, before.toString());
        for (String name : List.of("a", "a very long name ".repeat(20))) {
            robot.interact(() -> messages.say("shell.saved", name));
            assertUnmoved(before, robot);
            robot.interact(() -> messages.warn(new Problem("setup.too-large", name)));
            assertUnmoved(before, robot);
        }
        robot.interact(messages::dismiss);
        assertUnmoved(before, robot);
    }

    private static void assertUnmoved(Map<Node, Bounds> before, FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(before, places(robot));
    }

    private static Map<Node, Bounds> places(FxRobot robot) {
        Map<Node, Bounds> places = new HashMap<>();
        Parent house = robot.lookup("#house").queryParent();
        robot.from(house)
                .lookup((Node node) -> node instanceof Control && isShown(node))
                .queryAll()
                .forEach(node -> places.put(node, node.localToScene(node.getLayoutBounds())));
        return places;
    }

    @Test
    void aProblemIsToldInTheLanguageOfTheMomentUntilItIsClosed(FxRobot robot) {
        robot.interact(() -> messages.warn(new Problem("setup.too-large", "a.json")));
        Label sentence = robot.lookup("#message").queryAs(Label.class);
        assertEquals("a.json is larger than 1 MB, too large for a set-up. Choose another file.", sentence.getText());
        assertFalse(robot.lookup("#message-copy").query().isVisible());
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        assertTrue(sentence.getText().startsWith("a.json 超过 1 MB"));
        robot.clickOn("#message-close");
        assertFalse(robot.lookup("#message-bar").query().isVisible());
    }

    @Test
    void anErrorOfOursShowsItsDetails(FxRobot robot) {
        robot.interact(() -> messages.confess(new IllegalStateException(new RuntimeException("no luck"))));
        assertTrue(robot.lookup("#message").queryAs(Label.class).getText().contains("no luck"));
        robot.clickOn("#message-copy");
        String copied = WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.contains("Caused by: java.lang.RuntimeException: no luck"), copied);
    }

    @Test
    void aRefusedFileIsToldAndChangesNothing(FxRobot robot) throws IOException {
        Path file = folder.resolve("new" + SetUpFile.ENDING);
        Files.writeString(file, "{\"distillery\": \"set-up\", \"version\": 99}");
        document.recent().add(file);
        press(robot, KeyCode.F10);
        robot.clickOn("#menu-recent");
        robot.clickOn("new  —  " + folder);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#message").queryAs(Label.class).getText().contains("newer Distillery"));
        assertEquals(4, slider.getValue());
        assertEquals("Distillery", stage.getTitle());
    }
}
