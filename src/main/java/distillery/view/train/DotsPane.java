package distillery.view.train;

import distillery.lab.Appearance;
import distillery.view.Assets;
import distillery.view.PaintedPane;
import distillery.view.Palette;
import distillery.view.chart.Axis;
import distillery.view.chart.Dots;
import distillery.view.chart.Range;
import distillery.view.chart.Ticks;
import distillery.view.chart.Ticks.Tick;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Draws a row of dots over an axis that other rows have, too; without dots, the numbers of the axis. */
final class DotsPane extends PaintedPane {
    private static final double SMALL = 0.8;
    private static final double TICK_EM = 3;
    private static final double RADIUS_EM = 0.25;

    private final ObservableValue<Range> range;
    private @Nullable Dots dots;

    DotsPane(Appearance appearance, ObservableValue<Range> range) {
        super(appearance);
        this.range = range;
        setMinWidth(0);
    }

    void show(Dots next) {
        dots = next;
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return em();
    }

    @Override
    protected void paint(GraphicsContext pen, Palette palette) {
        Axis axis = new Axis(range.getValue(), 0, getWidth(), false);
        List<Tick> ticks = Ticks.linear(range.getValue(), most());
        Dots row = dots;
        if (row == null) {
            writeNumbers(pen, palette, axis, ticks);
        } else {
            drawLines(pen, palette, axis, ticks);
            draw(pen, palette, axis, row);
        }
    }

    /** How many ticks there is room for; there is no half an error. */
    private int most() {
        return (int) Math.max(1, Math.min(range.getValue().span(), getWidth() / (TICK_EM * em())));
    }

    private void writeNumbers(GraphicsContext pen, Palette palette, Axis axis, List<Tick> ticks) {
        pen.setFont(Font.font(Assets.FONT_FAMILY, SMALL * em()));
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setFill(palette.color("d-text-soft"));
        for (Tick tick : ticks) {
            double x = axis.pixel(tick.value());
            if (x > em() && x < getWidth() - em()) {
                pen.fillText(tick.label(), x, getHeight() / 2);
            }
        }
    }

    private void drawLines(GraphicsContext pen, Palette palette, Axis axis, List<Tick> ticks) {
        for (Tick tick : ticks) {
            double x = Math.floor(axis.pixel(tick.value())) + 0.5;
            pen.setStroke(palette.color(tick.value() == 0 ? "d-text-soft" : "d-hollow"));
            pen.setLineWidth(tick.value() == 0 ? palette.thickness() : 1);
            pen.strokeLine(x, 0, x, getHeight());
        }
    }

    private void draw(GraphicsContext pen, Palette palette, Axis axis, Dots row) {
        double y = getHeight() / 2;
        double half = em() / 4;
        pen.setStroke(palette.color(row.role().color()));
        pen.setFill(palette.color(row.role().color()));
        if (row.hasInterval()) {
            double from = axis.pixel(row.low());
            double to = axis.pixel(row.high());
            pen.setLineWidth(2 * palette.thickness());
            pen.strokeLine(from, y, to, y);
            pen.strokeLine(from, y - half, from, y + half);
            pen.strokeLine(to, y - half, to, y + half);
        }
        double radius = RADIUS_EM * em();
        for (double each : row.each()) {
            pen.fillOval(axis.pixel(each) - radius, y - radius, 2 * radius, 2 * radius);
        }
        if (row.each().size() > 1) {
            pen.setFill(palette.color("d-text"));
            pen.fillRect(axis.pixel(row.mean()) - 1.5, y - 2 * half, 3, 4 * half);
        }
    }
}
