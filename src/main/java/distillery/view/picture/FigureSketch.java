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
    private static final double HEAD = 3.2;
    private static final double SIDE = 1.6;
    /** From the middle of a text down to its baseline, as a share of its size. */
    private static final double BASELINE = 0.35;

    private static final double BETWEEN = 0.04;
    private static final double LARGEST_NUMBER = 0.5;

    /** A cell's height as a share of its width, at most. */
    private static final double HIGHEST = 1;

    private static final double SIGN = 0.75;

    void draw(Figure figure) throws IOException {
        if (figure instanceof Figure.Curves curves) {
            new ChartSketch(curves.chart(), box, pencil).draw();
        } else if (figure instanceof Figure.Scatter scatter) {
            new ScatterSketch(scatter.plot(), box, pencil).draw();
        } else if (figure instanceof Figure.HeatMap map) {
            head(map.title(), map.note(), map.role().color());
            draw(map);
        } else if (figure instanceof Figure.Signs signs) {
            head(signs.title(), signs.note(), signs.role().color());
            draw(signs);
        }
    }

    private void head(String title, String note, String color) throws IOException {
        pencil.write(title, box.left(), box.top() + pencil.em(TITLE), TITLE, true, Side.RIGHT, color);
        double below = box.top() + pencil.em(2 * TITLE);
        pencil.write(note, box.left(), below, Side.RIGHT, "d-text-soft");
    }

    private void draw(Figure.HeatMap map) throws IOException {
        double left = box.left() + pencil.em(SIDE);
        for (String name : map.rows()) {
            left = Math.max(left, box.left() + pencil.width(name) + pencil.em(1));
        }
        double top = box.top() + pencil.em(HEAD + SIDE);
        double width = Math.max(1, (box.right() - left) / map.columns().size());
        double height = Math.max(1, (box.bottom() - top) / map.rows().size());
        if (map.square()) {
            width = Math.min(width, height);
            height = width;
        }
        height = Math.min(height, HIGHEST * width);
        for (int i = 0; i < map.columns().size(); i++) {
            double middle = left + (i + 0.5) * width;
            pencil.write(map.columns().get(i), middle, top - pencil.em(0.5), Side.MIDDLE, "d-text-soft");
        }
        for (int i = 0; i < map.rows().size(); i++) {
            double baseline = top + (i + 0.5) * height + pencil.em(BASELINE * Pencil.SMALL);
            pencil.write(map.rows().get(i), left - pencil.em(0.5), baseline, Side.LEFT, "d-text-soft");
        }
        for (int i = 0; i < map.cells().size(); i++) {
            int column = i % map.columns().size();
            int row = i / map.columns().size();
            double wide = width - BETWEEN * Math.min(width, height);
            double high = height - BETWEEN * Math.min(width, height);
            draw(map.cells().get(i), new Box(left + column * width, top + row * height, wide, high));
        }
    }

    private void draw(Figure.Cell cell, Box paper) throws IOException {
        pencil.add(new Shape(
                List.of(
                        new Point(paper.left(), paper.top()),
                        new Point(paper.right(), paper.top()),
                        new Point(paper.right(), paper.bottom()),
                        new Point(paper.left(), paper.bottom())),
                cell.paper()));
        int count = cell.lines().size();
        double size = LARGEST_NUMBER * paper.height() / Math.max(1, count);
        for (String line : cell.lines()) {
            double room = 0.9 * paper.width() / Math.max(1e-9, pencil.width(line, 1, false)) * pencil.em(1);
            size = Math.min(size, room);
        }
        double middle = paper.left() + paper.width() / 2;
        for (int i = 0; i < count; i++) {
            double y = paper.top() + paper.height() * (i + 1) / (count + 1.0);
            write(cell.lines().get(i), middle, y, size, false, cell.ink());
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
