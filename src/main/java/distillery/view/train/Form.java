package distillery.view.train;

import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Names on the left, values or controls on the right. */
final class Form extends GridPane {
    private final Parts parts;

    Form(Parts parts) {
        this.parts = parts;
        getStyleClass().add("form");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setHalignment(HPos.RIGHT);
        getColumnConstraints().setAll(names, values);
    }

    /** A number to read. */
    Label reading(String id, String key, ObservableValue<String> words) {
        Label value = parts.label(words, "reading");
        value.setId(id);
        add(key, value);
        return value;
    }

    /** A control to set something with. */
    <C extends Control> C control(C control, String key, String tip) {
        control.setMaxWidth(Double.MAX_VALUE);
        add(key, parts.tip(control, tip));
        return control;
    }

    /** A number to set, with room for what is wrong with it. */
    NumberField number(NumberField field, String key, String tip) {
        control(field, key, tip);
        refusal(field.refusalProperty(), field.getId());
        return field;
    }

    LayersField layers(LayersField field, String key, String tip) {
        control(field, key, tip);
        refusal(field.refusalProperty(), field.getId());
        return field;
    }

    private void add(String key, Node value) {
        Label name = parts.label(key, "form-name");
        name.visibleProperty().bind(value.visibleProperty());
        name.managedProperty().bind(value.managedProperty());
        addRow(getRowCount(), name, value);
    }

    /** Room for why the control above refused what was chosen. */
    void refusal(ObservableValue<String> words, String id) {
        Label refusal = parts.prose(id + "-refusal", words, "refusal");
        Parts.showIf(refusal, words.map(text -> !text.isEmpty()));
        add(refusal, 0, getRowCount(), 2, 1);
    }
}
