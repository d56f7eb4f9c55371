package distillery.view.chart;

import javafx.scene.canvas.GraphicsContext;

/** A line through points, cut off at two heights. */
public final class Polyline {
    private Polyline() {}

    /**
     * Strokes the first {@code size} points where they lie between two heights, the upper one first. The cut is made
     * here and not by a clip of the canvas, for without a graphics card a clip costs more than all the lines.
     */
    public static void stroke(GraphicsContext canvas, double[] x, double[] y, int size, double top, double bottom) {
        boolean inside = false;
        canvas.beginPath();
        for (int i = 1; i < size; i++) {
            double slope = (x[i] - x[i - 1]) / (y[i] - y[i - 1]);
            double from = Math.max(top, Math.min(bottom, y[i - 1]));
            double to = Math.max(top, Math.min(bottom, y[i]));
            boolean passesBy = from == to && (y[i - 1] != from || y[i] != to);
            if (!passesBy) {
                if (!inside) {
                    canvas.moveTo(from == y[i - 1] ? x[i - 1] : x[i - 1] + (from - y[i - 1]) * slope, from);
                }
                canvas.lineTo(to == y[i] ? x[i] : x[i - 1] + (to - y[i - 1]) * slope, to);
            }
            inside = !passesBy && to == y[i];
        }
        canvas.stroke();
    }
}
