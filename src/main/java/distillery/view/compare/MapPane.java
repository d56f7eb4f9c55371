package distillery.view.compare;

import distillery.lab.Appearance;
import distillery.lab.compare.SweepMap;
import distillery.train.sweep.SweepCell;
import distillery.view.Assets;
import distillery.view.PaintedPane;
import distillery.view.Palette;
import distillery.view.Texts;
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
        double strongest = shown.cells().stream()
                .mapToDouble(cell -> Math.abs(cell.overLabels().mean()))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        for (int i = 0; i < shown.cells().size(); i++) {
            double x = SIDE_EM * em() + i % shown.columns() * width;
            int row = i / shown.columns();
            double y = HEAD_EM * em() + row * height;
            paintCell(pen, palette, shown.cells().get(i), Math.max(1, strongest), x, y, width - 1, height - 1);
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
        String columns = "→ " + texts.get("compare.axis." + shown.across().name());
        String rows = shown.down() == null
                ? ""
                : "↓ " + texts.get("compare.axis." + shown.down().name()) + "    ";
        pen.fillText(rows + columns, 0, 0.7 * em(), getWidth());
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setFill(palette.color("d-text"));
        for (int i = 0; i < shown.columns(); i++) {
            pen.fillText(shown.across().values().get(i), SIDE_EM * em() + (i + 0.5) * width, 2 * em(), width);
        }
        for (int i = 0; shown.down() != null && i < shown.rows(); i++) {
            pen.fillText(
                    shown.down().values().get(i),
                    SIDE_EM * em() / 2,
                    HEAD_EM * em() + (i + 0.5) * height,
                    SIDE_EM * em());
        }
    }

    private void paintCell(
            GraphicsContext pen,
            Palette palette,
            SweepCell cell,
            double strongest,
            double x,
            double y,
            double width,
            double height) {
        double gain = cell.overLabels().mean();
        double strength = Double.isFinite(gain) ? gain / strongest : 0;
        Color hollow = palette.color("d-hollow");
        Color filled = hollow.interpolate(
                palette.color(strength < 0 ? "d-hot" : "d-up"), MOST_COLOUR * Math.min(1, Math.abs(strength)));
        pen.setFill(filled);
        pen.fillRect(x, y, width, height);
        pen.setFill(ink(filled, palette));
        String errors = cell.done() == 0 ? "" : words.spread(cell.errors(), cell.done());
        String below = cell.isComplete() || cell.done() == 0
                ? words.difference(cell)
                : texts.get("compare.seeds.some", cell.done(), cell.runs().size());
        double size = Math.min(0.95 * em(), height / 2.6);
        pen.setFont(Font.font(Assets.FONT_FAMILY, size));
        pen.fillText(errors, x + width / 2, y + height / 2 - 0.6 * size, width - 2);
        pen.setFont(Font.font(Assets.FONT_FAMILY, 0.9 * size));
        pen.fillText(below, x + width / 2, y + height / 2 + 0.65 * size, width - 2);
    }

    /** The darker or lighter of two inks, whichever stands out more. */
    private static Color ink(Color paper, Palette palette) {
        Color text = palette.color("d-text");
        Color card = palette.color("d-card");
        return distance(paper, text) >= distance(paper, card) ? text : card;
    }

    private static double distance(Color a, Color b) {
        double first = luminance(a) + 0.05;
        double second = luminance(b) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(Color color) {
        return 0.2126 * Math.pow(color.getRed(), 2.2)
                + 0.7152 * Math.pow(color.getGreen(), 2.2)
                + 0.0722 * Math.pow(color.getBlue(), 2.2);
    }
}
