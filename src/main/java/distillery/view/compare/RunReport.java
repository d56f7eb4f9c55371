package distillery.view.compare;

import distillery.data.AtomicFile;
import distillery.view.Texts;
import distillery.view.chart.ChartNumbers;
import distillery.view.picture.ChartPictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Chosen runs as one page of HTML that needs nothing else: what came of each, how each was set up, and the chart. For a
 * browser, and for its printer.
 *
 * @param language of the page, as HTML names it
 * @param head what stands above the columns
 * @param rows as many cells each as the head has
 * @param settings of each run, its name first
 */
record RunReport(
        String title,
        String language,
        List<String> head,
        List<List<String>> rows,
        List<String> settings,
        List<String> notes,
        ChartNumbers chart) {
    private static final String STYLE =
            "body{font:15px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#1c2733;background:#fff}"
                    + "table{border-collapse:collapse;margin:1em 0}"
                    + "th,td{border-bottom:1px solid #c8d0d9;padding:.3em .7em;text-align:left;vertical-align:top}"
                    + "svg{width:100%;height:auto}";

    /** The file; the chart is drawn when it is written. */
    AtomicFile.Content content() {
        return out -> out.write(html().getBytes(StandardCharsets.UTF_8));
    }

    private String html() throws IOException {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"" + safe(language) + "\"><head>")
                .append("<meta charset=\"utf-8\"><title>")
                .append(safe(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head>\n<body><h1>")
                .append(safe(title))
                .append("</h1>\n<table><tr>");
        head.forEach(cell -> page.append("<th>").append(safe(cell)).append("</th>"));
        page.append("</tr>\n");
        for (List<String> row : rows) {
            page.append("<tr>");
            row.forEach(cell -> page.append("<td>").append(safe(cell)).append("</td>"));
            page.append("</tr>\n");
        }
        page.append("</table>\n").append(picture()).append("\n");
        notes.forEach(note -> page.append("<p>").append(safe(note)).append("</p>\n"));
        page.append("<ul>");
        settings.forEach(line -> page.append("<li>").append(safe(line)).append("</li>\n"));
        return page.append("</ul></body></html>\n").toString();
    }

    /** The chart as SVG, without what only stands at the beginning of a file. */
    private String picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Path name = Path.of("curves.svg");
        AtomicFile.Content svg = new ChartPictures(List.of("chart"), List.of(chart), List.of())
                .sheet(name)
                .get(name);
        if (svg != null) {
            svg.writeTo(bytes);
        }
        String file = bytes.toString(StandardCharsets.UTF_8);
        return file.substring(Math.max(0, file.indexOf("<svg")));
    }

    /** Names and notes are a person's own and may hold anything. */
    static String safe(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The columns in words. */
    static List<String> head(Texts texts) {
        return List.of(
                texts.get("compare.column.name"),
                texts.get("compare.column.seeds"),
                texts.get("compare.column.errors"),
                texts.get("compare.column.labels-only"),
                texts.get("compare.column.verdict"),
                texts.get("compare.column.note"),
                texts.get("compare.column.seconds"));
    }
}
