package distillery.view;

import distillery.data.NumberRange;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The temperature, 0.05 to 100, on a logarithmic track from cold to hot, with its value as a number to read and type in.
 * With {@code limits} there are also buttons for T → 0 and T → ∞, which set 0 and infinity.
 */
public final class TemperatureSlider extends VBox {
    private static final List<Double> MARKED = List.of(0.05, 0.5, 1.0, 2.0, 4.0, 8.0, 20.0, 100.0);

    /** Room for the usual ones, so that what stands beside it keeps its place. */
    private static final int USUAL = 4;

    /** Longest temperature there is, {@code 10.3706}. */
    private static final int WIDEST = 8;

    /** Of the letters of {@code T =}: from this width on the track has room beside them. */
    private static final double WIDE = 22;

    /** How much of the width the track takes there. */
    private static final double TRACK = 0.45;

    private final Texts texts;
    private final boolean limits;
    private final Typing typing;
    private final ScaleSlider slider = new ScaleSlider(Scale.TEMPERATURE, 1);
    private final NumberRange range;
    private final TextField value = new TextField();
    private final Label symbol = LessonAnchors.head(new Label());
    private final Region space = new Region();
    private final HBox header;
    private final Marks marks = new Marks();
    private final BooleanProperty flat = new SimpleBooleanProperty(this, "flat");

    public TemperatureSlider(String id, Texts texts, boolean limits) {
        this.texts = texts;
        this.limits = limits;
        this.range = new NumberRange(Scale.TEMPERATURE.lowest(), Scale.TEMPERATURE.highest(), false, limits);
        setId(id);
        getStyleClass().add("temperature");
        getStylesheets().add(Assets.styleSheet("controls"));
        buildSlider(id);
        buildValue(id);
        typing = new Typing(value, value, this::written, value::setText, typed -> temperatureProperty()
                .set(range.read(typed)));
        typing.nameProperty().bind(texts.text("explore.temperature"));
        temperatureProperty().addListener((property, before, now) -> typing.valueChanged());
        typing.explain(texts);
        header = header(id);
        getChildren().setAll(header, slider, marks);
        for (Observable cause : List.of(flat, widthProperty(), symbol.fontProperty())) {
            cause.addListener(changed -> space.setMinWidth(isFlat() ? TRACK * getWidth() : 0));
        }
    }

    /** In 0.05..100, or a limit: 0 or infinity. */
    public DoubleProperty temperatureProperty() {
        return slider.amountProperty();
    }

    /** Whether the track stands between number and buttons, if there is room, and leaves the height to something else. */
    public BooleanProperty flatProperty() {
        return flat;
    }

    private boolean isFlat() {
        return flat.get() && getWidth() >= WIDE * symbol.getFont().getSize();
    }

    @Override
    protected double computePrefHeight(double width) {
        return isFlat() ? Math.max(header.prefHeight(-1), heightOfTrack()) : super.computePrefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return isFlat() ? computePrefHeight(width) : super.computeMinHeight(width);
    }

    /** The room that the track has now is no reason to keep it. */
    @Override
    protected double computeMinWidth(double height) {
        return super.computeMinWidth(height) - space.getMinWidth();
    }

    private double heightOfTrack() {
        return slider.prefHeight(-1) + marks.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        if (!isFlat()) {
            super.layoutChildren();
            return;
        }
        header.resizeRelocate(0, 0, getWidth(), getHeight());
        header.layout();
        double top = snapPositionY((getHeight() - heightOfTrack()) / 2);
        slider.resizeRelocate(space.getLayoutX(), top, space.getWidth(), slider.prefHeight(-1));
        marks.resizeRelocate(space.getLayoutX(), top + slider.getHeight(), space.getWidth(), marks.prefHeight(-1));
    }

    @Override
    public void requestFocus() {
        slider.requestFocus();
    }

    private void buildSlider(String id) {
        slider.setId(id + "-slider");
        slider.accessibleTextProperty().bind(texts.text("explore.temperature"));
        slider.setTooltip(tooltip("explore.temperature.keys"));
    }

    private void buildValue(String id) {
        value.setId(id + "-value");
        value.getStyleClass().add("big-value");
        value.accessibleTextProperty().bind(texts.text("explore.temperature.type"));
        value.setTooltip(tooltip("explore.temperature.type"));
        value.prefColumnCountProperty() // what is being typed moves nothing
                .bind(temperatureProperty()
                        .map(now -> Math.max(USUAL, Math.min(WIDEST, written().length()))));
    }

    private String written() {
        return Numbers.temperature(temperatureProperty().get());
    }

    private HBox header(String id) {
        Label name = new OptionalLabel("card-title");
        name.textProperty().bind(texts.text("explore.temperature"));
        symbol.textProperty().bind(temperatureProperty().map(now -> isLimit(now.doubleValue()) ? "T →" : "T ="));
        symbol.getStyleClass().add("big-symbol");
        symbol.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(name, symbol, value, space);
        line.getStyleClass().add("temperature-header");
        line.alignmentProperty().bind(flat.map(now -> now ? Pos.CENTER_LEFT : Pos.BASELINE_LEFT));
        if (limits) {
            line.getChildren().add(limit(id + "-zero", "T→0", 0, "explore.temperature.zero"));
        }
        line.getChildren().add(limit(id + "-one", "T = 1", 1, "explore.temperature.one"));
        if (limits) {
            line.getChildren()
                    .add(limit(id + "-infinity", "T→∞", Double.POSITIVE_INFINITY, "explore.temperature.infinity"));
        }
        return line;
    }

    private static boolean isLimit(double temperature) {
        return temperature == 0 || temperature == Double.POSITIVE_INFINITY;
    }

    private Button limit(String id, String symbol, double temperature, String key) {
        Button button = new Button(symbol);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(tooltip(key));
        button.accessibleTextProperty().bind(Bindings.concat(button.textProperty(), ". ", texts.text(key)));
        button.setOnAction(pressed -> temperatureProperty().set(temperature));
        return button;
    }

    private Tooltip tooltip(String key) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text(key));
        return tooltip;
    }

    /** The round temperatures under the track; a click takes one. */
    private final class Marks extends Pane {
        private Marks() {
            getStyleClass().add("marks");
            for (double mark : MARKED) {
                Label label = new Label(Numbers.plain(mark));
                label.setOnMouseClicked(clicked -> temperatureProperty().set(mark));
                getChildren().add(label);
            }
        }

        @Override
        protected void layoutChildren() {
            double thumb = slider.lookup(".thumb") instanceof Region found ? found.getWidth() : 0;
            for (int i = 0; i < MARKED.size(); i++) {
                Label label = (Label) getChildren().get(i);
                label.autosize();
                double centre = thumb / 2 + Scale.TEMPERATURE.position(MARKED.get(i)) * (getWidth() - thumb);
                double left = Math.max(0, Math.min(getWidth() - label.getWidth(), centre - label.getWidth() / 2));
                label.relocate(snapPositionX(left), 0);
            }
        }
    }
}
