package distillery.view.digits;

import distillery.lab.Appearance;
import distillery.lab.Look;
import distillery.view.Assets;
import distillery.view.PaintedPane;
import distillery.view.Palette;
import distillery.view.Texts;
import distillery.view.picture.Figure;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * Classes by classes: a row for each true class, a column for what a net says. Cells are wider than high where there is room,
 * as numbers are. Arrows lead through the cells, a
 * press or Enter opens one.
 */
final class MatrixPane extends PaintedPane {
    private static final double SIDE_EM = 1.4;
    private static final double SMALLEST_NUMBER = 7;
    private static final double WIDEST_CELL = 1.6;
    private static final double MOST_COLOUR = 0.85;

    private final Texts texts;
    private final Consumer<Cell> open;
    private final ObjectProperty<@Nullable Matrix> matrix = new SimpleObjectProperty<>(this, "matrix");
    private int row;
    private int column;

    /** A cell by its true class and what is said. */
    record Cell(int label, int taken) {}

    /** What is painted. */
    interface Matrix {
        NetHead head();

        List<String> names();

        /** How strong a cell's colour is, −1 to 1; below 0 in the colour of less. */
        double strength(int label, int taken);

        /** The number in a cell; empty for none. */
        String number(int label, int taken);

        /** The cell in a sentence. */
        String spoken(int label, int taken);
    }

    MatrixPane(String id, Appearance appearance, Texts texts, Consumer<Cell> open) {
        super(appearance);
        atLeast(NetHead.NARROWEST, NetHead.NARROWEST + NetHead.HEIGHT);
        this.texts = texts;
        this.open = open;
        setId(id);
        getStyleClass().add("matrix");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleHelpProperty().bind(texts.text("digits.matrix.help"));
        repaintAfter(matrix, focusedProperty(), hoverProperty());
        setOnMouseMoved(mouse -> lead(mouse.getX(), mouse.getY()));
        setOnMousePressed(mouse -> {
            requestFocus();
            if (lead(mouse.getX(), mouse.getY())) {
                open.accept(new Cell(row, column));
            }
        });
        onKeys(this::press);
    }

    ObjectProperty<@Nullable Matrix> matrixProperty() {
        return matrix;
    }

    private double cellHeight(int classes) {
        double room = Math.min(getWidth() - SIDE_EM * em(), getHeight() - (NetHead.HEIGHT + SIDE_EM) * em());
        return Math.floor(Math.max(1, room / classes));
    }

    private double cellWidth(int classes) {
        double room = (getWidth() - SIDE_EM * em()) / classes;
        return Math.floor(Math.max(1, Math.min(room, WIDEST_CELL * cellHeight(classes))));
    }

    private boolean lead(double x, double y) {
        Matrix shown = matrix.get();
        if (shown == null) {
            return false;
        }
        int classes = shown.names().size();
        int across = (int) Math.floor((x - SIDE_EM * em()) / cellWidth(classes));
        int down = (int) Math.floor((y - (NetHead.HEIGHT + SIDE_EM) * em()) / cellHeight(classes));
        boolean inside = across >= 0 && across < classes && down >= 0 && down < classes;
        if (inside) {
            go(down, across);
        }
        return inside;
    }

    private void go(int down, int across) {
        Matrix shown = matrix.get();
        if (shown != null) {
            int last = shown.names().size() - 1;
            row = Math.max(0, Math.min(last, down));
            column = Math.max(0, Math.min(last, across));
            setNeedsLayout(true);
        }
    }

    private boolean press(KeyEvent key) {
        switch (key.getCode()) {
            case RIGHT -> go(row, column + 1);
            case LEFT -> go(row, column - 1);
            case DOWN -> go(row + 1, column);
            case UP -> go(row - 1, column);
            case ENTER, SPACE -> open.accept(new Cell(row, column));
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    protected void paint(GraphicsContext pen, Palette palette) {
        Matrix shown = matrix.get();
        if (shown == null || getWidth() < 4 * em()) {
            setAccessibleText(texts.get("digits.loading"));
            return;
        }
        setAccessibleText(shown.head().saying(shown.spoken(row, column)).spoken());
        paint(pen, palette, shown);
    }

    private void paint(GraphicsContext pen, Palette palette, Matrix shown) {
        NetHead head = shown.head();
        if (isFocused() || isHover()) {
            head = head.saying(shown.spoken(row, column));
        }
        head.paint(pen, palette, em(), em(SIDE_EM), getWidth() - em(SIDE_EM));
        int classes = shown.names().size();
        double width = cellWidth(classes);
        double height = cellHeight(classes);
        double left = SIDE_EM * em();
        double top = (NetHead.HEIGHT + SIDE_EM) * em();
        pen.setTextAlign(TextAlignment.CENTER);
        for (int i = 0; i < classes; i++) {
            pen.fillText(shown.names().get(i), left + (i + 0.5) * width, top - SIDE_EM * em() / 2, width);
            pen.fillText(shown.names().get(i), left / 2, top + (i + 0.5) * height, left);
        }
        for (int i = 0; i < classes * classes; i++) {
            Figure.Cell next = cell(shown, i / classes, i % classes, palette);
            paintCell(pen, next, left + i % classes * width, top + Math.floorDiv(i, classes) * height, width, height);
        }
        if (isFocused() || isHover()) {
            pen.setStroke(palette.color("d-focus"));
            pen.setLineWidth(2 * palette.thickness());
            pen.strokeRect(left + column * width, top + row * height, width, height);
        }
    }

    private static void paintCell(
            GraphicsContext pen, Figure.Cell cell, double x, double y, double width, double height) {
        pen.setFill(cell.paper());
        pen.fillRect(x, y, width - 1, height - 1);
        String number = String.join("", cell.lines());
        double size = Math.min(0.6 * height, 1.9 * width / Math.max(2.5, number.length()));
        if (size >= SMALLEST_NUMBER && !number.isEmpty()) {
            pen.setFont(Font.font(Assets.FONT_FAMILY, size));
            pen.setFill(cell.ink());
            pen.fillText(number, x + (width - 1) / 2, y + (height - 1) / 2, width - 2);
        }
    }

    private static Figure.Cell cell(Matrix shown, int label, int taken, Palette palette) {
        double strength = shown.strength(label, taken);
        Color color = palette.color(strength < 0 ? "d-up" : label == taken ? "d-teacher" : "d-hot");
        Color paper = palette.color("d-hollow").interpolate(color, MOST_COLOUR * Math.min(1, Math.abs(strength)));
        String number = shown.number(label, taken);
        return new Figure.Cell(number.isEmpty() ? List.of() : List.of(number), paper, palette.ink(paper));
    }

    /** The matrix for a picture, which is light whatever the look. */
    static Figure figure(Matrix shown) {
        Palette light = Palette.of(Look.LIGHT);
        int classes = shown.names().size();
        return new Figure.HeatMap(
                shown.head().title(),
                shown.head().words(),
                shown.head().role(),
                shown.names(),
                shown.names(),
                IntStream.range(0, classes * classes)
                        .mapToObj(i -> cell(shown, i / classes, i % classes, light))
                        .toList(),
                true);
    }
}
