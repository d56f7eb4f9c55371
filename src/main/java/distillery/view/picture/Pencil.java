package distillery.view.picture;

import distillery.lab.Look;
import distillery.view.Palette;
import distillery.view.Role;
import distillery.view.chart.ChartNumbers.Point;
import distillery.view.picture.Drawing.Disc;
import distillery.view.picture.Drawing.Item;
import distillery.view.picture.Drawing.Shape;
import distillery.view.picture.Drawing.Side;
import distillery.view.picture.Drawing.Stroke;
import distillery.view.picture.Drawing.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;

/** Collects the items of a drawing, in the light look whatever the window's; lengths are in em. */
final class Pencil {
    /** Patterns of roles are given for lines as thick as a screen's. */
    private static final double PATTERN_EM = 1.0 / 14;

    /** How high words are that are no title. */
    static final double SMALL = 0.85;

    private static final double STROKE_EM = 0.13;
    private static final double RAW_STROKE_EM = 0.05;
    private static final double RAW_SHARE = 0.35;
    private static final double HAIRLINE = 0.6;
    private static final double MARK_EM = 0.3;

    private final Lettering letters;
    private final double em;
    private final Palette palette = Palette.of(Look.LIGHT);
    private final List<Item> items = new ArrayList<>();

    Pencil(Lettering letters, double em) {
        this.letters = letters;
        this.em = em;
    }

    List<Item> items() {
        return items;
    }

    double em(double count) {
        return count * em;
    }

    void add(Item item) {
        items.add(item);
    }

    /** How wide a text is that is {@code size} em high. */
    double width(String text, double size, boolean bold) throws IOException {
        return letters.width(letters.writable(text), bold) * em(size);
    }

    /** How wide a small text is. */
    double width(String text) throws IOException {
        return width(text, SMALL, false);
    }

    /** The text without what its letters cannot write. */
    String writable(String text) throws IOException {
        return letters.writable(text);
    }

    void write(String text, double x, double y, double size, boolean bold, Side side, String color) throws IOException {
        items.add(new Words(letters.writable(text), x, y, em(size), bold, side, palette.color(color)));
    }

    /** Writes it small. */
    void write(String text, double x, double y, Side side, String color) throws IOException {
        write(text, x, y, SMALL, false, side, color);
    }

    void hairline(double x1, double y1, double x2, double y2, String color, Double... dashes) {
        List<Point> ends = List.of(new Point(x1, y1), new Point(x2, y2));
        items.add(new Stroke("", ends, HAIRLINE, List.of(dashes), palette.color(color)));
    }

    /** A strong line in the colour and pattern of a role. */
    Stroke line(String name, Role role, List<Point> points) {
        List<Double> dashes = Arrays.stream(role.dashes())
                .map(dash -> em(dash * PATTERN_EM))
                .boxed()
                .toList();
        return new Stroke(name, points, em(STROKE_EM), dashes, color(role));
    }

    /** The faint line of raw values; its colour is mixed with the paper's, for what shines through costs a printer dear. */
    Stroke faintLine(Role role, List<Point> points) {
        Color faint = Color.WHITE.interpolate(color(role), RAW_SHARE);
        return new Stroke("", points, em(RAW_STROKE_EM), List.of(), faint);
    }

    /** The mark of a role, ringed so that it shows on any line. */
    List<Item> mark(Role role, double x, double y) {
        return List.of(mark(role, x, y, em(1.35 * MARK_EM), Color.WHITE), mark(role, x, y, em(MARK_EM), color(role)));
    }

    private static Item mark(Role role, double x, double y, double radius, Color color) {
        double[] corners = role.mark().corners();
        if (corners.length == 0) {
            return new Disc(x, y, radius, color);
        }
        return new Shape(
                IntStream.range(0, corners.length / 2)
                        .mapToObj(i -> new Point(x + radius * corners[2 * i], y + radius * corners[2 * i + 1]))
                        .toList(),
                color);
    }

    private Color color(Role role) {
        return palette.color(role.color());
    }
}
