package distillery.view.chart;

import distillery.view.Texts;
import java.util.stream.Collectors;

/** A chart in words, for screen readers: title, unit, and every curve at the cursor or, without one, at its end. */
final class Summary {
    private Summary() {}

    static String of(ChartModel sheet, Texts texts) {
        String heading =
                sheet.unit().isEmpty() ? sheet.title() : texts.get("chart.heading", sheet.title(), sheet.unit());
        if (sheet.isEmpty()) {
            return texts.get("chart.summary-empty", heading, sheet.empty());
        }
        double place = Double.isNaN(sheet.cursor()) ? sheet.places().last() : sheet.cursor();
        String readings = sheet.series().stream()
                .filter(line -> line.curve().size() > 0)
                .map(line -> reading(line, sheet.indexRead(line.curve()), texts))
                .collect(Collectors.joining(texts.get("chart.between-readings")));
        return texts.get("chart.summary", heading, Ticks.place(place), readings);
    }

    private static String reading(Series line, int index, Texts texts) {
        String name = line.name().getValue();
        String raw = Ticks.reading(line.curve().raw().get(index));
        if (!line.curve().isSmoothed()) {
            return texts.get("chart.reading", name, raw);
        }
        String smoothed = Ticks.reading(line.curve().smoothed(index));
        return texts.get("chart.reading-smoothed", name, raw, smoothed);
    }
}
