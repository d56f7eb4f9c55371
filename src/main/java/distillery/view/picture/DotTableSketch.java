package distillery.view.picture;

import distillery.view.chart.Axis;
import distillery.view.chart.Dots;
import distillery.view.chart.Range;
import distillery.view.chart.Ticks;
import distillery.view.chart.Ticks.Tick;
import distillery.view.picture.Drawing.Box;
import distillery.view.picture.Drawing.Side;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** Lays a table with dots out in a box: columns are as wide as their words, and the dots have what is left. */
final class DotTableSketch {
    private static final double TITLE = 1.25;
    private static final double ROW = 1.7;
    private static final double LINE = 1.3;
    private static final double GAP = 1.2;
    private static final double NARROWEST = 8;
    private static final int TICKS = 6;

    private final DotTable table;
    private final Box box;
    private final Pencil pencil;

    DotTableSketch(DotTable table, Box box, Pencil pencil) {
        this.table = table;
        this.box = box;
        this.pencil = pencil;
    }

    void draw() throws IOException {
        double y = box.top() + pencil.em(TITLE);
        pencil.write(table.title(), box.left(), y, TITLE, true, Side.RIGHT, "d-text");
        for (String note : table.notes()) {
            y += pencil.em(LINE);
            pencil.write(note, box.left(), y, Side.RIGHT, "d-text-soft");
        }
        double top = y + pencil.em(2 * ROW);
        double left = box.left() + column(0) + pencil.em(GAP);
        double right = box.right();
        for (int i = table.heads().size() - 1; i >= 2; i--) {
            right -= column(i);
            writeColumn(i, right, top);
            right -= pencil.em(GAP);
        }
        writeColumn(0, box.left(), top);
        pencil.write(table.heads().get(1), left, top - pencil.em(ROW), Pencil.SMALL, true, Side.RIGHT, "d-text-soft");
        drawDots(left, Math.max(left + pencil.em(NARROWEST), right), top);
    }

    private double column(int index) throws IOException {
        double width = pencil.width(table.heads().get(index), Pencil.SMALL, true);
        for (DotTable.Row row : table.rows()) {
            width = Math.max(width, pencil.width(cell(row, index)));
        }
        return width;
    }

    private static String cell(DotTable.Row row, int index) {
        return index == 0 ? row.name() : row.cells().get(index - 2);
    }

    private void writeColumn(int index, double x, double top) throws IOException {
        pencil.write(table.heads().get(index), x, top - pencil.em(ROW), Pencil.SMALL, true, Side.RIGHT, "d-text-soft");
        for (int i = 0; i < table.rows().size(); i++) {
            double y = top + pencil.em((i + 0.5) * ROW + 0.3);
            pencil.write(cell(table.rows().get(i), index), x, y, Side.RIGHT, "d-text");
        }
    }

    private void drawDots(double left, double right, double top) throws IOException {
        List<Dots> dots = table.rows().stream().map(DotTable.Row::dots).toList();
        Range range = Dots.span(dots);
        Axis axis = new Axis(range, left, right, false);
        double bottom = top + pencil.em(dots.size() * ROW);
        for (Tick tick : Ticks.linear(range, TICKS)) {
            double x = axis.pixel(tick.value());
            pencil.hairline(x, top, x, bottom, tick.value() == 0 ? "d-text" : "d-edge");
            pencil.write(tick.label(), x, bottom + pencil.em(1), Side.MIDDLE, "d-text-soft");
        }
        for (int i : IntStream.range(0, dots.size()).toArray()) {
            drawRow(dots.get(i), axis, top + pencil.em((i + 0.5) * ROW));
        }
    }

    private void drawRow(Dots row, Axis axis, double y) {
        double half = pencil.em(0.25);
        if (row.hasInterval()) {
            double from = axis.pixel(row.low());
            double to = axis.pixel(row.high());
            pencil.hairline(from, y, to, y, row.role().color());
            pencil.hairline(from, y - half, from, y + half, row.role().color());
            pencil.hairline(to, y - half, to, y + half, row.role().color());
        }
        for (double each : row.each()) {
            pencil.mark(row.role(), axis.pixel(each), y).forEach(pencil::add);
        }
        if (row.each().size() > 1) {
            double x = axis.pixel(row.mean());
            pencil.hairline(x, y - 2 * half, x, y + 2 * half, "d-text");
        }
    }
}
