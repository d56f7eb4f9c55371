package distillery.view.loss;

import distillery.lab.Appearance;
import distillery.lab.loss.LossModel;
import distillery.lab.loss.LossReading;
import distillery.view.Assets;
import distillery.view.Numbers;
import distillery.view.Palette;
import distillery.view.Scale;
import distillery.view.Texts;
import distillery.view.chart.Polyline;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * The length of the soft gradient against temperature, both on logarithmic axes: without T², dashed, and with it. A line
 * marks the temperature of the moment, which the mouse or the arrow keys move.
 */
final class LengthPlot extends Region {
    private static final int POINTS = 160;
    private static final double WIDTH = 2;
    private static final double LOWEST = 1e-4;
    private static final List<Double> ACROSS = List.of(0.1, 1.0, 10.0, 100.0);
    private static final List<Double> UP = List.of(1e-4, 1e-3, 1e-2, 0.1, 1.0, 10.0, 100.0, 1e3, 1e4);

    private static final double[] TEMPERATURES = IntStream.range(0, POINTS)
            .mapToDouble(i -> Scale.TEMPERATURE.lowest()
                    * Math.pow(Scale.TEMPERATURE.highest() / Scale.TEMPERATURE.lowest(), i / (POINTS - 1.0)))
            .toArray();

    private final LossControls parts;
    private final LossModel model;
    private final Appearance appearance;
    private final Texts texts;
    private final ObservableDoubleValue em;
    private final Canvas canvas = new Canvas();
    private final GraphicsContext pen = canvas.getGraphicsContext2D();
    private double highest = 10;

    LengthPlot(LossControls parts, Appearance appearance, ObservableDoubleValue em) {
        this.parts = parts;
        this.model = parts.model();
        this.texts = parts.texts();
        this.appearance = appearance;
        this.em = em;
        setId("loss-length-plot");
        getStyleClass().add("length-plot");
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        setCursor(Cursor.CROSSHAIR);
        getChildren().add(canvas);
        setOnMousePressed(this::point);
        setOnMouseDragged(this::point);
        setOnKeyPressed(this::press);
        em.addListener((property, before, now) -> requestLayout());
        appearance.lookProperty().addListener((property, before, now) -> paint());
    }

