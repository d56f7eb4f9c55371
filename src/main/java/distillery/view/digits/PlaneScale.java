package distillery.view.digits;

import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * Lays points of a plane into a room: as large as fits, and as far apart across as along.
 *
 * @param points x, y, x, y …, the y upwards
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PlaneScale(
        double[] points, Rectangle2D room, double left, double bottom, double unit, double spareX, double spareY) {

    static PlaneScale of(double[] points, Rectangle2D room) {
        double left = edge(points, 0, -1);
        double right = edge(points, 0, 1);
        double bottom = edge(points, 1, -1);
        double top = edge(points, 1, 1);
        double wide = Math.max(right - left, 1e-9);
        double high = Math.max(top - bottom, 1e-9);
        double unit = Math.min(room.getWidth() / wide, room.getHeight() / high);
        return new PlaneScale(
                points,
                room,
                left,
                bottom,
                unit,
                (room.getWidth() - unit * (right - left)) / 2,
                (room.getHeight() - unit * (top - bottom)) / 2);
    }

    /** The largest coordinate of an axis, or with −1 the smallest. */
    private static double edge(double[] points, int axis, int sign) {
        return sign
                * IntStream.range(0, points.length / 2)
                        .mapToDouble(i -> sign * points[2 * i + axis])
                        .max()
                        .orElse(0);
    }

    Point2D point(int index) {
        return toScreen(points, index);
    }

    /** Where a point of such a list comes to lie; one far off is held at the room's edge. */
    Point2D toScreen(double[] list, int index) {
        double x = room.getMinX() + spareX + unit * (list[2 * index] - left);
        double y = room.getMaxY() - spareY - unit * (list[2 * index + 1] - bottom);
        return new Point2D(
                Math.max(room.getMinX(), Math.min(room.getMaxX(), x)),
                Math.max(room.getMinY(), Math.min(room.getMaxY(), y)));
    }

    /** The points in a rectangle. */
    IntStream inside(Rectangle2D marked) {
        return IntStream.range(0, points.length / 2).filter(index -> marked.contains(point(index)));
    }

    /** The point next to a place, no further off than this; -1 for none. */
    int nearest(Point2D place, double reach) {
        return nearest(place, reach, point -> true);
    }

    /** The next point on the way to the right, or down, or with −1 the other way; -1 for none. */
    int next(Point2D from, int right, int down) {
        return nearest(from, Double.MAX_VALUE, point -> {
            Point2D step = point.subtract(from);
            double along = step.getX() * right + step.getY() * down;
            double across = Math.abs(step.getX() * down) + Math.abs(step.getY() * right);
            return along > 0.5 && across <= along;
        });
    }

    private int nearest(Point2D place, double reach, Predicate<Point2D> allowed) {
        int best = -1;
        double shortest = reach;
        for (int i = 0; i < points.length / 2; i++) {
            Point2D at = point(i);
            double distance = at.distance(place);
            if (distance <= shortest && allowed.test(at)) {
                best = i;
                shortest = distance;
            }
        }
        return best;
    }
}
