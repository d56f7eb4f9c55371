package distillery.view.train;

import distillery.view.Typing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Names on the left, values or controls on the right, and below each, over the whole width, what is wrong with it: a grid
 * would leave room for one line of a sentence that goes over both its columns. A choice whose words have no room beside
 * its name stands below it.
 */
final class FormGrid extends Region {
    /** Between the columns and between the rows, in em. */
    private static final double BETWEEN_COLUMNS = 0.7;

    private static final double BETWEEN_ROWS = 0.35;

    private final TrainControls parts;
    private final List<Row> rows = new ArrayList<>();

    private record Row(Label name, Node value, Label reason) {}

    FormGrid(TrainControls parts) {
        this.parts = parts;
        getStyleClass().add("form");
    }

    /** A number to read. */
    Label reading(String id, String key, ObservableValue<String> words) {
        Label value = parts.label(words, "reading");
        value.setId(id);
        add(key, value, none());
        return value;
    }

    /** A control to set something with. */
    <C extends Control> C control(C control, String key, String tip) {
        return control(control, key, tip, none());
    }

    /** The same, with room for why it refused what was chosen. */
    <C extends Control> C control(C control, String key, String tip, ObservableValue<String> words) {
        Label reason = parts.prose(control.getId() + "-refusal", words, "refusal");
        TrainControls.showIf(reason, words.map(text -> !text.isEmpty()));
        return control(control, key, tip, reason);
    }

    private <C extends Control> C control(C control, String key, String tip, Label reason) {
        control.setMaxWidth(Double.MAX_VALUE);
        add(key, parts.tip(control, tip), reason);
        return control;
    }

    /** A number to set, with room for what is wrong with it. */
    NumberField number(NumberField field, String key, String tip) {
        typed(field, field.typing(), key, tip);
        return field;
    }

    LayersField layers(LayersField field, String key, String tip) {
        typed(field, field.typing(), key, tip);
        return field;
    }

    private void add(String key, Node value, Label reason) {
        Label name = parts.label(key, "form-name");
        name.setMinWidth(USE_PREF_SIZE);
        name.visibleProperty().bind(value.visibleProperty());
        name.managedProperty().bind(value.managedProperty());
        rows.add(new Row(name, value, reason));
        getChildren().addAll(name, value, reason);
    }

    private void typed(Control field, Typing typing, String key, String tip) {
        field.setMaxWidth(Double.MAX_VALUE);
        typing.nameProperty().bind(parts.texts().text(key));
        add(key, parts.tip(field, tip), typing.reason(field.getId() + "-refusal", parts.texts()));
    }

    /** Nothing can be wrong with a value that is not typed. */
    private static Label none() {
        Label none = new Label();
        none.setVisible(false);
        none.setManaged(false);
        return none;
    }

    private double em() {
        return rows.get(0).name().getFont().getSize();
    }

    /** What all names fit into. */
    private double names() {
        return snapSizeX(widest(row -> row.name().prefWidth(-1)) + BETWEEN_COLUMNS * em());
    }

    private double widest(ToDoubleFunction<Row> width) {
        return rows.stream()
                .filter(row -> row.value().isManaged())
                .mapToDouble(width)
                .max()
                .orElse(0);
    }

    /** Whether a choice would be cut beside its name, whichever of its values it shows. */
    private boolean isBelow(Row row, double width) {
        return row.value() instanceof ComboBox<?> && row.value().prefWidth(-1) > width - names();
    }

    private double height(Row row, double width) {
        if (isBelow(row, width)) {
            return snapSizeY(row.name().prefHeight(-1)) + snapSizeY(row.value().prefHeight(width));
        }
        double value = Math.max(0, width - names());
        return snapSizeY(Math.max(row.name().prefHeight(-1), row.value().prefHeight(value)));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return names() + widest(row -> row.value().minWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return names() + widest(row -> row.value().prefWidth(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return lay(width < 0 ? computePrefWidth(-1) : width, false);
    }

    @Override
    protected void layoutChildren() {
        lay(getWidth(), true);
    }

    /** Goes down the lines, and moves what stands in them there if wanted; the height of all comes back. */
    private double lay(double width, boolean move) {
        double gap = snapSpaceY(BETWEEN_ROWS * em());
        double y = 0;
        for (Row row : rows) {
            if (row.value().isManaged()) {
                double height = height(row, width);
                if (move) {
                    place(row, y, width, height);
                }
                y += height + gap;
            }
            if (row.reason().isManaged()) {
                double height = snapSizeY(row.reason().prefHeight(width));
                if (move) {
                    layoutInArea(row.reason(), 0, y, width, height, 0, HPos.LEFT, VPos.TOP);
                }
                y += height + gap;
            }
        }
        return Math.max(0, y - gap);
    }

    private void place(Row row, double y, double width, double height) {
        if (isBelow(row, width)) {
            double name = snapSizeY(row.name().prefHeight(-1));
            layoutInArea(row.name(), 0, y, width, name, 0, HPos.LEFT, VPos.CENTER);
            layoutInArea(row.value(), 0, y + name, width, height - name, 0, HPos.LEFT, VPos.CENTER);
        } else {
            layoutInArea(row.name(), 0, y, names(), height, 0, HPos.LEFT, VPos.CENTER);
            layoutInArea(row.value(), names(), y, width - names(), height, 0, HPos.RIGHT, VPos.CENTER);
        }
    }
}
