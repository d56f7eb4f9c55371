package distillery.view.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.lab.EngineModel;
import distillery.view.Assets;
import distillery.view.Texts;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the stage is set before each test
class StatusLineTest {
    private static final double WIDTH = 900;

    private final StringProperty facts = new SimpleStringProperty("one fact  ·  another fact    T = 4");
    private Stage stage;

    @Start
    void open(Stage shown) {
        Assets.loadFonts();
        stage = shown;
        ScreenView screen = new ScreenView(new Region(), facts, Map.of());
        Texts texts = new Texts(new SimpleObjectProperty<>(Locale.ENGLISH));
        stage.setScene(new Scene(new StatusLine(new SimpleObjectProperty<>(screen), new EngineModel(), texts)));
        stage.setWidth(WIDTH); // the stage is one for all tests, as wide as the one before has left it
        stage.show();
    }

    @Test
    void factsStandWholeOrNotAtAll(FxRobot robot) {
        assertEquals("one fact  ·  another fact    T = 4", shown(robot));
        robot.interact(
                () -> facts.set("one fact  ·  another fact    " + "and much more than there is room for ".repeat(9)));
        assertEquals("one fact  ·  another fact", shown(robot));
        robot.interact(
                () -> facts.set("one fact  ·  " + "and much more than there is room for ".repeat(9) + "    T = 4"));
        assertEquals("one fact", shown(robot), "without the dot, and none that comes after one left out");
        robot.interact(() -> facts.set("one fact    T = 4"));
        assertEquals("one fact    T = 4", shown(robot));
    }

    @Test
    void factsComeBackWithTheRoom(FxRobot robot) {
        Label label = robot.lookup("#status-facts").queryAs(Label.class);
        robot.interact(() -> stage.setWidth(stage.getWidth() - label.getWidth() + label.prefWidth(-1) - 5));
        assertEquals("one fact  ·  another fact", shown(robot));
        robot.interact(() -> stage.setWidth(WIDTH));
        assertEquals("one fact  ·  another fact    T = 4", shown(robot));
    }

    private static String shown(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#status-facts").queryAs(Label.class).getText();
    }
}
