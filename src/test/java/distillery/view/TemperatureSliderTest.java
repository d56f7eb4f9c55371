package distillery.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lab.Look;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // made before each test
class TemperatureSliderTest {
    private static final double WIDE = 1200;

    private TemperatureSlider slider;

    @Start
    void show(Stage stage) {
        slider = new TemperatureSlider("t", new Texts(new SimpleObjectProperty<>(Locale.ENGLISH)), true);
        slider.flatProperty().set(true);
        slider.setManaged(false);
        Scene scene = new Scene(new Pane(slider), WIDE, 200);
        scene.getStylesheets().addAll(Assets.styleSheet("base"), Assets.styleSheet(Palette.styleSheet(Look.LIGHT)));
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theRoomThatTheTrackTookIsGivenBackWhereThereIsLess(FxRobot robot) {
        robot.interact(() -> {
            slider.resize(WIDE, slider.prefHeight(WIDE));
            slider.layout();
            assertTrue(slider.minWidth(-1) < WIDE / 2, () -> "at least " + slider.minWidth(-1));
        });
    }
}
