package distillery.view.train;

import distillery.lab.Appearance;
import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.lab.train.RunState;
import distillery.lab.train.TrainModel;
import distillery.train.Preset;
import distillery.view.Assets;
import distillery.view.Keyboard;
import distillery.view.OnFxThread;
import distillery.view.Palette;
import distillery.view.Texts;
import distillery.view.ThrottledExecutor;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The Train screen on a stage of its own, and what tests do with it. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the window is built before each test
class TrainOnStage {
    private static final int PATIENCE_SECONDS = 120;

    final Appearance appearance = new Appearance();
    final Messages messages = new Messages();
    final TrainModel model =
            new TrainModel(Workers.beside(new ThrottledExecutor(60), ForkJoinPool.commonPool()), messages);
    final RunState reading = model.reading();
    Scene scene;

    @BeforeEach
    void raise() throws TimeoutException {
        FxToolkit.setupStage(this::build);
    }

    void build(javafx.stage.Stage stage) {
        Assets.loadFonts();
        TrainView view = new TrainView(model, appearance, new Texts(appearance.languageProperty()));
        view.setStyle("-fx-font-size: 14px; -d-icon-size: 16px;");
        scene = new Scene(view, 1280, 800);
        String look = Palette.styleSheet(appearance.lookProperty().get());
        scene.getStylesheets().addAll(Assets.styleSheet("base"), Assets.styleSheet(look));
        stage.setScene(scene);
        stage.setWidth(1280); // the stage is one for all tests, as wide as the one before has left it
        stage.setHeight(800);
        stage.show();
    }

    @AfterEach
    void endTheRun(FxRobot robot) {
        robot.interact(model::leave);
    }

    void until(BooleanSupplier holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(10_000, holds::getAsBoolean));
        WaitForAsyncUtils.waitForFxEvents();
    }

    void until(RunState.Stage stage) throws TimeoutException {
        until(() -> reading.stage() == stage);
    }

    void useToys(FxRobot robot) {
        robot.interact(() -> model.set(Preset.TOY.settings()));
    }

    Node node(String id) {
        return OnFxThread.look(() -> Objects.requireNonNull(scene.lookup("#" + id), id));
    }

    String text(String id) {
        return OnFxThread.look(() -> ((Labeled) node(id)).getText());
    }

    void type(String id, String typed) {
        Keyboard.press(
                () -> {
                    TextField field = node(id) instanceof ComboBox<?> combo ? combo.getEditor() : (TextField) node(id);
                    field.requestFocus();
                    field.setText(typed);
                },
                KeyCode.ENTER);
    }
}
