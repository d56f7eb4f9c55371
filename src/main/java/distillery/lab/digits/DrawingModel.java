package distillery.lab.digits;

import distillery.data.Agreed;
import distillery.data.Failure;
import distillery.data.Problem;
import distillery.lab.BackgroundWriter;
import distillery.lab.Messages;
import distillery.lab.Workers;
import java.nio.file.Path;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Drawing on the pad, and the drawings that are kept. Whoever draws sees the drawing, not a test digit. */
public final class DrawingModel {
    private final Pad pad = new Pad();
    private final ObservableList<KeptDrawing> kept = FXCollections.observableArrayList();
    private final DoubleProperty brush = new SimpleDoubleProperty(this, "brush", DigitsSettings.FIRST.brush());
    private final IntegerProperty digit;
    private final Workers workers;
    private final BackgroundWriter saving;
    private final Messages messages;
    private Runnable finished = () -> {};

    /** A pad whose drawing is shown once {@code digit} is -1. */
    DrawingModel(IntegerProperty digit, Workers workers, BackgroundWriter saving, Messages messages) {
        this.digit = digit;
        this.workers = workers;
        this.saving = saving;
        this.messages = messages;
    }

    public Pad pad() {
        return pad;
    }

    /** Drawings that were kept, the newest last. */
    public ObservableList<KeptDrawing> kept() {
        return kept;
    }

    /** Width of the pen, as a share of the pad's side. */
    public DoubleProperty brushProperty() {
        return brush;
    }

    /** Told after each stroke: what comes next is to be undone by itself. */
    public void onStroke(Runnable told) {
        finished = told;
    }

    /** Puts the pen down: from here on the drawing is shown. */
    public void penDown(boolean erasing, double x, double y) {
        digit.set(-1);
        if (pad.isFull()) {
            messages.warn(new Problem("digits.pad-full", PadDrawing.MOST_STROKES));
        }
        pad.penDown(brush.get(), erasing, x, y);
    }

    /** Lifts the pen. */
    public void penUp() {
        if (pad.isDrawing()) {
            pad.penUp();
            finished.run();
        }
    }

    /** Takes everything off the pad; that can be undone. */
    public void clear() {
        digit.set(-1);
        pad.clear();
        finished.run();
    }

    /** Puts a drawing on the pad in place of what is there; that can be undone. */
    public void take(PadDrawing drawing) {
        digit.set(-1);
        pad.drawingProperty().set(drawing);
        finished.run();
    }

    /** Keeps the drawing under a name. */
    public void keep(String name) {
        if (kept.size() == DigitsSettings.MOST_KEPT) {
            messages.warn(new Problem("digits.kept-full", DigitsSettings.MOST_KEPT));
        } else {
            kept.add(new KeptDrawing(name, pad.drawingProperty().get()));
        }
    }

    /** Puts a picture from a file on the pad; that can be undone. */
    public void open(Path picture) {
        workers.files().execute(() -> {
            try {
                PadDrawing drawing = PadPicture.read(picture);
                workers.window().execute(() -> take(drawing));
            } catch (Problem | RuntimeException | Error failed) {
                workers.window().execute(() -> messages.warn(Failure.of(failed)));
            }
        });
    }

    /** Writes a picture of the ink on the pad. */
    public void saveDrawing(Agreed file) {
        saving.write(file, PadPicture.content(pad.image().ink().clone(), InkImage.SIDE));
    }
}
