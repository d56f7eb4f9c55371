package distillery.view.loss;

import distillery.lab.Appearance;
import distillery.lab.ExploreModel;
import distillery.lab.LossModel;
import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.view.Assets;
import distillery.view.Numbers;
import distillery.view.Palette;
import distillery.view.Texts;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

/** The Loss screen in a window of the default size, and how tests read it. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the window is built before each test
class LossOnStage {
    final ExploreModel explore = new ExploreModel();
    final LossModel model =
            new LossModel(explore, new Workers(Runnable::run, Runnable::run, Runnable::run, () -> 0), new Messages());
    final Appearance appearance = new Appearance();
    LossView view;
    Scene scene;

    @BeforeEach
    void raise() throws TimeoutException {
        FxToolkit.setupStage(this::build);
    }

    private void build(Stage stage) {
        Assets.loadFonts();
        view = new LossView(model, appearance, new Texts(appearance.languageProperty()));
        scene = new Scene(view, 1280, 720);
        String look = Palette.styleSheet(appearance.lookProperty().get());
        scene.getStylesheets().addAll(Assets.styleSheet("base"), Assets.styleSheet(look));
        stage.setScene(scene);
        stage.show();
    }

    Node node(String id) {
        return scene.lookup("#" + id);
    }

    String text(String id) {
        return ((Labeled) node(id)).getText();
    }

    double number(String id) {
        return Numbers.parse(text(id)).orElseThrow();
    }
}
