package distillery.view.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.view.Role;
import distillery.view.chart.ChartNumbers.Point;
import distillery.view.chart.ScatterNames.Name;
import distillery.view.chart.ScatterNumbers.Group;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScatterNamesTest {
    private static final double LINE = 12;

    private static List<Name> names(List<Group> groups) {
        ScatterNumbers plot =
                new ScatterNumbers("title", "axis", new Range(0, 1), false, new Range(0, 1), groups, false);
        return new ScatterNames(plot, 0, 0, 200, 200, LINE, text -> 7.0 * text.length()).all();
    }

    private static Group dot(String name, double x, double y) {
        return new Group(name, Role.DISTILLED, List.of(new Point(x, y)), false, true);
    }

    @Test
    void aNameStandsBesideItsPointAndInsideThePlot() {
        List<Name> names = names(List.of(dot("student", 0.1, 0.5), dot("teacher", 0.95, 0.9)));
        Name student = names.get(0);
        assertTrue(student.rightward() && student.x() > 20, student.toString());
        assertEquals(100, student.y());
        Name teacher = names.get(1);
        assertFalse(teacher.rightward());
        assertTrue(teacher.x() < 190, teacher.toString());
    }

    @Test
    void noNameLiesOnTheLineThatJoinsTheBest() {
        Group best = new Group("", Role.TOTAL, List.of(new Point(0.1, 0.5), new Point(0.9, 0.9)), true, false);
        Name student = names(List.of(best, dot("student", 0.1, 0.5))).get(0);
        assertTrue(student.y() > 100 + LINE / 2, student.toString());
    }

    @Test
    void namesOfNetsAsLargeAndAsGoodDoNotTouch() {
        List<Name> names = names(List.of(dot("a", 0.1, 0.9), dot("b", 0.1, 0.9), dot("c", 0.1, 0.89)));
        double[] heights = names.stream().mapToDouble(Name::y).sorted().toArray();
        assertEquals(3, heights.length);
        for (int i = 1; i < heights.length; i++) {
            assertTrue(heights[i] - heights[i - 1] >= LINE - 1e-9, names.toString());
        }
    }

    @Test
    void linesThroughManyPointsAreNamedInTheCornerEachWithItsMark() {
        List<Point> points = List.of(new Point(0.3, 0.3), new Point(0.9, 0.8));
        List<Name> names = names(List.of(
                new Group("distilled", Role.DISTILLED, points, true, true),
                new Group("only", Role.LABELS_ONLY, points, true, true),
                new Group("", Role.TOTAL, points, true, false)));
        assertEquals(
                List.of("distilled", "only"),
                names.stream().map(name -> name.group().name()).toList());
        assertTrue(names.stream().allMatch(name -> name.marked() && name.markX() < name.x() && name.x() > 100));
        assertEquals(
                names,
                names.stream().sorted(Comparator.comparingDouble(Name::y)).toList());
    }
}
