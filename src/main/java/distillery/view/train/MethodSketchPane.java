package distillery.view.train;

import distillery.lab.Appearance;
import distillery.lab.train.TrainModel;
import distillery.view.Assets;
import distillery.view.PaintedPane;
import distillery.view.Palette;
import distillery.view.Texts;
import distillery.view.train.MethodSketch.Box;
import distillery.view.train.MethodSketch.Line;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** A small drawing of what the chosen method compares. It takes the same room for every method, so that nothing moves. */
final class MethodSketchPane extends PaintedPane {
    private static final double HEIGHT_EM = 11;
    private static final double LARGEST_TEXT_EM = 0.78;
    private static final double HEAD = 5;

    private final TrainModel model;
    private final Texts texts;

    MethodSketchPane(TrainModel model, Appearance appearance, Texts texts) {
        super(appearance);
        this.model = model;
        this.texts = texts;
        setId("train-method-sketch");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty().bind(texts.live(this::spoken, model.settingsProperty()));
        model.settingsProperty()
                .map(now -> List.of(now.method(), now.teacher().layers(), now.student()))
                .subscribe(now -> requestLayout()); // other nets or methods, not every move of a slider
    }

    private String spoken() {
        return texts.paragraph(MethodSketches.of(model.settings(), texts).words());
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT_EM * em();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void paint(GraphicsContext pen, Palette palette) {
        MethodSketch sketch = MethodSketches.of(model.settings(), texts);
        sketch.lines().forEach(line -> paint(line, pen, palette));
        sketch.boxes().forEach(box -> paint(box, pen, palette));
    }

    private void paint(Box box, GraphicsContext pen, Palette palette) {
        double width = box.width() * getWidth();
        double height = box.height() * getHeight();
        double left = Math.rint(box.left() * getWidth()) + 0.5;
        double top = Math.rint((box.y() - box.height() / 2) * getHeight()) + 0.5;
        if (box.framed()) {
            pen.setFill(palette.color("d-field"));
            pen.fillRect(left, top, width, height);
            pen.setStroke(palette.color(box.color()));
            pen.setLineWidth(palette.thickness());
            pen.setLineDashes();
            pen.strokeRect(left, top, width, height);
        }
        double size = Math.min(LARGEST_TEXT_EM * em(), height * 0.86);
        pen.setFont(Font.font(Assets.FONT_FAMILY, size));
        pen.setFill(palette.color(box.framed() ? "d-text" : box.color()));
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.CENTER);
        pen.fillText(box.text(), left + width / 2, top + height / 2, Math.max(1, width - 4));
    }

    private void paint(Line line, GraphicsContext pen, Palette palette) {
        double[] at = new double[line.corners().size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = line.corners().get(i) * (i % 2 == 0 ? getWidth() : getHeight());
        }
        pen.setStroke(palette.color(line.own() ? "d-hot" : "d-text-soft"));
        pen.setFill(palette.color(line.own() ? "d-hot" : "d-text-soft"));
        pen.setLineWidth((line.own() ? 2 : 1) * palette.thickness());
        pen.setLineDashes(line.own() ? new double[0] : palette.dashes(4, 3));
        for (int i = 2; i < at.length; i += 2) {
            pen.strokeLine(at[i - 2], at[i - 1], at[i], at[i + 1]);
        }
        int end = at.length - 2;
        pen.setLineDashes();
        head(pen, at[end - 2], at[end - 1], at[end], at[end + 1], palette.thickness());
        if (line.back()) {
            head(pen, at[2], at[3], at[0], at[1], palette.thickness());
        }
    }

    private static void head(GraphicsContext pen, double fromX, double fromY, double x, double y, double scale) {
        double length = Math.max(1e-9, Math.hypot(x - fromX, y - fromY));
        double alongX = (x - fromX) / length * HEAD * scale;
        double alongY = (y - fromY) / length * HEAD * scale;
        pen.fillPolygon(
                new double[] {x, x - 1.6 * alongX - 0.8 * alongY, x - 1.6 * alongX + 0.8 * alongY},
                new double[] {y, y - 1.6 * alongY + 0.8 * alongX, y - 1.6 * alongY - 0.8 * alongX},
                3);
    }
}
