package distillery.view.explore;

import distillery.lab.Appearance;
import distillery.lab.example.TeacherOrStudent;
import distillery.lab.explore.ExploreModel;
import distillery.lab.explore.ExploreReading;
import distillery.view.Assets;
import distillery.view.Numbers;
import distillery.view.Palette;
import distillery.view.Scale;
import distillery.view.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/**
 * The plot of probability against temperature: one curve for each class in its colour and dash pattern, its name at the
 * end, and a line at the temperature of the moment. Pressing or dragging sets the temperature.
 */
final class CurvesPlot extends Region {
    private static final int POINTS = 240;

    /** Distance of the names from each other, in em. */
    private static final double NAME_HEIGHT = 1.1;

    private static final List<Double> MARKS = List.of(0.1, 1.0, 10.0, 100.0);

    private static final double[] TEMPERATURES = IntStream.range(0, POINTS)
            .mapToDouble(i -> Scale.TEMPERATURE.lowest()
                    * Math.pow(Scale.TEMPERATURE.highest() / Scale.TEMPERATURE.lowest(), i / (POINTS - 1.0)))
            .toArray();

    private final ExploreModel model;
    private final Appearance appearance;
    private final Texts texts;
    private final ObservableValue<TeacherOrStudent> side;
    private final ObservableDoubleValue em;
    private final Canvas canvas = new Canvas();
    private final GraphicsContext pen = canvas.getGraphicsContext2D();

    CurvesPlot(
            ExploreModel model,
            Appearance appearance,
            Texts texts,
            ObservableValue<TeacherOrStudent> side,
            ObservableDoubleValue em) {
        this.model = model;
        this.appearance = appearance;
        this.texts = texts;
        this.side = side;
        this.em = em;
        setId("explore-curves-plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setCursor(Cursor.CROSSHAIR);
        getChildren().add(canvas);
        setOnMousePressed(this::point);
        setOnMouseDragged(this::point);
        side.addListener((property, before, now) -> paint());
        model.exampleProperty().addListener((property, before, now) -> {
            if (before.size() != now.size()) {
                requestLayout();
            }
        });
        em.addListener((property, before, now) -> requestLayout());
        appearance.lookProperty().addListener((property, before, now) -> paint());
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.max(7.5, NAME_HEIGHT * model.exampleProperty().get().size() + 3.2) * em.get();
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(computeMinHeight(width), 12 * em.get());
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    /** Paints everything anew; a few thousand exponentials and as many line segments. */
    void paint() {
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (bottom() - top() < em.get()) {
            return;
        }
        ExploreReading reading = model.reading();
        double[][] curves = model.probabilities(side.getValue(), TEMPERATURES);
        font(FontWeight.NORMAL, 0.85);
        paintAxes();
        paintHere(reading.temperature());
        for (int i = 0; i < reading.example().size(); i++) {
            paintCurve(curves, i);
        }
        paintNames(reading, curves[POINTS - 1]);
        setAccessibleText(texts.get("explore.curves.accessible", Numbers.plain(reading.temperature())));
    }

    private void paintAxes() {
        pen.setLineDashes();
        thick(1);
        pen.setStroke(color("d-line"));
        pen.strokeLine(left(), snap(bottom()), right(), snap(bottom()));
        pen.strokeLine(left(), snap(top()), left(), snap(bottom()));
        pen.setFill(color("d-text-soft"));
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.setTextBaseline(VPos.CENTER);
        pen.fillText("1", left() - 0.4 * em.get(), top());
        pen.fillText("0", left() - 0.4 * em.get(), bottom());
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.TOP);
        for (double mark : MARKS) {
            pen.fillText(Numbers.plain(mark), x(mark), bottom() + 0.25 * em.get());
            pen.strokeLine(snap(x(mark)), bottom(), snap(x(mark)), bottom() + 0.25 * em.get());
        }
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(texts.get("explore.curves.axis"), right() + em.get() * 1.6, bottom() + 0.25 * em.get());
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

    private void paintCurve(double[][] curves, int index) {
        pen.setStroke(color(ClassLooks.color(index)));
        thick(2);
        pen.setLineCap(StrokeLineCap.BUTT); // others would fill the gaps
        pen.setLineDashes(palette().dashes(ClassLooks.dashes(index)));
        pen.beginPath();
        for (int i = 0; i < POINTS; i++) {
            pen.lineTo(x(TEMPERATURES[i]), y(curves[i][index]));
        }
        pen.stroke();
    }

    /** Writes the names beside the curves' ends, moved apart where the ends are close, with a line to each. */
    private void paintNames(ExploreReading reading, double[] ends) {
        List<Integer> fromTheTop = IntStream.range(0, ends.length)
                .boxed()
                .sorted((a, b) -> Double.compare(ends[b], ends[a]))
                .toList();
        font(FontWeight.BOLD, 0.85);
        thick(1);
        pen.setLineDashes();
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setTextBaseline(VPos.CENTER);
        double lowest = bottom() - 0.5 * em.get(); // above the axis' own words
        double gap = Math.min(NAME_HEIGHT * em.get(), (lowest - top()) / Math.max(1, ends.length - 1));
        double middle = ends.length == 0 ? 0 : y(1.0 / ends.length);
        double first = middle - gap * (ends.length - 1) / 2;
        first = Math.max(top(), Math.min(lowest - gap * (ends.length - 1), first));
        for (int place = 0; place < ends.length; place++) {
            int index = fromTheTop.get(place);
            double y = first + place * gap;
            pen.setStroke(color("d-line")); // not the curve's own colour, or the curve would seem to go on
            pen.setFill(color(ClassLooks.color(index)));
            pen.strokeLine(right() + 0.2 * em.get(), y(ends[index]), right() + 1.3 * em.get(), y);
            String name = ClassLooks.name(reading, index, texts);
            pen.fillText(name, right() + 1.5 * em.get(), y, nameRoom() - 1.5 * em.get());
        }
    }

    private void point(MouseEvent mouse) {
        double position = (mouse.getX() - left()) / (right() - left());
        model.temperatureProperty().set(Scale.TEMPERATURE.pointed(Math.max(0, Math.min(1, position))));
    }

    private double x(double temperature) {
        return left() + Scale.TEMPERATURE.position(temperature) * (right() - left());
    }

    private double y(double probability) {
        return bottom() - probability * (bottom() - top());
    }

    private double left() {
        return 1.4 * em.get();
    }

    private double right() {
        return getWidth() - nameRoom();
    }

    private double nameRoom() {
        return 6.5 * em.get();
    }

    private double top() {
        return 1.7 * em.get();
    }

    private double bottom() {
        return getHeight() - 1.5 * em.get();
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

    private void font(FontWeight weight, double size) {
        pen.setFont(Font.font(Assets.FONT_FAMILY, weight, size * em.get()));
    }
}
