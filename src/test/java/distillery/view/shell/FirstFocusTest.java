package distillery.view.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lab.Appearance;
import distillery.lab.EngineModel;
import distillery.lab.Messages;
import distillery.lab.setup.Document;
import distillery.lab.setup.Sample;
import distillery.view.Assets;
import distillery.view.ColumnLayout;
import distillery.view.Texts;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A window shows its screen from the top when it comes up, also where it is too small for columns side by side. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // built once there is a toolkit
class FirstFocusTest {
    private Stage stage;
    private Button first;

    @Start
    void open(Stage shown) {
        Assets.loadFonts();
        stage = shown;
        Appearance appearance = new Appearance();
        Texts texts = new Texts(appearance.languageProperty());
        first = new Button("of the largest column");
        Region high = new Region();
        high.setMinHeight(3000);
        ColumnLayout columns = new ColumnLayout(
                new SimpleDoubleProperty(20),
                new ColumnLayout.Column(new VBox(new Button("of the column on the left")), 0, 40),
                new ColumnLayout.Column(new VBox(first, high), 1, 40));
        ScreenView view = new ScreenView(columns, texts.text("shell.group.window"), Map.of());
        new MainWindow(
                stage,
                appearance,
                texts,
                new Document(List.of(new Sample().part()), Platform::runLater, System::nanoTime),
                Runnable::run,
                new EngineModel(),
                new Messages(),
                List.of(new Screen("train", () -> view)));
        stage.setWidth(900);
        stage.setHeight(700);
        stage.show();
    }

    @Test
    void theFirstControlOfTheOnlyColumnHasTheFocusAndIsSeen(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            assertEquals(first, stage.getScene().getFocusOwner());
            Bounds place = first.localToScene(first.getLayoutBounds());
            assertTrue(place.getMinY() > 0 && place.getMaxY() < 700, place.toString());
        });
    }
}
