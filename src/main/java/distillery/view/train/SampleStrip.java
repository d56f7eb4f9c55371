package distillery.view.train;

import distillery.lab.Appearance;
import distillery.lab.train.BatchSample;
import distillery.lab.train.TrainModel;
import distillery.view.Numbers;
import distillery.view.PaintedPane;
import distillery.view.Palette;
import distillery.view.Texts;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;

/**
 * Samples of the batch one below the other, as many as there is room for, each with the bars of teacher and student.
 * Arrow keys, Page Up and Page Down, Home and End, or the wheel go through the batch.
 */
final class SampleStrip extends PaintedPane {
    private static final double ROW_EM = 5;
    private static final double TALLEST_EM = 6.5;
    private static final double WHEEL_ROW = 40;

    private final TrainModel model;
    private final Texts texts;
    private int first;

    SampleStrip(TrainModel model, Appearance appearance, Texts texts) {
        super(appearance);
        atLeast(0, 2 * ROW_EM);
        this.model = model;
        this.texts = texts;
        setId("train-samples");
        getStyleClass().add("samples");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty().bind(texts.live(this::spoken, model.batchProperty()));
        accessibleHelpProperty().bind(texts.text("train.samples.help"));
        repaintAfter(model.batchProperty());
        setOnMousePressed(press -> requestFocus());
        setOnScroll(wheel -> go(first - (int) Math.signum(Math.rint(wheel.getDeltaY() / WHEEL_ROW))));
        onKeys(this::press);
    }

    private int room() {
        return Math.max(1, (int) (getHeight() / (ROW_EM * em())));
    }

    private void go(int index) {
        int last = Math.max(0, model.batchProperty().get().size() - room());
        first = Math.max(0, Math.min(last, index));
        setNeedsLayout(true);
    }

    private boolean press(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> go(first + 1);
            case UP -> go(first - 1);
            case PAGE_DOWN -> go(first + room());
            case PAGE_UP -> go(first - room());
            case HOME -> go(0);
            case END -> go(Integer.MAX_VALUE);
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    protected void paint(GraphicsContext pen, Palette palette) {
        List<BatchSample> samples = model.batchProperty().get();
        if (samples.isEmpty() || getWidth() < em()) {
            return;
        }
        int shown = Math.min(room(), samples.size());
        int from = Math.min(first, samples.size() - shown);
        double height = Math.min(TALLEST_EM * em(), getHeight() / room());
        SamplePainter brush = new SamplePainter(pen, palette, em());
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
