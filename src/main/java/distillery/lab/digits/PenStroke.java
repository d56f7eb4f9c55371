package distillery.lab.digits;

import distillery.data.Refusal;
import distillery.data.Required;
import java.util.ArrayList;
import java.util.List;

/**
 * One stroke of the pen or the rubber, from where it was put down to where it was lifted.
 *
 * @param width of the line, as a share of the pad's side
 * @param erasing whether it takes ink away
 * @param path the points it goes through, {@code x, y, x, y …}, from 0 at the left and the top to 1, to a thousandth of the
 *     pad
 */
public record PenStroke(double width, boolean erasing, List<Double> path) {
    public static final double THINNEST = 0.02;
    public static final double THICKEST = 0.2;
    static final int MOST_NUMBERS = 4_000;
    /** Places to a side that can be told apart. */
    private static final double GRID = 1_000;

    public PenStroke {
        Refusal.unlessBetween(THINNEST, THICKEST, "width", width);
        List<Double> rounded = new ArrayList<>();
        for (double place : Required.nonNull(path, "path")) {
            Refusal.unlessBetween(0, 1, "path", place);
            rounded.add(Math.round(place * GRID) / GRID);
        }
        path = List.copyOf(rounded);
        Refusal.unless(
                !path.isEmpty() && path.size() % 2 == 0 && path.size() <= MOST_NUMBERS,
                "path",
                "refused.count",
                2,
                MOST_NUMBERS,
                path.size());
    }

    /** A pen put down. */
    static PenStroke begin(double width, boolean erasing, double x, double y) {
        return new PenStroke(width, erasing, List.of(inside(x), inside(y)));
    }

    /** The same stroke drawn on to a place; to itself if it is there already, or is as long as a stroke may be. */
    PenStroke to(double x, double y) {
        PenStroke end = begin(width, erasing, x, y);
        boolean same = end.path.equals(path.subList(path.size() - 2, path.size()));
        if (same || path.size() + 2 > MOST_NUMBERS) {
            return this;
        }
        List<Double> longer = new ArrayList<>(path);
        longer.addAll(end.path);
        return new PenStroke(width, erasing, longer);
    }

    /** A pen led over the edge draws along it. */
    private static double inside(double place) {
        return Math.max(0, Math.min(1, place));
    }

    int points() {
        return path.size() / 2;
    }

    double x(int point) {
        return path.get(2 * point);
    }

    double y(int point) {
        return path.get(2 * point + 1);
    }
}
