package distillery.view.compare;

import distillery.data.Problem;
import distillery.lab.Appearance;
import distillery.lab.compare.CompareModel;
import distillery.lab.train.TrainModel;
import distillery.view.Controls;
import distillery.view.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The runs that are kept, and what can be done with those that are chosen. */
final class RunsCard extends VBox {
    private final CompareModel model;
    private final Controls parts;
    private final Texts texts;
    private final RunTable table;
    private final LabelForm form;
    private final BooleanBinding nothing;

    RunsCard(CompareModel model, TrainModel train, Appearance appearance, Controls parts, CompareSave save) {
        this.model = model;
        this.parts = parts;
        texts = parts.texts();
        table = new RunTable(model, train, appearance, texts);
        form = new LabelForm(model, parts);
        nothing = Bindings.isEmpty(model.chosen());
        setId("compare-card");
        getStyleClass().addAll("card", "runs-card");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().setAll(head(), table, refused(), form, actions(save));
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private HBox head() {
        TextField search = new TextField();
        search.setId("compare-search");
        search.textProperty().bindBidirectional(model.searchProperty());
        search.promptTextProperty().bind(texts.text("compare.search"));
        parts.tip(search, "compare.search.tip");
        HBox.setHgrow(search, Priority.ALWAYS);
        Label count = parts.label(
                texts.live(() -> texts.get("compare.count", model.runs().size()), model.runs()), "quiet");
        count.setId("compare-count");
        HBox head = new HBox(parts.label("compare.runs", "card-title"), search, count);
        head.getStyleClass().add("pair");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /** Files that cannot be shown, by name. */
    private Label refused() {
        Label line = parts.prose("compare-refused", texts.live(this::refusals, model.refused()), "trouble");
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(line.textProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(600);
        line.setTooltip(whole);
        Controls.showIf(line, Bindings.isNotEmpty(model.refused()));
        return line;
    }

    private String refusals() {
        return texts.paragraph(model.refused().stream()
                .map((Problem problem) ->
                        texts.get(problem.key(), problem.arguments().toArray()))
                .toList());
    }

    private FlowPane actions(CompareSave save) {
        Button pin = parts.button(new Button(), "compare-pin", "compare.pin", "compare.pin.tip");
        pin.setOnAction(pressed -> pin());
        pin.disableProperty().bind(nothing);
        Button again = parts.button(new Button(), "compare-again", "compare.again", "compare.again.tip");
        again.setOnAction(pressed -> again());
        again.disableProperty().bind(Bindings.size(model.chosen()).isNotEqualTo(1));
        Button delete = parts.button(new Button(), "compare-delete", "compare.delete", "compare.delete.tip");
        delete.setOnAction(pressed -> delete());
        delete.disableProperty().bind(nothing);
        Button undo = parts.button(new Button(), "compare-undelete", "compare.undelete", "compare.undelete.tip");
        undo.textProperty().unbind();
        undo.textProperty()
                .bind(texts.live(
                        () -> texts.get("compare.undelete", model.deleted().size()), model.deleted()));
        undo.setOnAction(pressed -> model.undelete());
        Controls.showIf(undo, Bindings.isNotEmpty(model.deleted()));
        FlowPane actions = new FlowPane(again, pin, delete, undo, save);
        actions.getStyleClass().add("tools");
        return actions;
    }

    void pin() {
        model.pin(List.copyOf(model.chosen()));
    }

    private void again() {
        if (model.chosen().size() == 1) {
            model.again(model.chosen().get(0));
        }
    }

    private void delete() {
        model.delete(List.copyOf(model.chosen()));
    }

    private void press(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        KeyCode code = key.getCode();
        if (code == KeyCode.DELETE && !nothing.get()) {
            delete();
        } else if (code == KeyCode.F2 && !form.isDisabled()) {
            form.rename();
        } else if (code == KeyCode.ENTER) {
            again();
        } else {
            return;
        }
        key.consume();
    }
}
