package distillery.view.picture;

import distillery.view.chart.ChartNumbers.Point;
import java.util.List;
import javafx.scene.paint.Color;

/**
 * All that is on a page, from back to front. Lengths are points, 72 to the inch; y grows downwards.
 *
 * @param title names the page for those who hear it
 */
record Drawing(String title, double width, double height, List<Item> items) {
    Drawing {
        items = List.copyOf(items);
    }

    /** Something to draw. */
    sealed interface Item {}

    /** On which side of its x a text lies. */
    enum Side {
        RIGHT,
        MIDDLE,
        LEFT
    }

    /** A text; its baseline is at height {@code y}. */
    record Words(String text, double x, double y, double size, boolean bold, Side side, Color color) implements Item {}

    /** A line through points; {@code dashes} are lengths of dash and gap, none for a solid line. */
    record Stroke(String name, List<Point> points, double width, List<Double> dashes, Color color) implements Item {
        Stroke {
            points = List.copyOf(points);
            dashes = List.copyOf(dashes);
        }
    }

    /** A filled polygon. */
    record Shape(List<Point> corners, Color color) implements Item {
        Shape {
            corners = List.copyOf(corners);
        }
    }

    /** A filled circle. */
    record Disc(double x, double y, double radius, Color color) implements Item {}

    /** Of its items, what lies within a box. */
    record Within(Box box, List<Item> items) implements Item {
        Within {
            items = List.copyOf(items);
        }
    }

    /** An upright rectangle. */
    record Box(double left, double top, double width, double height) {
        double right() {
            return left + width;
        }

        double bottom() {
            return top + height;
        }
    }
}
