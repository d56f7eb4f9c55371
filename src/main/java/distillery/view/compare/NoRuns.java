package distillery.view.compare;

import distillery.lab.compare.CompareModel;
import distillery.view.Controls;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What the screen says before the first run: how runs get here, and the two ways to have some. */
final class NoRuns extends VBox {
    NoRuns(CompareModel model, Runnable openSweep, Controls parts) {
        setId("compare-no-runs");
        getStyleClass().add("no-runs");
        setAlignment(Pos.CENTER);
        Label sentence = parts.prose("compare-no-runs-text", parts.texts().text("compare.empty"), "quiet");
        Button train = parts.button(new Button(), "compare-to-train", "compare.to-train", "compare.to-train.tip");
        train.getStyleClass().add("primary");
        train.setOnAction(pressed -> model.toTrain());
        Button open = parts.button(new Button(), "compare-open-sweep", "compare.open-sweep", "compare.map.open.tip");
        open.setOnAction(pressed -> openSweep.run());
        FlowPane tools = new FlowPane(train, open);
        tools.getStyleClass().add("tools");
        tools.setAlignment(Pos.CENTER);
        getChildren().setAll(sentence, tools);
    }
}
