package distillery.view.picture;

import distillery.view.chart.ChartNumbers;
import distillery.view.picture.Drawing.Box;
import distillery.view.picture.Drawing.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The pages that a picture of charts has, with the settings of the run at their foot. All of an export have one size. */
public final class Pages {
    /** A slide's shape, 16 to 9. */
    private static final Box SLIDE = new Box(0, 0, 960, 540);

    private static final double SLIDE_EM = 19;

    /** A table has many rows, and so have matrices. */
    private static final double TABLE_EM = 13;

    /** A4 across. */
    private static final Box PAPER = new Box(0, 0, 842, 595);

    private static final double PAPER_EM = 9;
    private static final double MARGIN_EM = 1.6;
    private static final double GAP_EM = 1.8;
    private static final double SMALL = 0.8;
    private static final double ROW = 1.1;
    private static final String BETWEEN = " · ";

    private final Lettering letters;
    private final List<String> settings;

    private Pages(Lettering letters, List<String> settings) {
        this.letters = letters;
        this.settings = settings;
    }

    /** A page for each chart, as large as a slide. */
    static List<Drawing> each(List<ChartNumbers> charts, List<String> settings, Lettering letters) throws IOException {
        List<Drawing> pages = new ArrayList<>();
        for (ChartNumbers chart : charts) {
            pages.add(new Pages(letters, settings)
                    .page(chart.title(), SLIDE, SLIDE_EM, List.of(new Figure.Curves(chart))));
        }
        return pages;
    }

    /** One page with all charts. */
    static Drawing sheet(List<ChartNumbers> charts, List<String> settings, Lettering letters) throws IOException {
        List<Figure.Curves> figures = charts.stream().map(Figure.Curves::new).toList();
        String title = charts.size() == 1 ? charts.get(0).title() : "";
        return new Pages(letters, settings).page(title, PAPER, PAPER_EM, figures);
    }

    /** One page, as large as a slide, with all of these figures. */
    static Drawing figures(FigurePage page, Lettering letters) throws IOException {
        return new Pages(letters, page.settings()).page(page.title(), SLIDE, TABLE_EM, page.figures());
    }

    /** One page, as large as a slide, with all of a table. */
    static Drawing table(DotTable table, Lettering letters) throws IOException {
        Pencil pencil = new Pencil(letters, TABLE_EM);
        Box inside = new Pages(letters, table.settings()).inside(SLIDE, pencil);
        new DotTableSketch(table, inside, pencil).draw();
        return new Drawing(table.title(), SLIDE.width(), SLIDE.height(), pencil.items());
    }

    private Drawing page(String title, Box paper, double em, List<? extends Figure> figures) throws IOException {
        Pencil pencil = new Pencil(letters, em);
        Box inside = inside(paper, pencil);
        for (int i = 0; i < figures.size(); i++) {
            new FigureSketch(cell(inside, pencil.em(GAP_EM), i, figures.size()), pencil).draw(figures.get(i));
        }
        return new Drawing(title, paper.width(), paper.height(), pencil.items());
    }

    /** Writes the settings at the foot of a page; what is left of it is between the margins. */
    private Box inside(Box paper, Pencil pencil) throws IOException {
        double margin = pencil.em(MARGIN_EM);
        List<String> foot = foot(pencil, paper.width() - 2 * margin);
        double bottom = paper.bottom() - margin;
        for (int i = foot.size() - 1; i >= 0; i--) {
            pencil.write(foot.get(i), margin, bottom, SMALL, false, Side.RIGHT, "d-text-soft");
            bottom -= pencil.em(ROW);
        }
        return new Box(margin, margin, paper.width() - 2 * margin, bottom - margin);
    }

    private static Box cell(Box whole, double gap, int index, int count) {
        int columns = (int) Math.ceil(Math.sqrt(count));
        int rows = (count + columns - 1) / columns;
        double width = (whole.width() - gap * (columns - 1)) / columns;
        double height = (whole.height() - gap * (rows - 1)) / rows;
        int row = index / columns;
        double left = whole.left() + (index - row * columns) * (width + gap);
        return new Box(left, whole.top() + row * (height + gap), width, height);
    }

    /** The settings in one line, or in more where there is no room. */
    private List<String> foot(Pencil pencil, double room) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String setting : settings) {
            String longer = line.isEmpty() ? setting : line + BETWEEN + setting;
            if (!line.isEmpty() && pencil.width(longer, SMALL, false) > room) {
                lines.add(line);
                longer = setting;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }
}
