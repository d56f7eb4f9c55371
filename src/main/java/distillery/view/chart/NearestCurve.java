package distillery.view.chart;

import distillery.lab.train.Curve;
import java.util.List;

/** Which curve a click is meant for. */
final class NearestCurve {
    private NearestCurve() {}

    /** The number of the curve that goes through a pixel, or past it at no more than {@code reach} pixels; -1 for none. */
    static int of(List<Series> series, Axis across, Axis up, double x, double y, double reach) {
        int nearest = -1;
        double best = reach;
        for (int i = 0; i < series.size(); i++) {
            double distance = distance(series.get(i).curve(), across, up, x, y);
            if (distance <= best) {
                best = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private static double distance(Curve curve, Axis across, Axis up, double x, double y) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < curve.size(); i++) {
            int before = Math.max(0, i - 1);
            double fromX = across.pixel(curve.x(before)) - x;
            double fromY = up.pixel(curve.smoothed(before)) - y;
            least = Math.min(
                    least, toOrigin(fromX, fromY, across.pixel(curve.x(i)) - x, up.pixel(curve.smoothed(i)) - y));
        }
        return least;
    }

    /** How far the line between two points is from (0, 0). */
    private static double toOrigin(double fromX, double fromY, double toX, double toY) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        double length = dx * dx + dy * dy;
        double share = length == 0 ? 0 : Math.max(0, Math.min(1, -(fromX * dx + fromY * dy) / length));
        return Math.hypot(fromX + share * dx, fromY + share * dy);
    }
}
