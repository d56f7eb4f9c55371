package distillery.view.train;

import distillery.view.Controls;
import distillery.view.RefusalCard;
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

/** Names on the left, values or controls on the right. A choice whose words have no room beside its name stands below it. */
final class FormGrid extends Region {
    /** Between the columns and between the rows, in em. */
    private static final double BETWEEN_COLUMNS = 0.7;

    private static final double BETWEEN_ROWS = 0.35;

    private final Controls parts;
    private final List<Row> rows = new ArrayList<>();

    private record Row(Label name, Node value) {}

    FormGrid(Controls parts) {
        this.parts = parts;
        getStyleClass().add("form");
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

    /** The same, and why it refused what was chosen. */
    <C extends Control> C control(C control, String key, String tip, ObservableValue<String> refusal) {
        RefusalCard.explain(control, refusal);
        return control(control, key, tip);
    }

    /** A number to set. */
    NumberField number(NumberField field, String key, String tip) {
        typed(field, field.typing(), key, tip);
        return field;
    }

    LayersField layers(LayersField field, String key, String tip) {
        typed(field, field.typing(), key, tip);
        return field;
    }

    private void add(String key, Node value) {
        Label name = parts.label(key, "form-name");
        name.setMinWidth(USE_PREF_SIZE);
        name.visibleProperty().bind(value.visibleProperty());
        name.managedProperty().bind(value.managedProperty());
        rows.add(new Row(name, value));
        getChildren().addAll(name, value);
    }

    private void typed(Control field, Typing typing, String key, String tip) {
        typing.nameProperty().bind(parts.texts().text(key));
        typing.explain(parts.texts());
        control(field, key, tip);
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
