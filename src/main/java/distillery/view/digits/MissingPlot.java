package distillery.view.digits;

import distillery.data.AtomicFile;
import distillery.data.Csv;
import distillery.lab.Appearance;
import distillery.lab.digits.MissingDigit;
import distillery.lab.digits.MissingModel;
import distillery.view.Assets;
import distillery.view.Numbers;
import distillery.view.PaintedPane;
import distillery.view.Palette;
import distillery.view.Role;
import distillery.view.Texts;
import distillery.view.chart.Axis;
import distillery.view.chart.ChartNumbers;
import distillery.view.chart.ChartNumbers.Line;
import distillery.view.chart.ChartNumbers.Point;
import distillery.view.chart.Marker;
import distillery.view.chart.Range;
import distillery.view.chart.Ticks;
import java.util.List;
import java.util.function.DoubleToIntFunction;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Errors against the bias of the missing digit. A press, a drag or the arrow keys set the bias. */
final class MissingPlot extends PaintedPane {
    private static final double LEFT_EM = 3.2;
    private static final double RIGHT_EM = 6.5;
    private static final double TOP_EM = 1.6;
    private static final double BELOW_EM = 1.7;
    private static final double LOWEST = -2;
    private static final double MOST = 16;
    private static final double STEP = 0.1;
    private static final int POINTS = 600;

    private final MissingModel model;
    private final Texts texts;
    private Axis across = new Axis(new Range(0, 1), 0, 1, false);

    MissingPlot(MissingModel model, Appearance appearance, Texts texts) {
        super(appearance);
        atLeast(0, 11);
        this.model = model;
        this.texts = texts;
        setId("digits-missing-plot");
        getStyleClass().add("matrix");
        setFocusTraversable(true);
        setCursor(Cursor.CROSSHAIR);
        setAccessibleRole(AccessibleRole.SLIDER);
        accessibleHelpProperty().bind(texts.text("digits.missing.plot.help"));
        repaintAfter(model.foundProperty(), model.biasProperty());
        setOnMousePressed(this::point);
        setOnMouseDragged(this::point);
        onKeys(this::press);
    }

    private void point(MouseEvent mouse) {
        requestFocus();
        set(Math.rint(across.value(mouse.getX()) / STEP) * STEP);
    }

