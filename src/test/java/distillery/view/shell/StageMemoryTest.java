package distillery.view.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lab.setup.WindowState.Bounds;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX fills them in
class StageMemoryTest {
    private static final Bounds BEFORE = new Bounds(20, 30, 1000, 650);

    private Stage stage;
    private StageMemory memory;

    @Start
    void show(Stage shown) {
        stage = new Stage();
        memory = new StageMemory(stage, BEFORE, false);
        stage.show();
        Platform.runLater(() -> resize(200, 200)); // what GTK does while it puts the frame around
    }

    private void resize(double width, double height) {
        stage.setWidth(width);
        stage.setHeight(height);
    }

    private Bounds now() {
        return new Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    @Test
    void aWindowThatFallsBackWhileItComesUpStandsWhereItStoodBefore(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();

        assertEquals(BEFORE, now());
        assertEquals(BEFORE, memory.bounds());
        robot.interact(stage::close);
    }

    @Test
    void soItDoesHoweverManyChangesComeAtOnce(FxRobot robot) {
        for (int burst = 0; burst < 3; burst++) {
            robot.interact(() -> {
                resize(200, 200);
                resize(1282, 825);
                resize(Bounds.SMALLEST_WIDTH, Bounds.SMALLEST_HEIGHT);
            });
            WaitForAsyncUtils.waitForFxEvents();
        }

        assertEquals(BEFORE, now());
        robot.interact(stage::close);
    }

    @Test
    void aSizeThatIsTooSmallToUseIsNotRemembered(FxRobot robot) throws Exception {
        Bounds larger = new Bounds(20, 30, 1010, 660);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> {
            robot.interact(() -> resize(larger.width(), larger.height()));
            return memory.bounds().equals(larger); // once it has settled
        });
        robot.interact(() -> resize(200, 200));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(
                memory.bounds().width() >= Bounds.SMALLEST_WIDTH,
                memory.bounds().toString());
        assertTrue(
                memory.bounds().height() >= Bounds.SMALLEST_HEIGHT,
                memory.bounds().toString());
        robot.interact(stage::close);
    }

    @Test
    void aWindowIsNeverMadeTooSmallToUse(FxRobot robot) {
        assertEquals(Bounds.SMALLEST_WIDTH, stage.getMinWidth());
        assertEquals(Bounds.SMALLEST_HEIGHT, stage.getMinHeight());
        robot.interact(stage::close);
    }
}