    @Override
    protected double computeMinHeight(double width) {
        return 8.5 * em.get();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 10 * em.get();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    void paint() {
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (bottom() - top() < em.get()) {
            return;
        }
        pen.setFont(Font.font(Assets.FONT_FAMILY, 0.85 * em.get()));
        LossReading reading = model.reading();
        double[][] lengths = model.gradientLengths(TEMPERATURES);
        double here = inside(reading.temperature());
        double[][] now = model.gradientLengths(new double[] {here});
        highest = 10;
        while (highest < Arrays.stream(lengths[1]).max().orElse(0)) {
            highest *= 10;
        }
        paintAxes();
        paintHere(reading.temperature());
        paintCurve(lengths[0], now[0][0], here, "d-text-soft", 6, 4);
        paintCurve(lengths[1], now[1][0], here, "d-soft");
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setTextBaseline(VPos.CENTER);
        pen.setFill(color("d-soft"));
        pen.fillText(texts.get("loss.length.times-t2"), right() + 0.4 * em.get(), y(lengths[1][POINTS - 1]));
        pen.setFill(color("d-text-soft"));
        pen.fillText(texts.get("loss.length.raw"), right() + 0.4 * em.get(), y(lengths[0][POINTS - 1]));
        String words = texts.get(
                "loss.length.accessible", Numbers.plain(here), Numbers.plain(now[0][0]), Numbers.plain(now[1][0]));
        setAccessibleText(parts.ofTruth(words, reading));
    }

    private void paintAxes() {
        pen.setLineDashes();
        thick(1);
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.RIGHT);
        for (double mark : UP) {
            if (mark > highest) {
                break;
            }
            pen.setStroke(color("d-edge"));
            pen.strokeLine(left(), snap(y(mark)), right(), snap(y(mark)));
            pen.setFill(color("d-text-soft"));
            pen.fillText(Numbers.plain(mark), left() - 0.4 * em.get(), y(mark));
        }
        pen.setStroke(color("d-line"));
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.TOP);
        for (double mark : ACROSS) {
            pen.fillText(Numbers.plain(mark), x(mark), bottom() + 0.25 * em.get());
            pen.strokeLine(snap(x(mark)), bottom(), snap(x(mark)), bottom() + 0.25 * em.get());
        }
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.fillText(texts.get("explore.curves.axis"), getWidth(), bottom() + 0.25 * em.get());
    }

    private void paintHere(double temperature) {
        double x = snap(x(temperature));
        pen.setStroke(color("d-text"));
        thick(1.5);
        pen.strokeLine(x, top() - 0.3 * em.get(), x, bottom());
        boolean onTheLeft = Scale.TEMPERATURE.position(temperature) < 0.6;
        pen.setFill(color("d-text"));
        pen.setTextAlign(onTheLeft ? TextAlignment.LEFT : TextAlignment.RIGHT);
        pen.setTextBaseline(VPos.BOTTOM);
        pen.fillText(texts.get("explore.curves.here"), x + (onTheLeft ? 0.4 : -0.4) * em.get(), top() - 0.1 * em.get());
    }

    /** A curve that stays within the plot, with a dot at the temperature of the moment. */
    private void paintCurve(double[] lengths, double length, double temperature, String color, double... dashes) {
        double top = top() - WIDTH;
        double bottom = bottom() + WIDTH;
        double[] x = Arrays.stream(TEMPERATURES).map(this::x).toArray();
        double[] y = Arrays.stream(lengths).map(this::y).toArray();
        pen.setStroke(color(color));
        thick(WIDTH);
        pen.setLineCap(StrokeLineCap.BUTT);
        pen.setLineDashes(palette().dashes(dashes));
        Polyline.stroke(pen, x, y, POINTS, top, bottom);
        double middle = y(length);
        if (middle >= top && middle <= bottom) {
            pen.setFill(color(color));
            double radius = 0.3 * em.get();
            pen.fillOval(x(temperature) - radius, middle - radius, 2 * radius, 2 * radius);
        }
    }

    private void point(MouseEvent mouse) {
        requestFocus();
        double position = (mouse.getX() - left()) / (right() - left());
        model.explore().temperatureProperty().set(Scale.TEMPERATURE.pointed(Math.max(0, Math.min(1, position))));
    }

    private void press(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        double now = model.explore().temperatureProperty().get();
        switch (key.getCode()) {
            case LEFT -> set(Scale.TEMPERATURE.stepped(now, -1, key.isShiftDown()));
            case RIGHT -> set(Scale.TEMPERATURE.stepped(now, 1, key.isShiftDown()));
            case PAGE_DOWN -> set(Scale.TEMPERATURE.jumped(now, -1));
            case PAGE_UP -> set(Scale.TEMPERATURE.jumped(now, 1));
            case HOME -> set(Scale.TEMPERATURE.lowest());
            case END -> set(Scale.TEMPERATURE.highest());
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void set(double temperature) {
        model.explore().temperatureProperty().set(temperature);
    }

    private static double inside(double temperature) {
        return Math.max(Scale.TEMPERATURE.lowest(), Math.min(Scale.TEMPERATURE.highest(), temperature));
    }

    private double x(double temperature) {
        return left() + Scale.TEMPERATURE.position(temperature) * (right() - left());
    }

    /** Beyond the axis a curve goes on, just outside. */
    private double y(double length) {
        double bounded = Math.max(LOWEST / 2, Math.min(highest * 2, length));
        double share = Math.log(bounded / LOWEST) / Math.log(highest / LOWEST);
        return bottom() - share * (bottom() - top());
    }

    private double left() {
        return 3.2 * em.get();
    }

    private double right() {
        return getWidth() - 5.5 * em.get();
    }

    private double top() {
        return 1.7 * em.get();
    }

    private double bottom() {
        return getHeight() - 1.6 * em.get();
    }

    private static double snap(double pixel) {
        return Math.floor(pixel) + 0.5;
    }

    private Color color(String name) {
        return palette().color(name);
    }

    private void thick(double pixels) {
        pen.setLineWidth(pixels * palette().thickness());
    }

    private Palette palette() {
        return Palette.of(appearance.lookProperty().get());
    }
}
