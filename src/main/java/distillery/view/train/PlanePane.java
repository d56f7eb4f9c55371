package distillery.view.train;

import distillery.data.PlanePoint;
import distillery.lab.Appearance;
import distillery.lab.train.PlaneModel;
import distillery.lab.train.PlaneSight;
import distillery.lab.train.TrainModel;
import distillery.train.PlaneAnswers;
import distillery.view.PaintedPane;
import distillery.view.Palette;
import distillery.view.Texts;
import distillery.view.train.PlanePainter.Square;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * What teacher and student think all over the plane, side by side or one above the other. A click adds a point of the chosen
 * class, with Shift it removes the nearest; arrow keys move a cross, Enter adds there, Delete removes, digits choose the
 * class.
 */
final class PlanePane extends PaintedPane {
    /** What is on show. */
    enum Page {
        BOTH,
        DIFFERENCE
    }

    private static final double LEAST_EM = 12;
    private static final double TITLE_EM = 1.3;
    private static final double GAP_EM = 0.5;
    private static final double BARS_EM = 5;
    private static final double STEP = 0.05;

    private final TrainModel model;
    private final PlaneModel plane;
    private final Texts texts;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.BOTH);
    private final IntegerProperty label = new SimpleIntegerProperty(this, "label");
    private final DoubleProperty across = new SimpleDoubleProperty(this, "across");
    private final DoubleProperty up = new SimpleDoubleProperty(this, "up");
    private final StringBinding words;
    private List<Square> squares = List.of();

    PlanePane(TrainModel model, Appearance appearance, Texts texts) {
        super(appearance);
        atLeast(0, LEAST_EM);
        this.model = model;
        this.plane = model.plane();
        this.texts = texts;
        setId("train-plane-pane");
        getStyleClass().add("samples");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        PlaneWords say = new PlaneWords(model, texts);
        words = texts.live(
                () -> say.at(across.get(), up.get()),
                plane.sightProperty(),
                model.viewingProperty(),
                model.settingsProperty(),
                across,
                up);
        accessibleTextProperty().bind(words);
        accessibleHelpProperty().bind(texts.text("train.plane.help"));
        repaintAfter(plane.sightProperty(), model.settingsProperty(), model.viewingProperty(), page, across, up);
        setOnMouseMoved(this::point);
        setOnMouseClicked(this::click);
        onKeys(this::press);
    }

    /** What teacher and student think where the cross is. */
    StringBinding words() {
        return words;
    }

    ObjectProperty<Page> pageProperty() {
        return page;
    }

    /** The class of the next point. */
    IntegerProperty labelProperty() {
        return label;
    }

    private void point(MouseEvent mouse) {
        for (Square square : squares) {
            if (square.holds(mouse.getX(), mouse.getY())) {
                move(square.across(mouse.getX()), square.up(mouse.getY()));
            }
        }
    }

    private void move(double x, double y) {
        across.set(Math.max(-PlanePoint.REACH, Math.min(PlanePoint.REACH, x)));
        up.set(Math.max(-PlanePoint.REACH, Math.min(PlanePoint.REACH, y)));
    }

    private void click(MouseEvent mouse) {
        requestFocus();
        boolean inside = squares.stream().anyMatch(square -> square.holds(mouse.getX(), mouse.getY()));
        if (inside && mouse.isStillSincePress() && mouse.getButton() == MouseButton.PRIMARY) {
            point(mouse);
            if (mouse.isShiftDown()) {
                plane.remove(across.get(), up.get());
            } else {
                plane.add(across.get(), up.get(), label.get());
            }
        }
    }

    private boolean press(KeyEvent key) {
        double step = key.isShiftDown() ? 4 * STEP : STEP;
        switch (key.getCode()) {
            case RIGHT, KP_RIGHT -> move(across.get() + step, up.get());
            case LEFT, KP_LEFT -> move(across.get() - step, up.get());
            case UP, KP_UP -> move(across.get(), up.get() + step);
            case DOWN, KP_DOWN -> move(across.get(), up.get() - step);
            case ENTER, SPACE -> plane.add(across.get(), up.get(), label.get());
            case DELETE, BACK_SPACE -> plane.remove(across.get(), up.get());
            default -> {
                return choose(key);
            }
        }
        return true;
    }

    /** A digit names a class, from 1. */
    private boolean choose(KeyEvent key) {
        if (!key.getCode().isDigitKey()) {
            return false;
        }
        int named = Character.digit(key.getCode().getChar().charAt(0), 10) - 1;
        int classes = plane.settings().map(settings -> settings.classes()).orElse(0);
        if (named >= 0 && named < classes) {
            label.set(named);
        }
        return true;
    }

    @Override
    protected void paint(GraphicsContext pen, Palette palette) {
        PlaneSight sight = plane.sightProperty().get();
        squares = List.of();
        if (sight != null && getWidth() > em()) {
            squares = squares();
            paint(pen, palette, sight);
        }
    }

    /** As large as they can be, side by side or stacked. */
    private List<Square> squares() {
        int count = page.get() == Page.BOTH ? 2 : 1;
        double gap = GAP_EM * em();
        double title = TITLE_EM * em();
        double height = getHeight() - BARS_EM * em();
        double beside = Math.min((getWidth() - (count - 1) * gap) / count, height - title);
        double stacked = Math.min(getWidth(), (height - (count - 1) * gap) / count - title);
        boolean below = stacked > beside;
        double side = Math.floor(Math.max(1, Math.max(stacked, beside)));
        double wide = below ? side : count * side + (count - 1) * gap;
        double left = Math.floor(Math.max(0, (getWidth() - wide) / 2));
        List<Square> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            found.add(new Square(
                    left + (below ? 0 : i * (side + gap)), title + (below ? i * (side + title + gap) : 0), side));
        }
        return found;
    }

    private void paint(GraphicsContext pen, Palette palette, PlaneSight sight) {
        PlanePainter brush = new PlanePainter(pen, palette, em());
        PlaneAnswers answers = sight.answers();
        int cells = answers.grid().cells();
        int classes = answers.grid().classes();
        double temperature = model.viewingProperty().get();
        double[] taught = sight.everywhere(true, temperature);
        double[] said = sight.everywhere(false, temperature);
        if (page.get() == Page.BOTH) {
            brush.title(texts.get("train.teacher-bar"), "d-teacher", squares.get(0));
            brush.shares(taught, sight.teacherFirst(), cells, classes, squares.get(0));
            String arm = ArmWords.role(answers.arm().role()).id();
            brush.title(ArmWords.of(answers.arm(), texts), "d-" + arm, squares.get(1));
            brush.shares(said, sight.studentFirst(), cells, classes, squares.get(1));
        } else {
            brush.title(texts.get("train.plane.page.difference"), "d-text", squares.get(0));
            brush.difference(taught, said, sight.teacherFirst(), cells, classes, squares.get(0));
        }
        List<PlaneSight.Shown> points = sight.points(model.settings());
        for (Square square : squares) {
            brush.points(points, square);
            brush.cross(across.get(), up.get(), square);
        }
        Square last = squares.get(squares.size() - 1);
        double top = last.top() + last.side() + GAP_EM * em();
        new SamplePainter(pen, palette, em())
                .bars(
                        new PlaneWords(model, texts).sample(sight, across.get(), up.get()),
                        0,
                        top,
                        getWidth(),
                        (BARS_EM - 1) * em());
    }
}
