package distillery.view;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.lab.Appearance;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

/** A screen alone in a window of the default size, and how tests read it. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the window is built before each test
public abstract class ScreenOnStage<V extends Parent> {
    protected final Appearance appearance = new Appearance();
    protected V view;
    protected Scene scene;

    protected abstract V make(Appearance appearance, Texts texts);

    @BeforeEach
    void raise() throws TimeoutException {
        FxToolkit.setupStage(this::build);
    }

    private void build(Stage stage) {
        Assets.loadFonts();
        view = make(appearance, new Texts(appearance.languageProperty()));
        scene = new Scene(view, 1280, 720);
        String look = Palette.styleSheet(appearance.lookProperty().get());
        scene.getStylesheets().addAll(Assets.styleSheet("base"), Assets.styleSheet(look));
        stage.setScene(scene);
        stage.setWidth(scene.getWidth()); // the stage is one for all tests, as large as the one before has left it
        stage.setHeight(scene.getHeight());
        stage.show();
    }

    protected Node node(String id) {
        return OnFxThread.look(() -> scene.lookup("#" + id));
    }

    protected String text(String id) {
        return OnFxThread.look(() -> ((Labeled) node(id)).getText());
    }

    protected double number(String id) {
        try {
            return NumberRange.ANY.read(text(id));
        } catch (Problem none) {
            throw new AssertionError(none);
        }
    }
}
