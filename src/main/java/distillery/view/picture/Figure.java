package distillery.view.picture;

import distillery.view.Role;
import distillery.view.chart.ChartNumbers;
import distillery.view.chart.ScatterNumbers;
import java.util.List;
import javafx.scene.paint.Color;

/** What a page can show, in numbers, words and colours that change no more: it may be drawn on any thread. */
public sealed interface Figure {
    String title();

    /** Points between two axes. */
    record Scatter(ScatterNumbers plot) implements Figure {
        @Override
        public String title() {
            return plot.title();
        }
    }

    /** A chart. */
    record Curves(ChartNumbers chart) implements Figure {
        @Override
        public String title() {
            return chart.title();
        }
    }

    /**
     * Coloured cells in rows and columns.
     *
     * @param note what stands below the title
     * @param rows their names
     * @param columns their names
     * @param cells row by row
     * @param square whether a cell is as wide as it is high
     */
    record HeatMap(
            String title,
            String note,
            Role role,
            List<String> rows,
            List<String> columns,
            List<Cell> cells,
            boolean square)
            implements Figure {
        public HeatMap {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            cells = List.copyOf(cells);
        }
    }

    /**
     * A coloured cell and what stands in it, in which ink.
     *
     * @param lines one below the other; a cell without a number has none
     */
    record Cell(List<String> lines, Color paper, Color ink) {
        public Cell {
            lines = List.copyOf(lines);
        }
    }

    /** Signs in a plane. The plane is scaled to the room, as much across as up. */
    record Signs(String title, String note, Role role, List<Sign> signs) implements Figure {
        public Signs {
            signs = List.copyOf(signs);
        }
    }

    /** A text at a place; y grows downwards. */
    record Sign(String text, double x, double y, Color color) {}
}
