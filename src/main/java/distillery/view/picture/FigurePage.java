package distillery.view.picture;

import distillery.data.AtomicFile;
import java.nio.file.Path;
import java.util.List;

/**
 * Figures on one page, as a file: PNG, SVG or PDF, by the ending of its name.
 *
 * @param title names the page for those who hear it
 * @param settings how they came about
 */
public record FigurePage(String title, List<Figure> figures, List<String> settings) {
    public FigurePage {
        figures = List.copyOf(figures);
        settings = List.copyOf(settings);
    }

    /** What such a file holds. Nothing is drawn before it is written, so it may be on another thread. */
    public AtomicFile.Content content(Path file) {
        return ChartPictures.drawn(file, letters -> List.of(Pages.figures(this, letters)));
    }
}
