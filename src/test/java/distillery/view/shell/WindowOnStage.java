package distillery.view.shell;

import distillery.lab.Appearance;
import distillery.lab.EngineModel;
import distillery.lab.Messages;
import distillery.lab.setup.Document;
import distillery.lab.setup.Sample;
import distillery.view.Assets;
import distillery.view.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The real window around two small screens, and what tests do with it. */
@ExtendWith(ApplicationExtension.class)
class WindowOnStage {
    final Appearance appearance = new Appearance();
    final Texts texts = new Texts(appearance.languageProperty());
    final Sample sample = new Sample();
    final AtomicInteger clock = new AtomicInteger();
    final Document document = new Document(List.of(sample.part()), Platform::runLater, () -> clock.addAndGet(10_000));
    final EngineModel engine = new EngineModel();
    final Messages messages = new Messages();
    final AtomicInteger runs = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // these are set by open, on the window's thread
    Stage stage;

    @SuppressWarnings("NullAway.Init")
    MainWindow window;

    @SuppressWarnings("NullAway.Init")
    Slider slider;

    @SuppressWarnings("NullAway.Init")
    TextField field;

    void raise(Stage shown) {
        Assets.loadFonts();
        stage = shown;
        slider = new Slider(0, 100, 4);
        field = new TextField();
        slider.setId("slider");
        slider.valueProperty().bindBidirectional(sample.temperature);
        ScreenView first = new ScreenView(
                new VBox(slider, field),
                texts.text("shell.group.experiment"),
                Map.of(Action.RUN, runs::incrementAndGet, Action.TEMPERATURE, slider::requestFocus));
        ScreenView second = new ScreenView(new VBox(new Button("?")), texts.text("shell.group.window"), Map.of());
        window = new MainWindow(
                stage,
                appearance,
                texts,
                document,
                Runnable::run,
                engine,
                messages,
                List.of(new Screen("explore", () -> first), new Screen("train", () -> second)));
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
    }

    static void press(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    static List<String> words(FxRobot robot) {
        List<String> words = new ArrayList<>();
        for (Labeled each : robot.lookup((Node node) -> node instanceof Labeled).queryAllAs(Labeled.class)) {
            if (isShown(each) && each.getText() != null && each.getText().matches(".*\\p{L}{2}.*")) {
                words.add(each.getText());
            }
        }
        return words;
    }
}
