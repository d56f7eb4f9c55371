package distillery.view.chart;

import distillery.lab.train.Curve;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.TextAlignment;

/**
 * The rows above a chart that say which line is which, and what each is at the cursor or, without one, now: the value of
 * the strong line and, where a smoothed line leaves room for it, the raw value in fainter digits. Where there is little
 * room the names go too, and colour and pattern remain. Entries keep their width, so that nothing moves while numbers
 * change.
 */
final class Legend {
    private static final double ROW_EM = 1.35;
    private static final double SAMPLE_EM = 1.6;
    private static final double GAP_EM = 0.4;
    private static final double BETWEEN_EM = 0.8;
    private static final double SHARE_OF_HEIGHT = 0.2;
    private static final String WIDEST_READING = "0.00000";
    private static final String NO_READING = "–";

    private final ChartPainter pen;
    private final ChartModel sheet;
    private final double width;
    private final double readingWidth;
    private boolean withRaw;
    private boolean withNames = true;
    private List<List<Series>> rows;

    /** A legend for a chart of the given size. */
    Legend(ChartPainter pen, ChartModel sheet, double width, double height) {
        this.pen = pen;
        this.sheet = sheet;
        this.width = width;
        readingWidth = pen.width(WIDEST_READING) + pen.em(GAP_EM);
        int mostRows = (int) Math.max(1, height * SHARE_OF_HEIGHT / pen.em(ROW_EM));
        withRaw = sheet.series().stream().anyMatch(line -> line.curve().isSmoothed());
        rows = rows();
        if (withRaw && rows.size() > mostRows) {
            withRaw = false;
            rows = rows();
        }
        if (rows.size() > mostRows) {
            withNames = false;
            rows = rows();
        }
    }

    double height() {
        return rows.size() * pen.em(ROW_EM);
    }

    void paint(double left, double top) {
        double y = top + pen.em(ROW_EM) / 2;
        for (List<Series> row : rows) {
            double x = left;
            for (Series line : row) {
                paint(line, x, y);
                x += entryWidth(line);
            }
            y += pen.em(ROW_EM);
        }
    }

    /** Breaks the entries into rows as words into lines. */
    private List<List<Series>> rows() {
        List<List<Series>> broken = new ArrayList<>();
        double x = width;
        for (int i = sheet.series().size() - 1; i >= 0; i--) { // the one drawn on top first, as everywhere else
            Series line = sheet.series().get(i);
            if (line.curve().size() == 0 && !sheet.isEmpty()) {
                continue; // it may never have a point
            }
            double entry = entryWidth(line);
            if (x + entry - pen.em(BETWEEN_EM) > width) {
                broken.add(new ArrayList<>());
                x = 0;
            }
            broken.get(broken.size() - 1).add(line);
            x += entry;
        }
        return broken;
    }

    private double entryWidth(Series line) {
        double readings = (withRaw ? 2 : 1) * readingWidth;
        return pen.em(SAMPLE_EM + GAP_EM + BETWEEN_EM) + nameWidth(line) + readings;
    }

    /** The width of a name and the gap behind it. */
    private double nameWidth(Series line) {
        if (!withNames) {
            return 0;
        }
        double room = width - pen.em(SAMPLE_EM + GAP_EM) - readingWidth;
        return Math.min(pen.width(line.name().getValue()) + pen.em(GAP_EM), Math.max(0, room));
    }

    private void paint(Series line, double left, double y) {
        pen.sample(left, y, pen.em(SAMPLE_EM), line.role());
        double x = left + pen.em(SAMPLE_EM + GAP_EM);
        if (withNames) {
            String name = pen.fitted(line.name().getValue(), nameWidth(line) - pen.em(GAP_EM));
            pen.write(name, x, y, TextAlignment.LEFT, line.role().color());
            x += nameWidth(line);
        }
        Curve curve = line.curve();
        if (curve.size() == 0) {
            pen.write(NO_READING, x, y, TextAlignment.LEFT, "d-text-faint");
            return;
        }
        int index = sheet.indexRead(curve);
        pen.write(Ticks.reading(curve.smoothed(index)), x, y, TextAlignment.LEFT, "d-text");
        if (withRaw) {
            String raw = Ticks.reading(curve.raw().get(index));
            pen.write(raw, x + readingWidth, y, TextAlignment.LEFT, "d-text-faint");
        }
    }
}
