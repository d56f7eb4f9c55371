package distillery.view.chart;

import distillery.view.chart.ScatterNumbers.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the names of the groups of a scatter plot stand: beside a single point, and for lines through many in the lower right
 * corner, where a net that is as sure as it is right has no points.
 */
public final class ScatterNames {
    /** From a mark to its name, as a share of a line's height. */
    private static final double GAP = 0.6;

    /** How far a name stands below its point where a line leaves the point to the right. */
    private static final double DROP = 0.55;

    private final ScatterNumbers plot;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;
    private final double line;
    private final Width width;

    /** How wide a text is. */
    public interface Width {
        double of(String text);
    }

    /**
     * A name and where the middle of its line is.
     *
     * @param rightward whether it begins at {@code x} rather than ends there
     * @param marked whether a mark stands before it, at {@link #markX}
     */
    public record Name(Group group, double x, double y, boolean rightward, double markX, boolean marked) {}

    /** Names in a plot between these limits, in lines so high. */
    public ScatterNames(
            ScatterNumbers plot, double left, double top, double right, double bottom, double line, Width width) {
        this.plot = plot;
        this.left = left;
        this.top = top;
        this.right = right;
        this.bottom = bottom;
        this.line = line;
        this.width = width;
    }

    public List<Name> all() {
        List<Name> names = new ArrayList<>(legend());
        names.addAll(beside(true));
        names.addAll(beside(false));
        return names;
    }

    private List<Name> legend() {
        List<Group> lines = plot.groups().stream()
                .filter(group -> group.marked() && group.joined())
                .toList();
        double widest = lines.stream()
                .mapToDouble(group -> width.of(group.name()))
                .max()
                .orElse(0);
        List<Name> names = new ArrayList<>();
        double x = right - widest - GAP * line;
        for (int i = 0; i < lines.size(); i++) {
            double y = bottom - (lines.size() - i - 0.3) * line;
            names.add(new Name(lines.get(i), x, y, true, x - line, true));
        }
        return names;
    }

    /** The names of single points on one side of them, moved apart where they would touch. */
    private List<Name> beside(boolean rightward) {
        Axis across = plot.across(left, right);
        Axis up = plot.up(bottom, top);
        List<Group> points = plot.groups().stream()
                .filter(group -> group.marked() && !group.joined())
                .filter(group -> rightward == fits(group, across))
                .sorted(Comparator.comparingDouble(
                        group -> up.pixel(group.points().get(0).y())))
                .toList();
        double drop = hasFrontier() ? (rightward ? DROP : -DROP) * line : 0;
        double[] wanted = points.stream()
                .mapToDouble(group -> up.pixel(group.points().get(0).y()) + drop)
                .toArray();
        double[] heights = Spacing.apart(wanted, line, top + line / 2, bottom - line / 2);
        List<Name> names = new ArrayList<>();
        for (int i = 0; i < heights.length; i++) {
            double mark = across.pixel(points.get(i).points().get(0).x());
            double x = mark + (rightward ? GAP : -GAP) * line;
            names.add(new Name(points.get(i), x, heights[i], rightward, mark, false));
        }
        return names;
    }

    /** Whether a line joins the best of the points: it rises to the right, so names on its right stand below it, those on its left above. */
    private boolean hasFrontier() {
        return plot.groups().stream().anyMatch(group -> group.joined() && !group.marked());
    }

    private boolean fits(Group group, Axis across) {
        double x = across.pixel(group.points().get(0).x());
        return x + GAP * line + width.of(group.name()) <= right;
    }
}
