package distillery.view.picture;

import distillery.view.chart.ChartNumbers.Point;
import distillery.view.picture.Drawing.Box;
import distillery.view.picture.Drawing.Shape;
import distillery.view.picture.Drawing.Side;
import distillery.view.picture.Drawing.Words;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.paint.Color;

/** Lays a figure out in a box. */
record FigureSketch(Box box, Pencil pencil) {
    private static final double TITLE = 1.25;
    private static final double SMALL = 0.85;
    private static final double HEAD = 3.2;
    private static final double SIDE = 1.6;
    /** From the middle of a text down to its baseline, as a share of its size. */
    private static final double BASELINE = 0.35;

    private static final double BETWEEN = 0.04;
    private static final double LARGEST_NUMBER = 0.5;
    private static final double SIGN = 0.75;

    void draw(Figure figure) throws IOException {
        if (figure instanceof Figure.Curves curves) {
            new ChartSketch(curves.chart(), box, pencil).draw();
        } else if (figure instanceof Figure.Square square) {
            head(square.title(), square.note(), square.role().color());
            draw(square);
        } else if (figure instanceof Figure.Signs signs) {
            head(signs.title(), signs.note(), signs.role().color());
            draw(signs);
        }
    }

    private void head(String title, String note, String color) throws IOException {
        pencil.write(title, box.left(), box.top() + pencil.em(TITLE), TITLE, true, Side.RIGHT, color);
        double below = box.top() + pencil.em(2 * TITLE);
        pencil.write(note, box.left(), below, SMALL, false, Side.RIGHT, "d-text-soft");
    }

    private void draw(Figure.Square square) throws IOException {
        int count = square.names().size();
        double left = box.left() + pencil.em(SIDE);
        double top = box.top() + pencil.em(HEAD + SIDE);
        double cell = Math.max(1, Math.min(box.right() - left, box.bottom() - top) / count);
        for (int i = 0; i < count; i++) {
            String name = square.names().get(i);
            double middle = (i + 0.5) * cell;
            pencil.write(name, left + middle, top - pencil.em(0.5), SMALL, false, Side.MIDDLE, "d-text-soft");
            double baseline = top + middle + pencil.em(BASELINE * SMALL);
            pencil.write(name, left - pencil.em(0.5), baseline, SMALL, false, Side.LEFT, "d-text-soft");
        }
        for (int i = 0; i < square.cells().size(); i++) {
            draw(square.cells().get(i), left + i % count * cell, top + Math.floorDiv(i, count) * cell, cell);
        }
    }

    private void draw(Figure.Cell cell, double x, double y, double side) throws IOException {
        double wide = side * (1 - BETWEEN);
        pencil.add(new Shape(
                List.of(new Point(x, y), new Point(x + wide, y), new Point(x + wide, y + wide), new Point(x, y + wide)),
                cell.paper()));
        if (!cell.number().isEmpty()) {
            double room = 0.9 * wide / Math.max(1e-9, pencil.width(cell.number(), 1, false)) * pencil.em(1);
            double size = Math.min(LARGEST_NUMBER * side, room);
            write(cell.number(), x + wide / 2, y + wide / 2, size, false, cell.ink());
        }
    }

    private void draw(Figure.Signs signs) throws IOException {
        List<Figure.Sign> all = signs.signs();
        double size = pencil.em(SIGN);
        double top = box.top() + pencil.em(HEAD);
        double across = span(all, Figure.Sign::x);
        double down = span(all, Figure.Sign::y);
        double scale = Math.min((box.width() - size) / across, (box.bottom() - top - size) / down);
        double left = least(all, Figure.Sign::x);
        double high = least(all, Figure.Sign::y);
        for (Figure.Sign sign : all) {
            double x = box.left() + size / 2 + (sign.x() - left) * scale;
            double y = top + size / 2 + (sign.y() - high) * scale;
            write(sign.text(), x, y, size, true, sign.color());
        }
    }

    private void write(String text, double x, double y, double size, boolean bold, Color color) throws IOException {
        pencil.add(new Words(pencil.writable(text), x, y + BASELINE * size, size, bold, Side.MIDDLE, color));
    }

    private static double least(List<Figure.Sign> signs, ToDoubleFunction<Figure.Sign> value) {
        return signs.stream().mapToDouble(value).min().orElse(0);
    }

    private static double span(List<Figure.Sign> signs, ToDoubleFunction<Figure.Sign> value) {
        double most = signs.stream().mapToDouble(value).max().orElse(1);
        return Math.max(1e-9, most - least(signs, value));
    }
}
