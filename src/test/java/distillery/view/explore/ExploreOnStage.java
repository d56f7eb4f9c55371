package distillery.view.explore;

import distillery.lab.Appearance;
import distillery.lab.ExploreModel;
import distillery.view.Assets;
import distillery.view.Numbers;
import distillery.view.Palette;
import distillery.view.Texts;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

/** The Explore screen in a window of the default size, and how its tests read and use it. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the window is built before each test
class ExploreOnStage {
    final ExploreModel model = new ExploreModel();
    final Appearance appearance = new Appearance();
    ExploreView view;
    Scene scene;

    @BeforeEach
    void raise() throws TimeoutException {
        FxToolkit.setupStage(this::build);
    }

    private void build(Stage stage) {
        Assets.loadFonts();
        view = new ExploreView(model, appearance, new Texts(appearance.languageProperty()));
        scene = new Scene(view, 1280, 720);
        String look = Palette.styleSheet(appearance.lookProperty().get());
        scene.getStylesheets().addAll(Assets.styleSheet("base"), Assets.styleSheet(look));
        stage.setScene(scene);
        stage.show();
    }

    String text(String id) {
        return ((Labeled) scene.lookup("#" + id)).getText();
    }

    double number(String id) {
        return Numbers.parse(text(id)).orElseThrow();
    }

    Bounds onScreen(String id) {
        Node node = scene.lookup("#" + id);
        return node.localToScreen(node.getBoundsInLocal());
    }

    static void typeTemperature(FxRobot robot, String typed) {
        robot.interact(() -> {
            TextField value = robot.lookup("#explore-temperature-value").queryAs(TextField.class);
            value.requestFocus();
            value.setText(typed);
        });
        robot.type(KeyCode.ENTER);
    }
}
