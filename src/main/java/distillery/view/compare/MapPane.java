package distillery.view.compare;

import distillery.lab.Appearance;
import distillery.lab.Look;
import distillery.lab.compare.SweepMap;
import distillery.train.sweep.SweepCell;
import distillery.view.Assets;
import distillery.view.PaintedPane;
import distillery.view.Palette;
import distillery.view.Role;
import distillery.view.Texts;
import distillery.view.picture.Figure;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * A sweep over two settings as a table of coloured cells: the errors of the distilled student, and how many more or fewer than
 * with labels only. A press or the arrows choose a cell, a drag goes on through others, Enter or a double click takes one.
 */
final class MapPane extends PaintedPane {
    private static final double SIDE_EM = 4.2;
    private static final double HEAD_EM = 2.8;
    private static final double LEAST_WIDTH_EM = 22;
    private static final double LEAST_HEIGHT_EM = 12;
    private static final double HIGHEST_CELL_EM = 4.5;
    private static final double MOST_COLOUR = 0.85;

    private final Texts texts;
    private final CompareWords words;
    private final ObservableValue<@Nullable SweepMap> map;
    private final Consumer<SweepCell> choose;
    private final Consumer<SweepCell> take;
    private final ReadOnlyObjectWrapper<@Nullable SweepCell> cursor = new ReadOnlyObjectWrapper<>(this, "pointed");
    private int row;
    private int column;

    MapPane(
            ObservableValue<@Nullable SweepMap> map,
            Appearance appearance,
            Texts texts,
            Consumer<SweepCell> choose,
            Consumer<SweepCell> take) {
        super(appearance);
        atLeast(LEAST_WIDTH_EM, LEAST_HEIGHT_EM);
        this.map = map;
        this.texts = texts;
        this.choose = choose;
        this.take = take;
        words = new CompareWords(texts);
        setId("compare-map");
        getStyleClass().add("map");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleHelpProperty().bind(texts.text("compare.map.help"));
        repaintAfter(focusedProperty(), hoverProperty());
        map.subscribe(now -> go(row, column));
        setOnMouseMoved(mouse -> lead(mouse.getX(), mouse.getY()));
        setOnMousePressed(mouse -> {
            requestFocus();
            if (lead(mouse.getX(), mouse.getY())) {
                tell(mouse.getClickCount() == 2 ? take : choose);
            }
        });
        setOnMouseDragged(mouse -> {
            if (lead(mouse.getX(), mouse.getY())) {
                tell(choose);
            }
        });
        onKeys(this::press);
    }

    /** The cell that is pointed to, by mouse or keys; null without a map. */
    ReadOnlyObjectProperty<@Nullable SweepCell> pointedProperty() {
        return cursor.getReadOnlyProperty();
    }

    private double cellWidth(SweepMap shown) {
        return Math.max(1, Math.floor((getWidth() - SIDE_EM * em()) / shown.columns()));
    }

    private double cellHeight(SweepMap shown) {
        double room = Math.floor((getHeight() - HEAD_EM * em()) / shown.rows());
        return Math.max(1, Math.min(HIGHEST_CELL_EM * em(), room));
    }

    private boolean lead(double x, double y) {
        SweepMap shown = map.getValue();
        if (shown == null) {
            return false;
        }
        int across = (int) Math.floor((x - SIDE_EM * em()) / cellWidth(shown));
        int down = (int) Math.floor((y - HEAD_EM * em()) / cellHeight(shown));
        boolean inside = across >= 0 && across < shown.columns() && down >= 0 && down < shown.rows();
        if (inside) {
            go(down, across);
        }
        return inside;
    }

    private void go(int down, int across) {
        SweepMap shown = map.getValue();
        if (shown == null) {
            cursor.set(null);
        } else {
            row = Math.max(0, Math.min(shown.rows() - 1, down));
            column = Math.max(0, Math.min(shown.columns() - 1, across));
            cursor.set(shown.cell(row, column));
        }
        setNeedsLayout(true);
    }

    private void tell(Consumer<SweepCell> hears) {
        SweepCell cell = cursor.get();
        if (cell != null) {
            hears.accept(cell);
        }
    }

    private void walk(int down, int across) {
        go(down, across);
        tell(choose);
    }

