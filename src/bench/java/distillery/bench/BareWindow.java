package distillery.bench;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** JavaFX with nothing of ours: what a start costs on this machine at least. */
public final class BareWindow extends Application {
    static final String PART = "bare";

    @Override
    public void start(Stage stage) {
        Scene scene = new Scene(new Label("A bare window"), 1280, 800);
        stage.setScene(scene);
        WindowProbe.painted(scene, () -> {
            WindowProbe.say("start: first frame of a bare window, s", WindowProbe.sinceStart());
            System.exit(0);
        });
        stage.show();
    }
}
