package distillery.view.digits;

import distillery.lab.Appearance;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.InkImage;
import distillery.lab.digits.Pad;
import distillery.view.PaintedPane;
import distillery.view.Palette;
import distillery.view.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * The square to draw on, with mouse, pen or finger, the right button or the pen's other end erasing; or with keys: arrows
 * lead a cursor, and while Space is held it draws.
 */
final class PadPane extends PaintedPane {
    private static final double SIDE_EM = 15;
    private static final double SMALLEST_EM = 11;
    /** Alone in its line it would be higher than the window. */
    private static final double LARGEST_EM = 20;
    /** How far an arrow leads the cursor: a pixel of what a net sees, with Shift a quarter. */
    private static final double STEP = 1.0 / 28;

    private final DigitsModel model;
    private final WritableImage image = new WritableImage(InkImage.SIDE, InkImage.SIDE);
    private final BooleanProperty erasing = new SimpleBooleanProperty(this, "erasing");
    private double x = 0.5;
    private double y = 0.5;
    private boolean byKeys;

    PadPane(DigitsModel model, Appearance appearance, Texts texts) {
        super(appearance);
        this.model = model;
        setId("digits-pad");
        getStyleClass().add("pad");
        setFocusTraversable(true);
        setCursor(Cursor.CROSSHAIR);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty().bind(texts.text("digits.pad"));
        accessibleHelpProperty().bind(texts.text("digits.pad.help"));
        repaintAfter(model.drawing().pad().inkedProperty(), focusedProperty());
        focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                model.drawing().penUp(); // Space is let go of elsewhere
            }
            byKeys &= now;
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, mouse -> {
            model.drawing().pad().penTo(mouse.getX() / side(), mouse.getY() / side());
            mouse.consume();
        });
        addEventHandler(MouseEvent.MOUSE_RELEASED, mouse -> model.drawing().penUp());
        onKeys(this::press);
        addEventHandler(KeyEvent.KEY_RELEASED, key -> {
            if (key.getCode() == KeyCode.SPACE) {
                model.drawing().penUp();
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
        model.drawing().penDown(rubber || erasing.get(), mouse.getX() / side(), mouse.getY() / side());
        mouse.consume();
    }

    private boolean press(KeyEvent key) {
        double step = key.isShiftDown() ? STEP / 4 : STEP;
        switch (key.getCode()) {
            case LEFT -> lead(-step, 0);
            case RIGHT -> lead(step, 0);
            case UP -> lead(0, -step);
            case DOWN -> lead(0, step);
            case SPACE -> {
                byKeys = true;
                model.drawing().penDown(erasing.get(), x, y); // again and again while it is held: only the first counts
                setNeedsLayout(true);
            }
            case DELETE, BACK_SPACE -> model.drawing().clear();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void lead(double right, double down) {
        byKeys = true;
        x = Math.max(0, Math.min(1, x + right));
        y = Math.max(0, Math.min(1, y + down));
        model.drawing().pad().penTo(x, y);
        setNeedsLayout(true);
    }

    /** A square: how high depends on how wide. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return SIDE_EM * em();
    }

    @Override
    protected double computePrefHeight(double width) {
        return width > 0 ? Math.min(width, LARGEST_EM * em()) : SIDE_EM * em();
    }

    @Override
    protected double computeMinHeight(double width) {
        return width > 0 ? Math.min(width, LARGEST_EM * em()) : SMALLEST_EM * em();
    }

    @Override
    protected double computeMaxWidth(double height) {
        return LARGEST_EM * em();
    }

    @Override
    protected double computeMinWidth(double height) {
        return SMALLEST_EM * em();
    }

    @Override
    protected void paint(GraphicsContext pen, Palette palette) {
        Pad pad = model.drawing().pad();
        pen.drawImage(InkPicture.draw(pad.image().ink(), image), 0, 0, side(), side());
        if (isFocused() && byKeys) {
            double radius = Math.max(4, model.drawing().brushProperty().get() * side() / 2);
            pen.setStroke(palette.color(pad.isDrawing() ? "d-distilled" : "d-focus"));
            pen.setLineWidth(2 * palette.thickness());
            pen.strokeOval(x * side() - radius, y * side() - radius, 2 * radius, 2 * radius);
        }
    }
}
