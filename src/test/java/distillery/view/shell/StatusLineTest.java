package distillery.view.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lab.EngineModel;
import distillery.view.Assets;
import distillery.view.Texts;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
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
    private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
    private final BooleanProperty modified = new SimpleBooleanProperty();
    private final EngineModel engine = new EngineModel();
    private Stage stage;

    @Start
    void open(Stage shown) {
        Assets.loadFonts();
        stage = shown;
        ScreenView screen = new ScreenView(new Region(), facts, Map.of());
        Texts texts = new Texts(new SimpleObjectProperty<>(Locale.ENGLISH));
        stage.setScene(new Scene(new StatusLine(new SimpleObjectProperty<>(screen), file, modified, engine, texts)));
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

    @Test
    void itSaysWhereTheSetUpIsSavedAndWhetherItHasChanged(FxRobot robot) {
        Label saved = robot.lookup("#status-saved").queryAs(Label.class);
        assertFalse(saved.isVisible());
        robot.interact(() -> file.set(Path.of("class.distillery.json")));
        assertEquals("Saved as \"class\"", saved.getText());
        robot.interact(() -> modified.set(true));
        assertEquals("Changed since it was saved as \"class\"", saved.getText());
    }

    /** What only an expert asks for is there for the keyboard, too, and not in the line. */
    @Test
    void detailsOpenByKeyAndCloseByEscape(FxRobot robot) throws Exception {
        engine.warmUp(() -> 2, Platform::runLater);
        Label state = robot.lookup("#status-engine").queryAs(Label.class);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !state.isVisible());
        Button button = robot.lookup("#status-details").queryButton();
        robot.interact(button::requestFocus);
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("ND4J ready · 2 threads", detail(robot, "engine"));
        assertTrue(detail(robot, "memory").contains(" MB"), detail(robot, "memory"));
        assertTrue(detail(robot, "java").contains(System.getProperty("java.version")), detail(robot, "java"));
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> robot.lookup("#details-engine")
                .tryQuery()
                .isEmpty());
    }

    private static String detail(FxRobot robot, String name) {
        return robot.lookup("#details-" + name).queryAs(Label.class).getText();
    }

    private static String shown(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#status-facts").queryAs(Label.class).getText();
    }
}
