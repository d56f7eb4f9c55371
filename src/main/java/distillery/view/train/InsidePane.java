package distillery.view.train;

import distillery.lab.Appearance;
import distillery.lab.train.InsideSight;
import distillery.lab.train.TrainModel;
import distillery.method.MethodPicture.Patterns;
import distillery.view.PaintedPane;
import distillery.view.Palette;
import distillery.view.Texts;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;

/**
 * What the method of the run compares inside teacher and student, as a picture of one sample or of the whole batch. Arrow
 * keys, Home and End, or the wheel choose the sample.
 */
final class InsidePane extends PaintedPane {
    private static final double LEAST_EM = 10;
    private static final double TITLE_EM = 1.3;
    private static final double GAP_EM = 0.5;
    private static final double THUMB_EM = 3.2;
    private static final double WHEEL_ROW = 40;
    /** Of more pairs of maps those next to the outputs are shown. */
    private static final int MOST_PARTS = 3;

    private final TrainModel model;
    private final Texts texts;
    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen");
    private final StringBinding words;

    InsidePane(TrainModel model, Appearance appearance, Texts texts) {
        super(appearance);
        atLeast(0, LEAST_EM);
        this.model = model;
        this.texts = texts;
        setId("train-inside");
        getStyleClass().add("samples");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        words = texts.live(this::say, model.inside().sightProperty(), chosen);
        accessibleTextProperty().bind(words);
        accessibleHelpProperty().bind(texts.text("train.inside.help"));
        repaintAfter(model.inside().sightProperty(), chosen);
        setOnMousePressed(press -> requestFocus());
        setOnScroll(wheel -> go(chosen.get() - (int) Math.signum(Math.rint(wheel.getDeltaY() / WHEEL_ROW))));
        onKeys(this::press);
    }

    /** What is seen, as a sentence. */
    StringBinding words() {
        return words;
    }

    private String say() {
        InsideSight sight = model.inside().sightProperty().get();
        return sight == null ? texts.get("train.inside.none") : InsideWords.of(sight, row(sight), texts);
    }

    private int row(InsideSight sight) {
        return Math.min(chosen.get(), sight.rows() - 1);
    }

    private void go(int index) {
        InsideSight sight = model.inside().sightProperty().get();
        if (sight != null) {
            chosen.set(Math.max(0, Math.min(sight.rows() - 1, index)));
        }
    }

    private boolean press(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN, RIGHT -> go(chosen.get() + 1);
            case UP, LEFT -> go(chosen.get() - 1);
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
        InsideSight sight = model.inside().sightProperty().get();
        if (sight != null && getWidth() > em()) {
            paint(pen, palette, sight);
        }
    }

    private void paint(GraphicsContext pen, Palette palette, InsideSight sight) {
        InsidePainter brush = new InsidePainter(pen, palette, em(), sight, row(sight));
        int parts = Math.min(MOST_PARTS, sight.parts().size());
        double gap = GAP_EM * em();
        double title = TITLE_EM * em();
        double top = 0;
        if (sight.parts().get(0) instanceof Patterns) {
            brush.digit(0, 0, THUMB_EM * em());
            top = THUMB_EM * em() + gap;
        }
        double height = getHeight() - top;
        double beside = Math.min((getWidth() - gap) / 2, (height - title) / parts - gap);
        double stacked = parts == 1 ? Math.min(getWidth(), height / 2 - title) : 0;
        boolean below = stacked > beside;
        double side = Math.floor(Math.max(1, below ? stacked : beside));
        for (boolean teacher : new boolean[] {true, false}) {
            double x = teacher || below ? 0 : side + gap;
            double y = top + (teacher || !below ? 0 : side + title);
            brush.title(texts.get(teacher ? "train.teacher-bar" : "train.sketch.student"), teacher, x, y, side);
            for (int i = 0; i < parts; i++) {
                brush.paint(sight.parts().get(i), teacher, x, y + title + i * (side + gap), side);
            }
        }
    }
}
