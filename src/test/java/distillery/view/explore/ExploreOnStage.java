package distillery.view.explore;

import distillery.lab.Appearance;
import distillery.lab.explore.ExploreModel;
import distillery.view.Keyboard;
import distillery.view.ScreenOnStage;
import distillery.view.Texts;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/** The Explore screen, and how its tests read and use it. */
class ExploreOnStage extends ScreenOnStage<ExploreView> {
    final ExploreModel model = new ExploreModel();

    @Override
    protected ExploreView make(Appearance appearance, Texts texts) {
        return new ExploreView(model, appearance, texts);
    }

    Bounds onScreen(String id) {
        Node node = node(id);
        return node.localToScreen(node.getBoundsInLocal());
    }

    static void typeTemperature(FxRobot robot, String typed) {
        Keyboard.press(
                () -> {
                    TextField value = robot.lookup("#explore-temperature-value").queryAs(TextField.class);
                    value.requestFocus();
                    value.setText(typed);
                },
                KeyCode.ENTER);
    }
}
