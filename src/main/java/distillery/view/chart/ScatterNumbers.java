package distillery.view.chart;

import distillery.view.Role;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a scatter plot shows, in numbers that change no more.
 *
 * @param axis what stands below the x axis
 * @param logarithmic whether the x axis is
 * @param diagonal whether the line where both are equal is drawn
 */
public record ScatterNumbers(
        String title, String axis, Range across, boolean logarithmic, Range up, List<Group> groups, boolean diagonal) {
    /** About as many ticks as there is room for on each axis. */
    public static final int TICKS = 5;

    /** The dashes of a line that belongs to no group's own. */
    public static final double DASH = 3;

    public ScatterNumbers {
        groups = List.copyOf(groups);
    }

    /**
     * Points that belong together.
     *
     * @param joined whether a line goes through them
     * @param marked whether each has a mark, and all of them a name
     */
    public record Group(String name, Role role, List<ChartNumbers.Point> points, boolean joined, boolean marked) {
        public Group {
            points = List.copyOf(points);
        }
    }

    public Axis across(double left, double right) {
        return new Axis(across, left, right, logarithmic);
    }

    public Axis up(double bottom, double top) {
        return new Axis(up, bottom, top, false);
    }

    public List<Ticks.Tick> ticksAcross() {
        return logarithmic ? Ticks.logarithmic(across, TICKS) : Ticks.linear(across, TICKS);
    }

    public List<Ticks.Tick> ticksUp() {
        return Ticks.linear(up, TICKS);
    }

    /** The plot for those who hear it. */
    public String spoken() {
        return groups.stream()
                .filter(Group::marked)
                .map(group -> group.name() + ": "
                        + group.points().stream()
                                .map(point -> Ticks.reading(point.x()) + ", " + Ticks.reading(point.y()))
                                .collect(Collectors.joining("; ")))
                .collect(Collectors.joining(". ", title + ". ", ""));
    }
}
