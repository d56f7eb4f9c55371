package distillery.view.picture;

import distillery.data.AtomicFile;
import distillery.data.Ending;
import distillery.view.chart.Dots;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A table with a row of dots in each of its rows, as a file: PNG, SVG or PDF, by the ending of its name.
 *
 * @param notes what stands under the title
 * @param heads what stands above the columns: that of the names, that of the dots, and the others
 * @param settings how it came about
 */
public record DotTable(String title, List<String> notes, List<String> heads, List<Row> rows, List<String> settings) {
    private static final Path PICTURE = Path.of("picture" + Ending.PNG.text());

    public DotTable {
        notes = List.copyOf(notes);
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
        settings = List.copyOf(settings);
    }

    /** One row: its name, its dots, and what stands in the other columns. */
    public record Row(String name, Dots dots, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** What such a file holds. Nothing is drawn before it is written, so it may be on another thread. */
    public Map<Path, AtomicFile.Content> in(Path file) {
        return Map.of(file, ChartPictures.drawn(file, letters -> List.of(Pages.table(this, letters))));
    }

    /** The same as the bytes of a PNG. */
    public AtomicFile.Content png() {
        return ChartPictures.drawn(PICTURE, letters -> List.of(Pages.table(this, letters)));
    }
}
