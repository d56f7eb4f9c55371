package distillery.view.explore;

import distillery.lab.example.ClassLogits;
import distillery.lab.example.TeacherOrStudent;
import distillery.lab.explore.ExploreModel;
import distillery.lab.explore.ExploreReading;
import distillery.view.NumberSpinner;
import distillery.view.Numbers;
import distillery.view.Texts;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * One side's probability of one class: a bar that grows away from the gutter, its percentage beyond its end or, where there
 * is no room, before it, the ghost of T = 1 behind it, and the logit below. Dragging the bar outwards raises the logit.
 */
final class ProbabilityBar extends Region {
    private static final NumberSpinner.Range LOGITS =
            new NumberSpinner.Range(-ClassLogits.LARGEST_LOGIT, ClassLogits.LARGEST_LOGIT, 0.1, 0.01);

    /** How far a drag may go; typing may go further. */
    private static final double DRAG_BOUND = 20;

    /** How far the mouse moves for one step of the logit. */
    private static final double STEP_PIXELS = 3;

    private final TeacherOrStudent side;
    private final int index;
    private final ExploreModel model;
    private final Texts texts;
    private final Region ghost = new Region();
    private final Region bar = new Region();
    private final Region handle = new Region();
    private final Label percent = new Label();
    private final NumberSpinner logit;
    private final HBox logitLine;
    private double probability;
    private double ghostProbability;
    private ProbabilityAxis axis = ProbabilityAxis.LINEAR;
    private double pressedAt;
    private double pressedLogit;
    private double barHeight;
    private double beyond;

    ProbabilityBar(TeacherOrStudent side, int index, ExploreModel model, Texts texts) {
        this.side = side;
        this.index = index;
        this.model = model;
        this.texts = texts;
        String name = side.name().toLowerCase(Locale.ROOT);
        logit = new NumberSpinner(
                LOGITS, 0, texts, ProbabilityBar::printed, value -> model.setLogit(side, index, value));
        logit.getStyleClass().add("logit");
        logit.getEditor().setPrefColumnCount(4);
        logit.setId("explore-logit-" + name + "-" + index);
        Label symbol = new Label("z =");
        symbol.getStyleClass().add("quiet");
        logitLine = new HBox(symbol, logit);
        logitLine.getStyleClass().add("logit-line");
        percent.setId("explore-percent-" + name + "-" + index);
        percent.getStyleClass().addAll("percent", name);
        bar.setId("explore-bar-" + name + "-" + index);
        bar.getStyleClass().addAll("bar", name);
        handle.getStyleClass().add("handle");
        handle.setMouseTransparent(true);
        ghost.getStyleClass().addAll("ghost", name);
        ghost.setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().setAll(bar, ghost, handle, percent, logitLine);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text("explore.bar.tip"));
        Tooltip.install(this, tooltip);
        setCursor(Cursor.H_RESIZE);
        logitLine.setCursor(Cursor.DEFAULT);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
    }

    void show(ExploreReading reading, ProbabilityAxis shownOn) {
        probability = reading.probabilities(side).get(index);
        ghostProbability = reading.probabilitiesAtOne(side).get(index);
        axis = shownOn;
        String share = Numbers.percent(probability);
        percent.setText(share);
        logit.show(reading.example().classes().get(index).logit(side));
        String key = side == TeacherOrStudent.TEACHER ? "explore.bar.teacher" : "explore.bar.student";
        String name = ClassLooks.name(reading, index, texts);
        setAccessibleText(texts.get(key, name, share));
        String logitKey = side == TeacherOrStudent.TEACHER ? "explore.logit.teacher" : "explore.logit.student";
        logit.setAccessibleText(texts.get(logitKey, name));
        ghost.setVisible(reading.temperature() != 1);
        requestLayout();
    }

    /** How thick the bar is, and how much of the width a full one leaves free. */
    void setShape(double thickness, double room) {
        barHeight = thickness;
        beyond = room;
        requestLayout();
    }

    double logitHeight() {
        return logitLine.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double full = Math.max(0, getWidth() - beyond);
        double length = snapSizeX(full * axis.length(probability));
        place(bar, 0, length, 0, barHeight);
        place(ghost, 0, snapSizeX(full * axis.length(ghostProbability)), 0, barHeight);
        double grip = Math.max(3, barHeight / 14);
        handle.setVisible(length > 4 * grip);
        place(handle, length - 2 * grip, grip, barHeight * 0.3, barHeight * 0.4);
        percent.autosize();
        double height = percent.getHeight();
        double width = percent.getWidth();
        boolean outside = length + beyond + width <= getWidth();
        double from = outside ? length + beyond : Math.max(0, length - 3 * grip - width);
        place(percent, from, width, (barHeight - height) / 2, height);
        logitLine.autosize();
        place(logitLine, 0, logitLine.getWidth(), barHeight, logitLine.getHeight());
    }

    /** Puts a child at a distance from the gutter, which is on the right for the teacher and on the left for the student. */
    private void place(Region child, double fromGutter, double width, double y, double height) {
        double x = side == TeacherOrStudent.TEACHER ? getWidth() - fromGutter - width : fromGutter;
        child.resizeRelocate(x, y, width, height);
    }

    private void press(MouseEvent mouse) {
        pressedAt = mouse.getX();
        pressedLogit = logit.getValue();
    }

    private void drag(MouseEvent mouse) {
        double outwards = side == TeacherOrStudent.TEACHER ? pressedAt - mouse.getX() : mouse.getX() - pressedAt;
        double step = mouse.isShiftDown() ? LOGITS.fineStep() : LOGITS.step();
        double dragged = LOGITS.moved(pressedLogit, outwards * step / STEP_PIXELS, step);
        model.setLogit(side, index, Math.max(-DRAG_BOUND, Math.min(DRAG_BOUND, dragged)));
    }

    /** A logit with one decimal, if that says it all, or two. */
    private static String printed(double logit) {
        boolean tenths = Math.abs(logit * 10 - Math.rint(logit * 10)) < 1e-9;
        return Numbers.signed(logit, tenths ? 1 : 2);
    }
}
