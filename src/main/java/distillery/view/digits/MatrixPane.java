package distillery.view.digits;

import distillery.lab.Appearance;
import distillery.view.Assets;
import distillery.view.Palette;
import distillery.view.Role;
import distillery.view.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * A square of classes by classes: a row for each true class, a column for what a net says. Arrows lead through the cells, a
 * press or Enter opens one.
 */
final class MatrixPane extends Region {
    private static final double TEXT = 14;
    private static final double SMALLEST_EM = 13;
    private static final double HEAD_EM = 2.6;
    private static final double SIDE_EM = 1.4;
    private static final double SMALLEST_NUMBER = 7;
    private static final double MOST_COLOUR = 0.85;

    private final Appearance appearance;
    private final Texts texts;
    private final Consumer<Cell> open;
    private final Canvas canvas = new Canvas();
    private final ObjectProperty<@Nullable Matrix> matrix = new SimpleObjectProperty<>(this, "matrix");
    private int row;
    private int column;

    /** A cell by its true class and what is said. */
    record Cell(int label, int taken) {}

    /** What is painted. */
    interface Matrix {
        /** What it is called, and a second line. */
        String title();

        String subtitle();

        Role role();

        List<String> names();

        /** How strong a cell's colour is, −1 to 1; below 0 in the colour of less. */
        double strength(int label, int taken);

        /** The number in a cell; empty for none. */
        String number(int label, int taken);

        /** The cell in a sentence. */
        String spoken(int label, int taken);
    }

    MatrixPane(String id, Appearance appearance, Texts texts, Consumer<Cell> open) {
        this.appearance = appearance;
        this.texts = texts;
        this.open = open;
        setId(id);
        getStyleClass().add("matrix");
        canvas.setManaged(false);
        getChildren().add(canvas);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleHelpProperty().bind(texts.text("digits.matrix.help"));
        InvalidationListener repaint = cause -> setNeedsLayout(true);
        for (Observable cause : List.of(
                matrix,
                focusedProperty(),
                appearance.lookProperty(),
                appearance.languageProperty(),
                appearance.textScaleProperty())) {
            cause.addListener(repaint);
        }
        setOnMouseMoved(mouse -> lead(mouse.getX(), mouse.getY()));
        setOnMousePressed(mouse -> {
            requestFocus();
            if (lead(mouse.getX(), mouse.getY())) {
                open.accept(new Cell(row, column));
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    ObjectProperty<@Nullable Matrix> matrixProperty() {
        return matrix;
    }

    private double em() {
        return TEXT * appearance.textScaleProperty().get();
    }

    private double cell(int classes) {
        double room = Math.min(getWidth() - SIDE_EM * em(), getHeight() - (HEAD_EM + SIDE_EM) * em());
        return Math.floor(Math.max(1, room / classes));
    }

    private boolean lead(double x, double y) {
        Matrix shown = matrix.get();
        if (shown == null) {
            return false;
        }
        int classes = shown.names().size();
        int across = (int) Math.floor((x - SIDE_EM * em()) / cell(classes));
        int down = (int) Math.floor((y - (HEAD_EM + SIDE_EM) * em()) / cell(classes));
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

    private void press(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        switch (key.getCode()) {
            case RIGHT -> go(row, column + 1);
            case LEFT -> go(row, column - 1);
            case DOWN -> go(row + 1, column);
            case UP -> go(row - 1, column);
            case ENTER, SPACE -> open.accept(new Cell(row, column));
            default -> {
                return;
            }
        }
        key.consume();
    }

    @Override
    protected double computeMinWidth(double height) {
        return SMALLEST_EM * em();
    }

    @Override
    protected double computeMinHeight(double width) {
        return (SMALLEST_EM + HEAD_EM) * em();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        Matrix shown = matrix.get();
        if (shown == null || getWidth() < 4 * em()) {
            setAccessibleText(texts.get("digits.loading"));
            return;
        }
        setAccessibleText(shown.title() + ". " + shown.spoken(row, column));
        paint(pen, Palette.of(appearance.lookProperty().get()), shown);
    }

    private void paint(GraphicsContext pen, Palette palette, Matrix shown) {
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setFont(Font.font(Assets.FONT_FAMILY, FontWeight.BOLD, 0.95 * em()));
        pen.setFill(palette.color(shown.role().color()));
        pen.fillText(shown.title(), SIDE_EM * em(), 0.6 * em(), getWidth() - SIDE_EM * em());
        pen.setFont(Font.font(Assets.FONT_FAMILY, 0.85 * em()));
        pen.setFill(palette.color("d-text-soft"));
        String below = isFocused() || isHover() ? shown.spoken(row, column) : shown.subtitle();
        pen.fillText(below, SIDE_EM * em(), 1.85 * em(), getWidth() - SIDE_EM * em());
        int classes = shown.names().size();
        double cell = cell(classes);
        double left = SIDE_EM * em();
        double top = (HEAD_EM + SIDE_EM) * em();
        pen.setTextAlign(TextAlignment.CENTER);
        for (int i = 0; i < classes; i++) {
            pen.fillText(shown.names().get(i), left + (i + 0.5) * cell, top - SIDE_EM * em() / 2, cell);
            pen.fillText(shown.names().get(i), left / 2, top + (i + 0.5) * cell, left);
        }
        for (int i = 0; i < classes * classes; i++) {
            paintCell(pen, palette, shown, i / classes, i % classes, left, top, cell);
        }
        if (isFocused() || isHover()) {
            pen.setStroke(palette.color("d-focus"));
            pen.setLineWidth(2 * palette.thickness());
            pen.strokeRect(left + column * cell, top + row * cell, cell, cell);
        }
    }

    private static void paintCell(
            GraphicsContext pen,
            Palette palette,
            Matrix shown,
            int label,
            int taken,
            double left,
            double top,
            double cell) {
        double strength = shown.strength(label, taken);
        Color color = palette.color(strength < 0 ? "d-up" : label == taken ? "d-teacher" : "d-hot");
        Color filled = palette.color("d-hollow").interpolate(color, MOST_COLOUR * Math.min(1, Math.abs(strength)));
        double x = left + taken * cell;
        double y = top + label * cell;
        pen.setFill(filled);
        pen.fillRect(x, y, cell - 1, cell - 1);
        String number = shown.number(label, taken);
        double size = Math.min(0.5 * cell, 1.9 * cell / Math.max(2.5, number.length()));
        if (size >= SMALLEST_NUMBER && !number.isEmpty()) {
            pen.setFont(Font.font(Assets.FONT_FAMILY, size));
            pen.setFill(ink(filled, palette));
            pen.fillText(number, x + (cell - 1) / 2, y + (cell - 1) / 2, cell - 2);
        }
    }

    /** The darker or lighter of two inks, whichever stands out more. */
    private static Color ink(Color paper, Palette palette) {
        Color text = palette.color("d-text");
        Color card = palette.color("d-card");
        return distance(paper, text) >= distance(paper, card) ? text : card;
    }

    private static double distance(Color a, Color b) {
        return Math.abs(luminance(a) - luminance(b));
    }

    private static double luminance(Color color) {
        return Math.sqrt(0.2126 * Math.pow(color.getRed(), 2.2)
                + 0.7152 * Math.pow(color.getGreen(), 2.2)
                + 0.0722 * Math.pow(color.getBlue(), 2.2));
    }
}
