package distillery.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A control that is locked or goes away hands the focus to its neighbour, and the page stays where it is. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // built once there is a toolkit
class NearFocusTest {
    private Button first;
    private Button before;
    private Button pressed;
    private Button after;
    private HBox row;
    private VBox screen;
    private Scroller scroller;

    @Start
    void raise(Stage stage) {
        first = new Button("first");
        before = new Button("before");
        pressed = new Button("pressed");
        after = new Button("after");
        row = new HBox(before, new Label("-"), pressed, after);
        Region gap = new Region();
        gap.setMinHeight(2000);
        screen = new VBox(first, gap, row);
        scroller = new Scroller(screen);
        NearFocus.keep(screen);
        stage.setScene(new Scene(scroller, 400, 300));
        stage.show();
    }

    private void assertFocusGoesTo(Button heir, FxRobot robot, Runnable loss) {
        assertFocusGoesTo(heir, robot, loss, 1);
    }

    private void assertFocusGoesTo(Button heir, FxRobot robot, Runnable loss, double end) {
        robot.interact(pressed::requestFocus);
        double place = scroller.getVvalue();
        robot.interact(loss);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> assertEquals(heir, screen.getScene().getFocusOwner()));
        assertTrue(place > 0.9, "it is at the end of the page");
        assertEquals(end, scroller.getVvalue(), 0.05);
    }

    @Test
    void aLockedControlHandsTheFocusToItsNeighbour(FxRobot robot) {
        assertFocusGoesTo(after, robot, () -> pressed.setDisable(true));
    }

    @Test
    void aControlThatGoesAwayDoesSo(FxRobot robot) {
        assertFocusGoesTo(after, robot, () -> pressed.setVisible(false));
    }

    @Test
    void withoutAFollowerTheOneBeforeGetsIt(FxRobot robot) {
        assertFocusGoesTo(before, robot, () -> List.of(after, pressed).forEach(each -> each.setDisable(true)));
    }

    @Test
    void nothingMovesWhileTheWholeScreenIsLocked(FxRobot robot) {
        robot.interact(pressed::requestFocus);
        double place = scroller.getVvalue();
        robot.interact(() -> {
            screen.setDisable(true);
            assertEquals(pressed, screen.getScene().getFocusOwner());
            screen.setDisable(false);
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> assertEquals(pressed, screen.getScene().getFocusOwner()));
        assertEquals(place, scroller.getVvalue());
    }

    @Test
    void aPartThatIsLockedHandsTheFocusOutOfIt(FxRobot robot) {
        assertFocusGoesTo(first, robot, () -> row.setDisable(true), 0);
    }

    @Test
    void aPartThatGoesAwayHandsTheFocusToTheNearestControlAroundIt(FxRobot robot) {
        Button below = new Button("below");
        robot.interact(() -> screen.getChildren().add(below));
        assertFocusGoesTo(below, robot, () -> row.setVisible(false));
    }
}
