package distillery.view.digits;

import distillery.lab.Appearance;
import distillery.lab.digits.MissingDigit;
import distillery.lab.digits.MissingModel;
import distillery.view.Assets;
import distillery.view.Numbers;
import distillery.view.Palette;
import distillery.view.Texts;
import distillery.view.chart.Axis;
import distillery.view.chart.Range;
import distillery.view.chart.Ticks;
import java.util.List;
import java.util.function.DoubleToIntFunction;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Errors against the bias of the missing digit. A press, a drag or the arrow keys set the bias. */
final class MissingPlot extends Region {
    private static final double TEXT = 14;
    private static final double LEFT_EM = 3.2;
    private static final double RIGHT_EM = 6.5;
    private static final double TOP_EM = 1.6;
    private static final double BELOW_EM = 1.7;
    private static final double LOWEST = -2;
    private static final double MOST = 16;
    private static final double STEP = 0.1;

    private final MissingModel model;
    private final Appearance appearance;
    private final Texts texts;
    private final Canvas canvas = new Canvas();
    private Axis across = new Axis(new Range(0, 1), 0, 1, false);

    MissingPlot(MissingModel model, Appearance appearance, Texts texts) {
        this.model = model;
        this.appearance = appearance;
        this.texts = texts;
        setId("digits-missing-plot");
        getStyleClass().add("matrix");
        canvas.setManaged(false);
        getChildren().add(canvas);
        setFocusTraversable(true);
        setCursor(Cursor.CROSSHAIR);
        setAccessibleRole(AccessibleRole.SLIDER);
        accessibleHelpProperty().bind(texts.text("digits.missing.plot.help"));
        InvalidationListener repaint = cause -> setNeedsLayout(true);
        for (Observable cause : List.of(
                model.foundProperty(),
                model.biasProperty(),
                appearance.lookProperty(),
                appearance.languageProperty(),
                appearance.textScaleProperty())) {
            cause.addListener(repaint);
        }
        setOnMousePressed(this::point);
        setOnMouseDragged(this::point);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void point(MouseEvent mouse) {
        requestFocus();
        set(Math.rint(across.value(mouse.getX()) / STEP) * STEP);
    }

    private void press(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        double step = key.isShiftDown() ? STEP / 10 : STEP;
        switch (key.getCode()) {
            case RIGHT, UP -> set(model.biasProperty().get() + step);
            case LEFT, DOWN -> set(model.biasProperty().get() - step);
            case HOME -> set(0);
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void set(double bias) {
        model.biasProperty().set(Math.max(LOWEST, Math.min(MOST, bias)));
    }

    private double em() {
        return TEXT * appearance.textScaleProperty().get();
    }

    @Override
    protected double computeMinHeight(double width) {
        return 11 * em();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        MissingDigit found = model.foundProperty().get();
        if (found != null && getWidth() > (LEFT_EM + RIGHT_EM + 4) * em()) {
            paint(pen, Palette.of(appearance.lookProperty().get()), found);
            double bias = model.biasProperty().get();
            setAccessibleText(texts.get(
                    "digits.missing.plot",
                    found.test().errors(bias),
                    found.test().errorsOnOmitted(bias),
                    Numbers.signed(bias, 2)));
        }
    }

    private void paint(GraphicsContext pen, Palette palette, MissingDigit found) {
        double high = Math.min(MOST, Math.max(6, Math.ceil(1.3 * Math.max(found.best(), found.test().best()))));
        double left = LEFT_EM * em();
        double right = getWidth() - RIGHT_EM * em();
        double top = TOP_EM * em();
        double bottom = getHeight() - BELOW_EM * em();
        across = new Axis(new Range(LOWEST, high), left, right, false);
        int least = found.test().errors(found.test().best());
        double tallest = Math.max(found.test().errors(0), 3.0 * least) * 1.15 + 1;
        Range range = new Range(0, tallest);
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
        for (Ticks.Tick tick : Ticks.linear(new Range(LOWEST, high), 8)) {
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
