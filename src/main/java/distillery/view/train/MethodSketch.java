package distillery.view.train;

import java.util.ArrayList;
import java.util.List;

/**
 * A drawing of boxes and lines on a sheet one wide and one high, and what it shows in words.
 *
 * @param words what is seen, as sentences
 */
record MethodSketch(List<Box> boxes, List<Line> lines, List<String> words) {
    /** How far a line that leaves a box and comes back to it goes aside. */
    private static final double ASIDE = 0.12;

    /**
     * A named part of a net, or a net.
     *
     * @param x of its middle
     * @param color its name in the palette; that of the text where there is no frame
     */
    record Box(double x, double y, double width, double height, String text, String color, boolean framed) {
        double left() {
            return x - width / 2;
        }

        double right() {
            return x + width / 2;
        }
    }

    /**
     * A line from corner to corner: {@code x, y, x, y …}
     *
     * @param own whether it is what the method is about
     * @param back whether there is an arrow's head at its beginning, too
     */
    record Line(List<Double> corners, boolean own, boolean back) {}

    MethodSketch(List<String> words) {
        this(new ArrayList<>(), new ArrayList<>(), words);
    }

    Box box(double x, double y, double width, double height, String text, String color) {
        Box box = new Box(x, y, width, height, text, color, true);
        boxes.add(box);
        return box;
    }

    void caption(double x, double y, double width, String text, String color) {
        boxes.add(new Box(x, y, width, 0.1, text, color, false));
    }

    /** An arrow between the sides that face each other. */
    void arrow(Box from, Box to, boolean back) {
        if (Math.abs(from.x - to.x) < (from.width + to.width) / 2) {
            double down = Math.signum(to.y - from.y);
            line(List.of(from.x, from.y + down * from.height / 2, to.x, to.y - down * to.height / 2), true, back);
            return;
        }
        boolean rightwards = from.x < to.x;
        line(
                List.of(rightwards ? from.right() : from.left(), from.y, rightwards ? to.left() : to.right(), to.y),
                true,
                back);
    }

    /** An arrow around the right of a column, from one box of it to another. */
    void around(Box from, double fromY, Box to, int place) {
        double x = Math.max(from.right(), to.right()) + ASIDE * (place + 1);
        line(List.of(from.right(), fromY, x, fromY, x, to.y, to.right(), to.y), true, false);
    }

    void line(List<Double> corners, boolean own, boolean back) {
        lines.add(new Line(corners, own, back));
    }
}