    private boolean press(KeyEvent key) {
        switch (key.getCode()) {
            case RIGHT -> walk(row, column + 1);
            case LEFT -> walk(row, column - 1);
            case DOWN -> walk(row + 1, column);
            case UP -> walk(row - 1, column);
            case SPACE -> tell(choose);
            case ENTER -> tell(take);
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    protected void paint(GraphicsContext pen, Palette palette) {
        SweepMap shown = map.getValue();
        SweepCell pointed = cursor.get();
        if (shown == null || pointed == null || getWidth() < SIDE_EM * em()) {
            setAccessibleText(texts.get("compare.map.none"));
            return;
        }
        setAccessibleText(words.cell(pointed));
        paint(pen, palette, shown);
    }

    private void paint(GraphicsContext pen, Palette palette, SweepMap shown) {
        double width = cellWidth(shown);
        double height = cellHeight(shown);
        pen.setTextBaseline(VPos.CENTER);
        paintHeads(pen, palette, shown, width, height);
        List<Figure.Cell> cells = cells(shown, palette);
        for (int i = 0; i < cells.size(); i++) {
            double x = SIDE_EM * em() + i % shown.columns() * width;
            double y = HEAD_EM * em() + Math.floorDiv(i, shown.columns()) * height;
            paintCell(pen, cells.get(i), em(), x, y, width - 1, height - 1);
        }
        if (isFocused() || isHover()) {
            pen.setStroke(palette.color("d-focus"));
            pen.setLineWidth(2 * palette.thickness());
            pen.strokeRect(SIDE_EM * em() + column * width, HEAD_EM * em() + row * height, width - 1, height - 1);
        }
    }

    private void paintHeads(GraphicsContext pen, Palette palette, SweepMap shown, double width, double height) {
        pen.setFill(palette.color("d-text-soft"));
        pen.setFont(Font.font(Assets.FONT_FAMILY, 0.9 * em()));
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(axes(shown), 0, 0.7 * em(), getWidth());
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setFill(palette.color("d-text"));
        for (int i = 0; i < shown.columns(); i++) {
            pen.fillText(shown.across().values().get(i), SIDE_EM * em() + (i + 0.5) * width, 2 * em(), width);
        }
        List<String> rows = rows(shown);
        for (int i = 0; i < rows.size(); i++) {
            pen.fillText(rows.get(i), SIDE_EM * em() / 2, HEAD_EM * em() + (i + 0.5) * height, SIDE_EM * em());
        }
    }

    private static void paintCell(
            GraphicsContext pen, Figure.Cell cell, double em, double x, double y, double width, double height) {
        pen.setFill(cell.paper());
        pen.fillRect(x, y, width, height);
        pen.setFill(cell.ink());
        double size = Math.min(0.95 * em, height / 2.6);
        for (int i = 0; i < cell.lines().size(); i++) {
            pen.setFont(Font.font(Assets.FONT_FAMILY, i == 0 ? size : 0.9 * size));
            double below = i == 0 ? -0.6 * size : 0.65 * size;
            pen.fillText(cell.lines().get(i), x + width / 2, y + height / 2 + below, width - 2);
        }
    }

    private List<Figure.Cell> cells(SweepMap shown, Palette palette) {
        double strongest = shown.cells().stream()
                .mapToDouble(cell -> Math.abs(cell.overLabels().mean()))
                .filter(Double::isFinite)
                .reduce(1, Math::max);
        return shown.cells().stream()
                .map(cell -> cell(cell, strongest, palette))
                .toList();
    }

    private Figure.Cell cell(SweepCell cell, double strongest, Palette palette) {
        double gain = cell.overLabels().mean();
        double strength = Double.isFinite(gain) ? gain / strongest : 0;
        Color color = palette.color(strength < 0 ? "d-hot" : "d-up");
        Color paper = palette.color("d-hollow").interpolate(color, MOST_COLOUR * Math.min(1, Math.abs(strength)));
        List<String> lines =
                cell.done() == 0 ? List.of() : List.of(words.spread(cell.errors(), cell.done()), below(cell));
        return new Figure.Cell(lines, paper, palette.ink(paper));
    }

    private String below(SweepCell cell) {
        return cell.isComplete()
                ? words.difference(cell)
                : texts.get("compare.seeds.some", cell.done(), cell.runs().size());
    }

    private String axes(SweepMap shown) {
        String columns = "→ " + texts.get("compare.axis." + shown.across().name());
        return shown.down() == null
                ? columns
                : "↓ " + texts.get("compare.axis." + shown.down().name()) + "    " + columns;
    }

    private static List<String> rows(SweepMap shown) {
        return shown.down() == null ? List.of("") : shown.down().values();
    }

    /** A map for a picture, which is light whatever the look. */
    Figure figure(SweepMap shown, String title) {
        return new Figure.HeatMap(
                title,
                axes(shown),
                Role.TOTAL,
                rows(shown),
                shown.across().values(),
                cells(shown, Palette.of(Look.LIGHT)),
                false);
    }
}
