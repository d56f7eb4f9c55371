package distillery.view;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Two things in a line; where there is no room for both, the second goes under the first. */
public final class WrappingPair extends Pane {
    private static final double GAP = 8;
    private static final double LINE_GAP = 5;
    /** To what fills the rest of the line. */
    private static final double FAR = 24;

    private final Region first;
    private final Region second;
    private final Room room;

    /** Who has the room that both leave. */
    private enum Room {
        BETWEEN,
        FIRST,
        SECOND
    }

    /** At the two ends of the line. */
    public WrappingPair(Region first, Region second) {
        this(first, second, Room.BETWEEN);
    }

    private WrappingPair(Region first, Region second, Room room) {
        super(first, second);
        this.room = room;
        this.first = first;
        this.second = second;
        setMinHeight(USE_PREF_SIZE);
    }

    /** The same, but the first gives up what it can do without before the second goes under it. */
    public static WrappingPair yielding(Region first, Region second) {
        return new WrappingPair(first, second, Room.FIRST);
    }

    /** The same, but the second is as high as the line and has all that the first leaves of it. */
    public static WrappingPair filling(Region first, Region second) {
        return new WrappingPair(first, second, Room.SECOND);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double gap() {
        return room == Room.SECOND ? FAR : GAP;
    }

    private boolean isOneLine(double width) {
        double least = room == Room.FIRST ? first.minWidth(-1) : first.prefWidth(-1);
        return width < 0 || least + gap() + second.prefWidth(-1) <= width + 1;
    }

    @Override
    protected double computeMinWidth(double height) {
        return room == Room.SECOND ? first.minWidth(-1) : 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return first.prefWidth(-1) + gap() + second.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        double above = first.prefHeight(fitting(first, width));
        double below = second.prefHeight(fitting(second, width));
        return isOneLine(width) ? Math.max(above, below) : above + LINE_GAP + below;
    }

    /** As wide as it likes to be, if there is that much room. */
    private static double fitting(Region part, double width) {
        return width < 0 ? -1 : Math.min(width, part.prefWidth(-1));
    }

    @Override
    protected void layoutChildren() {
        double left = fitting(first, getWidth());
        double right = fitting(second, getWidth());
        double above = first.prefHeight(left);
        double below = second.prefHeight(right);
        if (isOneLine(getWidth())) {
            double height = Math.max(above, below);
            double width = room == Room.FIRST ? getWidth() - right - GAP : left;
            first.resizeRelocate(0, snapPositionY((height - above) / 2), width, above);
            if (room == Room.SECOND) {
                double x = snapPositionX(left + FAR);
                second.resizeRelocate(x, 0, getWidth() - x, height);
            } else {
                double y = snapPositionY((height - below) / 2);
                second.resizeRelocate(snapPositionX(getWidth() - right), y, right, below);
            }
        } else {
            first.resizeRelocate(0, 0, left, above);
            second.resizeRelocate(0, snapPositionY(above + LINE_GAP), getWidth(), below);
        }
    }
}
