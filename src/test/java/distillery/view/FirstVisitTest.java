package distillery.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.App;
import distillery.Thorough;
import distillery.lab.setup.UserFolder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The whole program as somebody meets it who has not seen it before, and the second time. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the program is started before each test
class FirstVisitTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir(cleanup = CleanupMode.NEVER) // the program may still be writing its last lines there
    Path home;

    private Stage stage;

    @BeforeEach
    void start() throws TimeoutException {
        System.setProperty(UserFolder.PROPERTY, home.toString());
        Locale.setDefault(Locale.ENGLISH);
        FxToolkit.registerPrimaryStage();
        stage = FxToolkit.registerStage(Stage::new);
        FxToolkit.setupApplication(App.class);
        until(() -> !stage.getScene().getRoot().lookupAll(".lesson-entry").isEmpty());
    }

    @AfterEach
    void end() throws TimeoutException {
        FxToolkit.cleanupStages();
        System.clearProperty(UserFolder.PROPERTY);
    }

    private void until(BooleanSupplier holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(10_000, holds::getAsBoolean));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Node node(String id) {
        return OnFxThread.look(() -> Objects.requireNonNull(stage.getScene().lookup("#" + id), id));
    }

    private boolean isShownAround() {
        return node("loss-tour-bar").isVisible();
    }

    @Thorough
    @Test
    void whoSkipsTheWayAroundIsNotShownAroundAtTheNextStart() throws Exception {
        Keyboard.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertTrue(isShownAround());
        assertEquals("loss-tour-next", stage.getScene().getFocusOwner().getId());
        Keyboard.press(KeyCode.TAB);
        Keyboard.press(KeyCode.SPACE);
        assertFalse(node("loss-tour-next").getParent().isVisible());
        assertTrue(isShownAround(), "its room is kept");
        Keyboard.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        Keyboard.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertFalse(isShownAround(), "until the screen was left");
        end();
        start();
        Keyboard.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertFalse(isShownAround());
        Keyboard.press(KeyCode.CONTROL, KeyCode.G);
        assertTrue(isShownAround() && node("loss-tour-next").getParent().isVisible());
    }

    @Test
    void aLessonThatIsHiddenIsSaidToGoOn(FxRobot robot) throws TimeoutException {
        Keyboard.press(KeyCode.CONTROL, KeyCode.B);
        assertFalse(node("message-bar").isVisible(), "no lesson is open");
        Keyboard.press(KeyCode.CONTROL, KeyCode.B);
        robot.interact(() -> stage.getScene().lookup(".lesson-entry").requestFocus());
        Keyboard.press(KeyCode.ENTER);
        Keyboard.press(KeyCode.CONTROL, KeyCode.B);
        assertTrue(node("message-bar").isVisible());
        assertTrue(((Labeled) node("message")).getText().startsWith("The lesson \"Hard and soft labels\" is hidden"));
        Keyboard.press(KeyCode.CONTROL, KeyCode.B);
        assertFalse(node("message-bar").isVisible());
    }

    @Thorough
    @Test
    void nobodyIsShownAroundInALesson(FxRobot robot) {
        robot.interact(() -> stage.getScene().lookup(".lesson-entry").requestFocus());
        Keyboard.press(KeyCode.ENTER);
        Keyboard.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertFalse(isShownAround());
        Keyboard.press(KeyCode.CONTROL, KeyCode.G);
        assertFalse(isShownAround());
        robot.interact(() -> ((Button) node("lessons-back")).fire());
        Keyboard.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertTrue(isShownAround(), "it was only put off");
    }
}
