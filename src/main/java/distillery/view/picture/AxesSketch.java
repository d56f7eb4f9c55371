package distillery.view.picture;

import distillery.view.chart.Axis;
import distillery.view.chart.Ticks.Tick;
import distillery.view.picture.Drawing.Box;
import distillery.view.picture.Drawing.Side;
import java.io.IOException;
import java.util.List;

/**
 * The axes of a plot on paper: a line for each tick upwards, ticks along the lower edge, and under them what they count.
 *
 * @param plot what lies between the axes
 */
record AxesSketch(Box plot, Axis across, Axis up, Pencil pencil) {
    static final double ROW = 1.25;
    static final double GAP = 0.5;

    /** What ticks and name take below the plot. */
    static final double FOOT = 2.8;

    /** From the middle of a line of text down to its baseline. */
    static final double BASELINE = 0.3;

    /** What the numbers beside the plot take. */
    static double beside(List<Tick> ticksUp, Pencil pencil) throws IOException {
        double widest = 0;
        for (Tick tick : ticksUp) {
            widest = Math.max(widest, pencil.width(tick.label()));
        }
        return widest + pencil.em(GAP);
    }

    void draw(List<Tick> ticksAcross, List<Tick> ticksUp, String name) throws IOException {
        for (Tick tick : ticksUp) {
            double y = up.pixel(tick.value());
            pencil.hairline(plot.left(), y, plot.right(), y, "d-edge");
            write(tick.label(), plot.left() - pencil.em(GAP), y + pencil.em(BASELINE), Side.LEFT);
        }
        pencil.hairline(plot.left(), plot.bottom(), plot.right(), plot.bottom(), "d-text-soft");
        for (Tick tick : ticksAcross) {
            double x = across.pixel(tick.value());
            pencil.hairline(x, plot.bottom(), x, plot.bottom() + pencil.em(GAP) / 2, "d-text-soft");
            write(tick.label(), x, plot.bottom() + pencil.em(ROW), Side.MIDDLE);
        }
        write(name, (plot.left() + plot.right()) / 2, plot.bottom() + pencil.em(2 * ROW), Side.MIDDLE);
    }

    private void write(String text, double x, double baseline, Side side) throws IOException {
        pencil.write(text, x, baseline, side, "d-text-soft");
    }
}
