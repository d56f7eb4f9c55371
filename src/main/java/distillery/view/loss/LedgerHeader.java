package distillery.view.loss;

import java.util.List;
import javafx.scene.control.Label;

/** The names of the ledger's columns. */
final class LedgerHeader extends LedgerColumns {
    private final List<Label> names;

    LedgerHeader(LossControls parts) {
        this(List.of(
                new Label(),
                name(parts, "loss.column.teacher"),
                name(parts, "loss.column.student"),
                name(parts, "loss.column.entry"),
                name(parts, "loss.column.prediction")));
    }

    private LedgerHeader(List<Label> names) {
        super(names.get(1));
        this.names = names;
        getChildren().setAll(names);
    }

    private static Label name(LossControls parts, String key) {
        Label name = new Label();
        name.getStyleClass().add("axis-label");
        name.textProperty().bind(parts.texts().text(key));
        return name;
    }

    @Override
    protected double computePrefHeight(double width) {
        return names.get(1).prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        for (int i = 0; i < names.size(); i++) {
            place(names.get(i), i, 0, 1, 0, getHeight());
        }
    }
}
