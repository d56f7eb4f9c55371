package distillery.view.digits;

import distillery.data.Samples;
import distillery.lab.digits.DigitMap;
import distillery.view.Assets;
import distillery.view.Palette;
import distillery.view.explore.ClassLooks;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** Paints test digits in a plane: each by its own sign, so that colour is never alone. */
record HiddenPlanePainter(GraphicsContext pen, Palette palette, double em, DigitMap map) {
    static final double RING_EM = 0.75;
    private static final double POINT_EM = 0.68;

    void points(PlaneScale scale) {
        Samples test = map.panel().test();
        pen.setFont(Font.font(Assets.FONT_FAMILY, FontWeight.BOLD, POINT_EM * em));
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.CENTER);
        for (int index = 0; index < map.digits().size(); index++) {
            int label = test.label(map.digits().get(index));
            Point2D at = scale.point(index);
            pen.setFill(palette.color(ClassLooks.color(label)));
            pen.fillText(test.className(label), at.getX(), at.getY());
        }
    }

    void ring(Point2D at, String color) {
        double radius = RING_EM * em;
        pen.setStroke(palette.color(color));
        pen.setLineWidth(2 * palette.thickness());
        pen.strokeOval(at.getX() - radius, at.getY() - radius, 2 * radius, 2 * radius);
    }

    void rectangle(Rectangle2D marked) {
        pen.setLineDashes(palette.dashes(4, 3));
        pen.setStroke(palette.color("d-focus"));
        pen.setLineWidth(1.5 * palette.thickness());
        pen.strokeRect(marked.getMinX(), marked.getMinY(), marked.getWidth(), marked.getHeight());
        pen.setLineDashes();
    }
}
