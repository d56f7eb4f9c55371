package distillery.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lab.Look;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** A class that is chosen can be read on what it stands on, as WCAG 2.1 measures it (1.4.3). */
@ExtendWith(ApplicationExtension.class)
class ChosenClassTest {
    private static final double LEAST = 4.5;

    /** In any look, also after any other, whatever the mouse does to it. */
    @ParameterizedTest
    @MethodSource("states")
    void aChosenClassCanBeRead(List<String> state, FxRobot robot) {
        robot.interact(() -> {
            ToggleButton button = new ToggleButton("3");
            VBox digits = new VBox(button);
            digits.getStyleClass().add("digits");
            Scene scene = new Scene(digits);
            button.setSelected(true);
            state.forEach(each -> button.pseudoClassStateChanged(PseudoClass.getPseudoClass(each), true));
            for (Look look : List.of(Look.DARK, Look.LIGHT, Look.PROJECTOR, Look.DARK, Look.PROJECTOR, Look.LIGHT)) {
                scene.getStylesheets()
                        .setAll(
                                Assets.styleSheet(Palette.styleSheet(look)),
                                Assets.styleSheet("base"),
                                Assets.styleSheet("controls"),
                                Assets.styleSheet("train"));
                digits.applyCss();
                List<BackgroundFill> fills = button.getBackground().getFills();
                Color ground = (Color) fills.get(fills.size() - 1).getFill();
                Color text = (Color) button.getTextFill();
                assertTrue(contrast(text, ground) >= LEAST, look + " " + state + ": " + text + " on " + ground);
            }
        });
    }

    static Stream<List<String>> states() {
        return Stream.of(
                List.of(),
                List.of("hover"),
                List.of("focused"),
                List.of("hover", "armed", "pressed"),
                List.of("hover", "focused", "armed", "pressed"));
    }

    private static double contrast(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
