package distillery.view.train;

import distillery.lab.train.BatchSample;
import distillery.view.Assets;
import distillery.view.Palette;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** Paints one sample: its picture, and for each class a solid bar of the teacher's and a hatched one of the student's. */
final class SamplePainter {
    /** Of more classes only the likeliest have bars. */
    static final int MOST_CLASSES = 10;

    private static final double HATCH = 4;

    private final GraphicsContext pen;
    private final Palette palette;
    private final double em;

    SamplePainter(GraphicsContext pen, Palette palette, double em) {
        this.pen = pen;
        this.palette = palette;
        this.em = em;
        pen.setImageSmoothing(false);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.BASELINE);
    }

    void paint(BatchSample sample, double left, double top, double width, double height) {
        double side = Math.floor(height - 0.9 * em);
        double y = Math.floor(top + 0.3 * em);
        if (sample.height() == 1) {
            paintPoint(sample, left, y, side);
        } else {
            paintPicture(sample, left, y, side);
        }
        pen.setStroke(palette.color("d-edge"));
        pen.setLineWidth(1);
        pen.strokeRect(left + 0.5, y + 0.5, side - 1, side - 1);
        paintBars(sample, left + side + 0.6 * em, y, width - side - 0.6 * em, side);
    }

    private void paintPicture(BatchSample sample, double left, double top, double side) {
        int width = sample.pixels().length / sample.height();
        WritableImage image = new WritableImage(width, sample.height());
        PixelWriter pixels = image.getPixelWriter();
        for (int i = 0; i < sample.pixels().length; i++) {
            pixels.setColor(i % width, i / width, Color.gray(1 - Math.max(0, Math.min(1, sample.pixels()[i]))));
        }
        double pixel = side / Math.max(width, sample.height());
        double across = pixel * width;
        double down = pixel * sample.height();
        pen.drawImage(image, left + (side - across) / 2, top + (side - down) / 2, across, down);
    }

    /** A point's coordinates as bars up and down from the middle. */
    private void paintPoint(BatchSample sample, double left, double top, double side) {
        double step = (side - 4) / sample.pixels().length;
        pen.setFill(palette.color("d-text-soft"));
        for (int i = 0; i < sample.pixels().length; i++) {
            double size = Math.max(-1, Math.min(1, sample.pixels()[i] / 3)) * side / 2;
            pen.fillRect(
                    left + 2 + i * step, top + side / 2 - Math.max(0, size), Math.max(1, step - 1), Math.abs(size));
        }
    }

    /** Nothing but its bars. */
    void bars(BatchSample sample, double left, double top, double width, double height) {
        paintBars(sample, left, top, width, height);
    }

    private void paintBars(BatchSample sample, double left, double top, double width, double height) {
        int[] classes = sample.mostLikely(MOST_CLASSES);
        double names = 1.05 * em;
        double floor = Math.floor(top + height - names);
        double step = width / classes.length;
        double bar = Math.max(2, Math.min(1.4 * em, Math.floor(step * 0.42)));
        pen.setStroke(palette.color("d-line"));
        pen.strokeLine(left, floor + 0.5, left + width, floor + 0.5);
        for (int place = 0; place < classes.length; place++) {
            int i = classes[place];
            double middle = Math.floor(left + (place + 0.5) * step);
            double teacher = sample.teacher()[i] * (floor - top);
            double student = sample.student()[i] * (floor - top);
            pen.setFill(palette.color("d-teacher"));
            pen.fillRect(middle - bar, floor - teacher, bar, teacher);
            pen.setFill(palette.color("d-distilled"));
            pen.fillRect(middle, floor - student, bar, student);
            hatch(middle, floor - student, bar, student);
            boolean right = i == sample.label();
            pen.setFont(Font.font(Assets.FONT_FAMILY, right ? FontWeight.BOLD : FontWeight.NORMAL, 0.78 * em));
            pen.setFill(palette.color(right ? "d-text" : "d-text-faint"));
            pen.fillText(sample.names().get(i), middle, top + height - 0.1 * em);
            if (right) {
                pen.fillRect(middle - 0.3 * em, top + height - 1, 0.6 * em, 1.5);
            }
        }
    }

    /** Slanted lines: colour is never the only difference. */
    private void hatch(double left, double top, double width, double height) {
        if (height < 2) {
            return;
        }
        pen.setStroke(palette.color("d-hatch"));
        // Each line is cut to the bar here: a clip for each bar would cost more than the rest of the picture.
        for (double low = top; low < top + height + width; low += HATCH) {
            double start = Math.max(0, low - top - height);
            double end = Math.min(width, low - top);
            pen.strokeLine(left + start, low - start, left + end, low - end);
        }
    }
}
