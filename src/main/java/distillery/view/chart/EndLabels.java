package distillery.view.chart;

import distillery.lab.train.Curve;
import distillery.view.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.text.TextAlignment;

/**
 * What stands on the right of a chart, at the ends of its lines: which line is which and what each is at the cursor or,
 * without one, now. Labels that would touch move apart, each with a stroke to its line's end. Where names would take the room
 * of the curves there are values only. The width depends on no value, so nothing moves while numbers change.
 */
final class EndLabels {
    private static final double STROKE_EM = 0.5;
    private static final double GAP_EM = 0.25;
    private static final double LINE_EM = 1.1;
    private static final double LEAST_PLOT_EM = 19;
    private static final String WIDEST_READING = "0.0000";

    private final ChartPainter pen;
    private final ChartModel sheet;
    private final boolean withNames;
    private final double width;

    /** One of them: where its line ends and what it says. */
    private record Label(Role role, double y, String words) {}

    /** Labels for a chart with so much room for plot and labels. */
    EndLabels(ChartPainter pen, ChartModel sheet, double room) {
        this.pen = pen;
        this.sheet = sheet;
        double bare = pen.em(STROKE_EM + GAP_EM) + pen.width(WIDEST_READING);
        double names = sheet.names().stream().mapToDouble(pen::width).max().orElse(0) + pen.width(" ");
        withNames = room - bare - names >= pen.em(LEAST_PLOT_EM);
        width = withNames ? bare + names : bare;
    }

    double width() {
        return width;
    }

    void paint(double left, double top, double bottom, Axis up) {
        List<Label> labels = labels(up);
        double line = pen.em(LINE_EM);
        double highest = top + line / 2; // none reaches into what stands above the plot
        double[] places = Spacing.apart(labels.stream().mapToDouble(Label::y).toArray(), line, highest, bottom);
        for (int i = 0; i < places.length; i++) {
            Label label = labels.get(i);
            String color = label.role().color();
            double x = left + pen.em(STROKE_EM);
            if (label.y() < top) { // beyond the axis
                pen.write("↑", left + pen.em(STROKE_EM) / 2, places[i], TextAlignment.CENTER, color);
            } else {
                pen.hairline(left + pen.em(GAP_EM), Math.min(bottom, label.y()), x, places[i], color);
            }
            x += pen.em(GAP_EM);
            pen.write(pen.fitted(label.words(), left + width - x), x, places[i], TextAlignment.LEFT, color);
        }
    }

    /** From the top down. */
    private List<Label> labels(Axis up) {
        List<Label> labels = new ArrayList<>();
        for (Series line : sheet.series()) {
            Curve curve = line.curve();
            if (curve.size() > 0) {
                double value = curve.smoothed(sheet.indexRead(curve));
                labels.add(label(line.role(), value, line.name().getValue(), up));
            }
        }
        Level level = sheet.level();
        if (level != null) {
            labels.add(label(level.role(), level.value(), level.name().getValue(), up));
        }
        labels.sort(Comparator.comparingDouble(Label::y));
        return labels;
    }

    private Label label(Role role, double value, String name, Axis up) {
        String reading = Ticks.brief(value);
        return new Label(role, up.pixel(value), withNames ? name + " " + reading : reading);
    }
}
