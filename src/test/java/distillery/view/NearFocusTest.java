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
class NearFocusTest {
    private final Button first = new Button("first");
    private final Button before = new Button("before");
    private final Button pressed = new Button("pressed");
    private final Button after = new Button("after");
    private final HBox row = new HBox(before, new Label("-"), pressed, after);
    private final Region gap = new Region();
    private final VBox screen = new VBox(first, gap, row);
    private final Scroller scroller = new Scroller(screen);

    @Start
    void raise(Stage stage) {
        gap.setMinHeight(2000);
        NearFocus.keep(screen);
        stage.setScene(new Scene(scroller, 400, 300));
        stage.show();
    }

    private void assertFocusGoesTo(Button heir, FxRobot robot, Runnable loss) {
        robot.interact(pressed::requestFocus);
        double place = scroller.getVvalue();
        robot.interact(loss);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> assertEquals(heir, screen.getScene().getFocusOwner()));
        assertTrue(place > 0.9, "it is at the end of the page");
        assertEquals(place, scroller.getVvalue(), 0.02);
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
    void aPartThatGoesAwayHandsTheFocusToTheNearestControlAroundIt(FxRobot robot) {
        Button below = new Button("below");
        robot.interact(() -> screen.getChildren().add(below));
        assertFocusGoesTo(below, robot, () -> row.setVisible(false));
    }
}
