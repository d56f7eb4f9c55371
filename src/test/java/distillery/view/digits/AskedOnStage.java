package distillery.view.digits;

import distillery.lab.Appearance;
import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.DigitsPage;
import distillery.lab.digits.DigitsSettings;
import distillery.lab.digits.MarkedDigits;
import distillery.lab.explore.ExploreModel;
import distillery.lab.train.TrainModel;
import distillery.view.OnFxThread;
import distillery.view.ScreenOnStage;
import distillery.view.Texts;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.util.WaitForAsyncUtils;

/** The Digits screen with its included nets, read once for all tests; whatever is asked is answered at once. */
abstract class AskedOnStage extends ScreenOnStage<DigitsView> {
    private static final Messages MESSAGES = new Messages();
    private static final Workers AT_ONCE = new Workers(Runnable::run, Runnable::run, Runnable::run, () -> 0L);
    static final DigitsModel MODEL =
            new DigitsModel(new TrainModel(AT_ONCE, MESSAGES), AT_ONCE, Runnable::run, MESSAGES);

    private static @Nullable DigitsView shared;

    @BeforeAll
    static void load() {
        if (MODEL.panelProperty().get() == null) {
            MODEL.watchedProperty().set(true); // takes a while: not on the window's thread
        }
    }

    /** The view is one, too: an earlier one would go on following the model. */
    @Override
    protected DigitsView make(Appearance appearance, Texts texts) {
        if (shared == null) {
            shared = new DigitsView(MODEL, new ExploreModel(), appearance, texts);
            shared.setStyle("-fx-font-size: 14px; -d-icon-size: 16px;");
        } else {
            shared.getScene().setRoot(new Region());
        }
        return shared;
    }

    @BeforeEach
    void reset() {
        OnFxThread.look(() -> {
            MODEL.restore(DigitsSettings.FIRST);
            MODEL.browser().markedProperty().set(MarkedDigits.NONE);
            MODEL.inside().chosenProperty().set(-1);
            ((ToggleButton) node("digits-inside-sum")).setSelected(false);
            ((ToggleButton) node("digits-inside-subject-units")).setSelected(true);
            return MODEL;
        });
    }

    void show(DigitsPage page, int digit) {
        OnFxThread.look(() -> {
            MODEL.digitProperty().set(digit);
            MODEL.pageProperty().set(page);
            return MODEL;
        });
        WaitForAsyncUtils.waitForFxEvents();
        OnFxThread.awaitFrame(scene);
    }

    String spoken(Node node) {
        return OnFxThread.look(node::getAccessibleText);
    }
}
