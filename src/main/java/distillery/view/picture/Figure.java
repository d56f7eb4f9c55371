package distillery.view.picture;

import distillery.view.Role;
import distillery.view.chart.ChartNumbers;
import java.util.List;
import javafx.scene.paint.Color;

/** What a page can show, in numbers, words and colours that change no more: it may be drawn on any thread. */
public sealed interface Figure {
    String title();

    /** A chart. */
    record Curves(ChartNumbers chart) implements Figure {
        @Override
        public String title() {
            return chart.title();
        }
    }

    /**
     * A square of coloured cells, a row and a column for each name.
     *
     * @param note what stands below the title
     * @param cells row by row
     */
    record Square(String title, String note, Role role, List<String> names, List<Cell> cells) implements Figure {
        public Square {
            names = List.copyOf(names);
            cells = List.copyOf(cells);
        }
    }

    /** A coloured cell and what stands in it, in which ink. */
    record Cell(String number, Color paper, Color ink) {}

    /** Signs in a plane. The plane is scaled to the room, as much across as up. */
    record Signs(String title, String note, Role role, List<Sign> signs) implements Figure {
        public Signs {
            signs = List.copyOf(signs);
        }
    }

    /** A text at a place; y grows downwards. */
    record Sign(String text, double x, double y, Color color) {}
}
