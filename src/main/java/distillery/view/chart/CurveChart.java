package distillery.view.chart;

import distillery.lab.Appearance;
import distillery.lab.train.Curve;
import distillery.view.Assets;
import distillery.view.Palette;
import distillery.view.Role;
import distillery.view.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * Curves over the steps of a run, with labels at their ends that read them out. Painted during the layout pass, so at most
 * once a frame and only after something changed. Move the mouse or the arrow keys over it and a cursor follows; bind the
 * cursors of several charts to one property and all of them follow.
 */
public final class CurveChart extends Region {
    /** Dots of a saved image for each pixel of the window. */
    private static final int IMAGE_SCALE = 2;

    private static final double TEXT_SIZE = 14;

    /** How near a click must come to a curve, in em. */
    private static final double REACH = 0.8;

    /** All that a share can be. */
    private static final Range WHOLE = new Range(0, 1);

    /** Presses of an arrow key that carry the cursor from one end to the other. */
    private static final int STRIDES = 50;

    private final Texts texts;
    private final Appearance appearance;
    private final Canvas canvas = new Canvas();
    private final List<Series> series = new ArrayList<>();
    private final ObservableList<Marker> markers = FXCollections.observableArrayList();
    private final StringProperty title = new SimpleStringProperty(this, "title", "");
    private final StringProperty unit = new SimpleStringProperty(this, "unit", "");
    private final StringProperty axis = new SimpleStringProperty(this, "axis", "");
    private final DoubleProperty place = new SimpleDoubleProperty(this, "place", Double.NaN);
    private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing", 0);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic", false);
    private final StringBinding spoken;
    private final ObjectProperty<@Nullable Range> range = new SimpleObjectProperty<>(this, "range");
    private final BooleanProperty whole = new SimpleBooleanProperty(this, "whole");
    private final ObjectProperty<@Nullable Level> level = new SimpleObjectProperty<>(this, "level");
    private final ObjectProperty<@Nullable Runnable> enlarge = new SimpleObjectProperty<>(this, "enlarge");
    private final ObjectProperty<@Nullable IntConsumer> pick = new SimpleObjectProperty<>(this, "pick");
    private long points;

    public CurveChart(String id, Texts texts, Appearance appearance) {
        this.texts = texts;
        this.appearance = appearance;
        setId(id);
        getStyleClass().add("curve-chart");
        getStylesheets().add(Assets.styleSheet("chart"));
        canvas.setManaged(false);
        getChildren().add(canvas);

        appearance.textScaleProperty().addListener(scale -> requestLayout());
        repaintAfter(appearance.languageProperty(), appearance.lookProperty());
        axis.bind(texts.text("chart.step"));
        repaintAfter(title, unit, axis, place, logarithmic, markers, range, whole, level);
        smoothing.addListener((property, before, now) -> {
            series.forEach(line -> line.curve().smooth(now.doubleValue()));
            repaint();
        });

        setFocusTraversable(true);
        setOnMousePressed(press -> requestFocus());
        setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                enlarge();
            } else if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
                pick(click.getX(), click.getY());
            }
        });
        setOnContextMenuRequested(this::offer);
        setOnMouseMoved(this::follow);
        setOnMouseDragged(this::follow);
        setOnMouseExited(exit -> clearCursor());
        setOnKeyPressed(this::steer);

        spoken = texts.live(() -> Summary.of(sheet(), texts), title, unit, place);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty().bind(spoken);
        accessibleHelpProperty()
                .bind(texts.live(
                        () -> texts.paragraph(List.of(
                                texts.get("chart.help"), enlarge.get() == null ? "" : texts.get("chart.help-enlarge"))),
                        enlarge));
    }

    /** What is measured, in the words of the moment. */
    public StringProperty titleProperty() {
        return title;
    }

    /** What it is measured in. */
    public StringProperty unitProperty() {
        return unit;
    }

    /** What the x axis is: steps, unless it is bound to something else. */
    public StringProperty axisProperty() {
        return axis;
    }

    /** Adds a curve, drawn above those already there. */
    public void add(Role role, Curve curve, ObservableValue<String> name) {
        add(new Series(role, curve, null, name));
    }

    /** Adds a curve with a band around it, from {@code low} to {@code high}. */
    public void add(Role role, Curve curve, Curve low, Curve high, ObservableValue<String> name) {
        add(new Series(role, curve, low.size() == 0 ? null : new Series.Band(low, high), name));
    }

    /** Takes all curves away. */
    public void clear() {
        series.clear();
        points = 0;
        repaint();
    }

    private void add(Series line) {
        ObservableValue<String> name = line.name();
        line.curve().smooth(smoothing.get());
        series.add(line);
        repaintAfter(name);
        repaint();
    }

    /** Where the curves are drawn, in pixels of this chart. */
    public Bounds plotBounds() {
        return plot(screenPen(), getWidth(), getHeight()).bounds();
    }

    /** What the y axis spans now. */
    public Range rangeShown() {
        return plot(screenPen(), getWidth(), getHeight()).up();
    }

    /** Where on the x axis the cursor stands and the curves are read; NaN when there is no cursor. */
    public DoubleProperty placeProperty() {
        return place;
    }

    /** Where something was changed, in ascending order. */
    public ObservableList<Marker> markers() {
        return markers;
    }

    /** Whether equal distances on the y axis are equal ratios; values that are not positive lie below such an axis. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** How much of the past the strong lines carry on, from 0 (nothing) to below 1: see {@link Curve#smooth}. */
    public DoubleProperty smoothingProperty() {
        return smoothing;
    }

    /** What the y axis spans; null lets it follow the curves. */
    public ObjectProperty<@Nullable Range> rangeProperty() {
        return range;
    }

    /** Whether the y axis of a share goes from 0 to 1 whatever its range: the menu says so. */
    public BooleanProperty wholeProperty() {
        return whole;
    }

    /** A line across the chart; null for none. */
    public ObjectProperty<@Nullable Level> levelProperty() {
        return level;
    }

    /** What makes the chart large, or small again: Enter, a double click and the menu do it; null for nothing. */
    public ObjectProperty<@Nullable Runnable> enlargeProperty() {
        return enlarge;
    }

    /** Who hears which curve was clicked, by its number in the order of adding; null for nobody. */
    public ObjectProperty<@Nullable IntConsumer> pickProperty() {
        return pick;
    }

    private void pick(double x, double y) {
        IntConsumer hears = pick.get();
        int found =
                hears == null ? -1 : plot(screenPen(), getWidth(), getHeight()).curveAt(x, y, em(REACH));
        if (hears != null && found >= 0) {
            hears.accept(found);
        }
    }

    /** To be called when points may have been appended to a curve or cleared from it. */
    public void changed() {
        long now = series.stream().mapToLong(line -> line.curve().size()).sum();
        if (now != points) {
            points = now;
            repaint();
        }
    }

    private void repaint() {
        spoken.invalidate();
        setNeedsLayout(true);
    }

    /** All that is shown but for the cursor, for a picture of it. */
    public ChartNumbers numbers() {
        return ChartNumbers.of(sheet());
    }

    /** What is painted, with twice the dots of the window. */
    WritableImage image() {
        double width = getWidth() > 0 ? getWidth() : prefWidth(USE_COMPUTED_SIZE);
        double height = getHeight() > 0 ? getHeight() : prefHeight(USE_COMPUTED_SIZE);
        Canvas paper = new Canvas(width * IMAGE_SCALE, height * IMAGE_SCALE);
        paper.getGraphicsContext2D().scale(IMAGE_SCALE, IMAGE_SCALE);
        ChartPainter pen = pen(paper, 1.0 / IMAGE_SCALE);
        pen.fill(0, 0, width, height, "d-card");
        plot(pen, width, height).paint();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return paper.snapshot(parameters, null);
    }

    @Override
    protected double computeMinWidth(double height) {
        return em(16);
    }

    @Override
    protected double computeMinHeight(double width) {
        return em(10);
    }

    @Override
    protected double computePrefWidth(double height) {
        return em(28);
    }

    @Override
    protected double computePrefHeight(double width) {
        return em(17);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        if (getWidth() > 0 && getHeight() > 0) { // JavaFX keeps what is painted on an empty canvas, for ever
            canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
            plot(screenPen(), getWidth(), getHeight()).paint();
        }
    }

    private Plot plot(ChartPainter pen, double width, double height) {
        double insideWidth = width - snappedLeftInset() - snappedRightInset();
        double insideHeight = height - snappedTopInset() - snappedBottomInset();
        return new Plot(pen, sheet(), snappedLeftInset(), snappedTopInset(), insideWidth, insideHeight);
    }

    private ChartPainter screenPen() {
        return pen(canvas, getScene() == null ? 1 : 1 / getScene().getWindow().getRenderScaleX());
    }

    private ChartPainter pen(Canvas paper, double pixel) {
        Palette palette = Palette.of(appearance.lookProperty().get());
        return new ChartPainter(paper.getGraphicsContext2D(), palette, em(1), pixel);
    }

    private double em(double count) {
        return count * TEXT_SIZE * appearance.textScaleProperty().get();
    }

    private ChartModel sheet() {
        String empty = texts.get("chart.empty");
        Range limits = range.get() != null && whole.get() ? WHOLE : range.get();
        return new ChartModel(
                title.get(),
                unit.get(),
                axis.get(),
                empty,
                series,
                markers,
                limits,
                level.get(),
                logarithmic.get(),
                place.get());
    }

    private void repaintAfter(Observable... causes) {
        InvalidationListener repaint = cause -> repaint();
        for (Observable cause : causes) {
            cause.addListener(repaint);
        }
    }

    private void follow(MouseEvent mouse) {
        ChartModel sheet = sheet();
        if (!sheet.isEmpty()) {
            Axis across = plot(screenPen(), getWidth(), getHeight()).across();
            place.set(sheet.places().nearest(across.value(mouse.getX())));
        }
    }

    private void clearCursor() {
        if (!Double.isNaN(place.get())) {
            place.set(Double.NaN);
        }
    }

    private boolean enlarge() {
        Runnable action = enlarge.get();
        if (action != null) {
            action.run();
        }
        return action != null;
    }

    private void offer(ContextMenuEvent request) {
        ContextMenu menu = new ContextMenu();
        if (enlarge.get() != null) {
            MenuItem large = new MenuItem(texts.get("chart.enlarge"));
            large.setOnAction(chosen -> enlarge());
            menu.getItems().add(large);
        }
        if (range.get() != null) {
            CheckMenuItem all = new CheckMenuItem(texts.get("chart.whole"));
            all.setSelected(whole.get());
            all.setOnAction(chosen -> whole.set(!whole.get()));
            menu.getItems().add(all);
        }
        if (!menu.getItems().isEmpty()) {
            menu.setAutoHide(true);
            menu.show(this, request.getScreenX(), request.getScreenY());
        }
    }

    private void steer(KeyEvent key) {
        if (key.isShortcutDown() || key.isControlDown() || key.isAltDown()) {
            return; // the window's own, such as Ctrl+Enter
        }
        if (key.getCode() == KeyCode.ENTER && enlarge()) {
            key.consume();
            return;
        }
        SampledPositions places = sheet().places();
        if (places.curves().isEmpty()) {
            return;
        }
        double here = Double.isNaN(place.get()) ? places.last() : place.get();
        double stride = key.isShiftDown() ? 0 : sheet().across().span() / STRIDES;
        switch (key.getCode()) {
            case LEFT -> place.set(Math.min(places.before(here), places.nearest(here - stride)));
            case RIGHT -> place.set(Math.max(places.after(here), places.nearest(here + stride)));
            case HOME -> place.set(places.first());
            case END -> place.set(places.last());
            case ESCAPE -> clearCursor();
            default -> {
                return;
            }
        }
        key.consume();
    }
}
