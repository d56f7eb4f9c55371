package distillery.view.loss;

import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lab.loss.LossKind;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The Loss screen in a window of 1280 by 800. */
class LossFitsTest extends LossOnStage {
    /** What the bars above and below leave of 800. */
    private static final double HEIGHT = 707;

    @ParameterizedTest
    @CsvSource({"en, HINTON", "en, DECOUPLED", "zh-CN, HINTON", "zh-CN, DECOUPLED"})
    void nothingHasToScroll(String language, LossKind kind, FxRobot robot) {
        robot.interact(() -> {
            scene.getWindow().setHeight(HEIGHT);
            appearance.languageProperty().set(Locale.forLanguageTag(language));
            model.kindProperty().set(kind);
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            for (Node lane : view.lookupAll(".scroll-pane")) {
                ScrollPane pane = (ScrollPane) lane;
                double wanted =
                        pane.getContent().prefHeight(pane.getViewportBounds().getWidth());
                assertTrue(wanted <= pane.getViewportBounds().getHeight(), wanted + " in " + pane.getViewportBounds());
            }
        });
    }
}
