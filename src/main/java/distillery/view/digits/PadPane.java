package distillery.view.digits;

import distillery.lab.Appearance;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.InkImage;
import distillery.lab.digits.Pad;
import distillery.view.Palette;
import distillery.view.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * The square to draw on, with mouse, pen or finger, the right button or the pen's other end erasing; or with keys: arrows
 * lead a cursor, and while Space is held it draws.
 */
final class PadPane extends Region {
    private static final double SIDE_EM = 15;
    private static final double SMALLEST_EM = 11;
    private static final double TEXT = 14;
    /** How far an arrow leads the cursor: a pixel of what a net sees, with Shift a quarter. */
    private static final double STEP = 1.0 / 28;

    private final DigitsModel model;
    private final Appearance appearance;
    private final Canvas canvas = new Canvas();
    private final WritableImage image = new WritableImage(InkImage.SIDE, InkImage.SIDE);
    private final BooleanProperty erasing = new SimpleBooleanProperty(this, "erasing");
    private double x = 0.5;
    private double y = 0.5;
    private boolean byKeys;

    PadPane(DigitsModel model, Appearance appearance, Texts texts) {
        this.model = model;
        this.appearance = appearance;
        setId("digits-pad");
        getStyleClass().add("pad");
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
        setFocusTraversable(true);
        setCursor(Cursor.CROSSHAIR);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty().bind(texts.text("digits.pad"));
        accessibleHelpProperty().bind(texts.text("digits.pad.help"));
        model.pad().inkedProperty().addListener((property, before, now) -> paint());
        appearance.lookProperty().addListener((property, before, now) -> paint());
        focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                model.penUp(); // Space is let go of elsewhere
            }
            byKeys &= now;
            paint();
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, mouse -> {
            model.pad().penTo(mouse.getX() / side(), mouse.getY() / side());
            mouse.consume();
        });
        addEventHandler(MouseEvent.MOUSE_RELEASED, mouse -> model.penUp());
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        addEventHandler(KeyEvent.KEY_RELEASED, key -> {
            if (key.getCode() == KeyCode.SPACE) {
                model.penUp();
                key.consume();
            }
        });
    }

    /** Whether the pen takes ink away. */
    BooleanProperty erasingProperty() {
        return erasing;
    }

    private double side() {
        return Math.max(1, getWidth());
    }

    private void press(MouseEvent mouse) {
        requestFocus();
        byKeys = false;
        boolean rubber = mouse.getButton() == MouseButton.SECONDARY;
        model.penDown(rubber || erasing.get(), mouse.getX() / side(), mouse.getY() / side());
        mouse.consume();
    }

    private void press(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        double step = key.isShiftDown() ? STEP / 4 : STEP;
        switch (key.getCode()) {
            case LEFT -> lead(-step, 0);
            case RIGHT -> lead(step, 0);
            case UP -> lead(0, -step);
            case DOWN -> lead(0, step);
            case SPACE -> {
                byKeys = true;
                model.penDown(erasing.get(), x, y); // again and again while it is held: only the first counts
                paint();
            }
            case DELETE, BACK_SPACE -> model.clear();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void lead(double right, double down) {
        byKeys = true;
        x = Math.max(0, Math.min(1, x + right));
        y = Math.max(0, Math.min(1, y + down));
        model.pad().penTo(x, y);
        paint();
    }

    private double em() {
        return TEXT * appearance.textScaleProperty().get();
    }

    @Override
    protected double computePrefWidth(double height) {
        return SIDE_EM * em();
    }

    @Override
    protected double computePrefHeight(double width) {
        return width > 0 ? width : SIDE_EM * em();
    }

    @Override
    protected double computeMinHeight(double width) {
        return width > 0 ? width : SMALLEST_EM * em();
    }

    @Override
    protected double computeMinWidth(double height) {
        return SMALLEST_EM * em();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    private void paint() {
        Pad pad = model.pad();
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.drawImage(InkPicture.draw(pad.image().ink(), image), 0, 0, side(), side());
        if (isFocused() && byKeys) {
            Palette palette = Palette.of(appearance.lookProperty().get());
            double radius = Math.max(4, model.brushProperty().get() * side() / 2);
            pen.setStroke(palette.color(pad.isDrawing() ? "d-distilled" : "d-focus"));
            pen.setLineWidth(2 * palette.thickness());
            pen.strokeOval(x * side() - radius, y * side() - radius, 2 * radius, 2 * radius);
        }
    }
}