    private boolean press(KeyEvent key) {
        double step = key.isShiftDown() ? STEP / 10 : STEP;
        switch (key.getCode()) {
            case RIGHT, UP -> set(model.biasProperty().get() + step);
            case LEFT, DOWN -> set(model.biasProperty().get() - step);
            case HOME -> set(0);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void set(double bias) {
        model.biasProperty().set(Math.max(LOWEST, Math.min(MOST, bias)));
    }

    @Override
    protected void paint(GraphicsContext pen, Palette palette) {
        MissingDigit found = model.foundProperty().get();
        if (found != null && getWidth() > (LEFT_EM + RIGHT_EM + 4) * em()) {
            paint(pen, palette, found);
            double bias = model.biasProperty().get();
            setAccessibleText(texts.get(
                    "digits.missing.plot",
                    found.test().errors(bias),
                    found.test().errorsOnOmitted(bias),
                    Numbers.signed(bias, 2)));
        }
    }

    /** The biases on show: beyond the best, as far as that makes sense. */
    private static Range biases(MissingDigit found) {
        double best = Math.max(found.isChosen() ? found.best() : 0, found.test().best());
        return new Range(LOWEST, Math.min(MOST, Math.max(6, Math.ceil(1.3 * best))));
    }

    private static Range errors(MissingDigit found) {
        int least = found.test().errors(found.test().best());
        return new Range(0, Math.max(found.test().errors(0), 3.0 * least) * 1.15 + 1);
    }

    /** The same for a picture. */
    static ChartNumbers numbers(MissingDigit found, String title, Texts texts) {
        List<Marker> markers =
                found.isChosen() ? List.of(new Marker(found.best(), texts.get("digits.missing.best"))) : List.of();
        return new ChartNumbers(
                title,
                texts.get("digits.missing.errors"),
                texts.get("digits.missing.axis"),
                "",
                List.of(
                        line(found, found.test()::errors, Role.TOTAL, texts.get("digits.missing.all")),
                        line(found, found.test()::errorsOnOmitted, Role.HARD, texts.get("digits.missing.own"))),
                markers,
                biases(found),
                errors(found),
                false);
    }

    private static Line line(MissingDigit found, DoubleToIntFunction errors, Role role, String name) {
        Range across = biases(found);
        List<Point> points = IntStream.rangeClosed(0, POINTS)
                .mapToDouble(i -> across.low() + across.span() * i / POINTS)
                .mapToObj(bias -> new Point(bias, errors.applyAsInt(bias)))
                .toList();
        return new Line(name, role, points, List.of());
    }

    /** The same as a table. */
    static AtomicFile.Content table(MissingDigit found) {
        Range across = biases(found);
        return Csv.file(out -> found.write(out, across.low(), across.high(), STEP));
    }

    private void paint(GraphicsContext pen, Palette palette, MissingDigit found) {
        double left = LEFT_EM * em();
        double right = getWidth() - RIGHT_EM * em();
        double top = TOP_EM * em();
        double bottom = getHeight() - BELOW_EM * em();
        across = new Axis(biases(found), left, right, false);
        Range range = errors(found);
        Axis up = new Axis(range, bottom, top, false);
        pen.setFont(Font.font(Assets.FONT_FAMILY, 0.85 * em()));
        pen.setLineWidth(palette.thickness());
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.RIGHT);
        for (Ticks.Tick tick : Ticks.linear(range, 5)) {
            pen.setStroke(palette.color("d-edge"));
            pen.strokeLine(left, up.pixel(tick.value()), right, up.pixel(tick.value()));
            pen.setFill(palette.color("d-text-faint"));
            pen.fillText(tick.label(), left - 0.4 * em(), up.pixel(tick.value()));
        }
        pen.setTextAlign(TextAlignment.CENTER);
        for (Ticks.Tick tick : Ticks.linear(biases(found), 8)) {
            pen.fillText(tick.label(), across.pixel(tick.value()), bottom + 0.8 * em());
        }
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(texts.get("digits.missing.axis"), right + 0.5 * em(), bottom + 0.8 * em());
        curve(pen, palette, up, top, found.test()::errors, "d-total", "digits.missing.all");
        pen.setLineDashes(palette.dashes(6, 4));
        curve(pen, palette, up, top, found.test()::errorsOnOmitted, "d-hot", "digits.missing.own");
        pen.setLineDashes();
        if (found.isChosen()) {
            mark(pen, palette, found.best(), top, bottom, "d-up", texts.get("digits.missing.best"));
        }
        mark(pen, palette, model.biasProperty().get(), top, bottom, "d-text", "");
    }

    private void curve(
            GraphicsContext pen,
            Palette palette,
            Axis up,
            double top,
            DoubleToIntFunction errors,
            String color,
            String key) {
        pen.setStroke(palette.color(color));
        pen.setLineWidth(2 * palette.thickness());
        double from = LEFT_EM * em();
        double to = getWidth() - RIGHT_EM * em();
        pen.beginPath();
        double last = top;
        for (double x = from; x <= to; x++) {
            last = Math.max(top, up.pixel(errors.applyAsInt(across.value(x))));
            if (x == from) {
                pen.moveTo(x, last);
            } else {
                pen.lineTo(x, last);
            }
        }
        pen.stroke();
        pen.setFill(palette.color(color));
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(texts.get(key), to + 0.4 * em(), last, RIGHT_EM * em());
    }

    private void mark(
            GraphicsContext pen, Palette palette, double bias, double top, double bottom, String color, String words) {
        double x = across.pixel(Math.max(LOWEST, bias));
        pen.setStroke(palette.color(color));
        pen.setLineWidth(1.5 * palette.thickness());
        pen.strokeLine(x, top, x, bottom);
        pen.setFill(palette.color(color));
        pen.setTextAlign(TextAlignment.CENTER);
        pen.fillText(words, x, top - 0.7 * em());
    }
}
