package distillery.view.train;

import distillery.lab.Appearance;
import distillery.lab.train.BatchSample;
import distillery.lab.train.TrainModel;
import distillery.view.Numbers;
import distillery.view.Palette;
import distillery.view.Texts;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * Samples of the batch one below the other, as many as there is room for, each with the bars of teacher and student.
 * Arrow keys, Page Up and Page Down, Home and End, or the wheel go through the batch.
 */
final class SampleStrip extends Region {
    private static final double TEXT = 14;
    private static final double ROW_EM = 5;
    private static final double TALLEST_EM = 6.5;
    private static final double WHEEL_ROW = 40;

    private final TrainModel model;
    private final Appearance appearance;
    private final Texts texts;
    private final Canvas canvas = new Canvas();
    private int first;

    SampleStrip(TrainModel model, Appearance appearance, Texts texts) {
        this.model = model;
        this.appearance = appearance;
        this.texts = texts;
        setId("train-samples");
        getStyleClass().add("samples");
        canvas.setManaged(false);
        getChildren().add(canvas);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty().bind(texts.live(this::spoken, model.batchProperty()));
        accessibleHelpProperty().bind(texts.text("train.samples.help"));
        repaintAfter(
                model.batchProperty(),
                appearance.lookProperty(),
                appearance.languageProperty(),
                appearance.textScaleProperty());
        setOnMousePressed(press -> requestFocus());
        setOnScroll(wheel -> go(first - (int) Math.signum(Math.rint(wheel.getDeltaY() / WHEEL_ROW))));
        setOnKeyPressed(this::press);
    }

    private double em() {
        return TEXT * appearance.textScaleProperty().get();
    }

    private int room() {
        return Math.max(1, (int) (getHeight() / (ROW_EM * em())));
    }

    private void repaintAfter(Observable... causes) {
        InvalidationListener repaint = cause -> setNeedsLayout(true);
        for (Observable cause : causes) {
            cause.addListener(repaint);
        }
    }

    private void go(int index) {
        int last = Math.max(0, model.batchProperty().get().size() - room());
        first = Math.max(0, Math.min(last, index));
        setNeedsLayout(true);
    }

    private void press(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        switch (key.getCode()) {
            case DOWN -> go(first + 1);
            case UP -> go(first - 1);
            case PAGE_DOWN -> go(first + room());
            case PAGE_UP -> go(first - room());
            case HOME -> go(0);
            case END -> go(Integer.MAX_VALUE);
            default -> {
                return;
            }
        }
        key.consume();
    }

    @Override
    protected double computeMinHeight(double width) {
        return 2 * ROW_EM * em();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        List<BatchSample> samples = model.batchProperty().get();
        if (samples.isEmpty() || getWidth() < em()) {
            return;
        }
        int shown = Math.min(room(), samples.size());
        int from = Math.min(first, samples.size() - shown);
        double height = Math.min(TALLEST_EM * em(), getHeight() / room());
        SamplePainter brush = new SamplePainter(
                canvas.getGraphicsContext2D(),
                Palette.of(appearance.lookProperty().get()),
                em());
        for (int i = 0; i < shown; i++) {
            brush.paint(
                    samples.get(from + i),
                    snappedLeftInset(),
                    i * height,
                    getWidth() - snappedLeftInset() - snappedRightInset(),
                    height);
        }
    }

    private String spoken() {
        List<BatchSample> samples = model.batchProperty().get();
        if (samples.isEmpty()) {
            return texts.get("train.batch.none");
        }
        BatchSample top = samples.get(0);
        return texts.get(
                "train.samples.spoken",
                samples.size(),
                top.labelName(),
                Numbers.percent(top.teacher()[top.label()]),
                Numbers.percent(top.student()[top.label()]));
    }
}
