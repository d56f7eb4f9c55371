package distillery.view.train;

import distillery.data.PlanePoint;
import distillery.lab.train.PlaneSight.Shown;
import distillery.view.Assets;
import distillery.view.Palette;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/**
 * Paints what a net thinks all over the plane: each place in the colours of its classes, mixed by their shares, with a line
 * where another class becomes the likeliest, and the points on top, each class with a shape of its own.
 */
final class PlanePainter {
    /** How much of a class's colour a place gets that is sure of it; points must stand out. */
    private static final double INK = 0.62;

    private static final int MARKED = 5;
    private static final double POINT_EM = 0.34;

    private final GraphicsContext pen;
    private final Palette palette;
    private final double em;

    PlanePainter(GraphicsContext pen, Palette palette, double em) {
        this.pen = pen;
        this.palette = palette;
        this.em = em;
        pen.setLineDashes();
    }

    /** Where a square of the plane is painted. */
    record Square(double left, double top, double side) {
        double x(double across) {
            return left + (across / PlanePoint.REACH + 1) / 2 * side;
        }

        double y(double up) {
            return top + (1 - up / PlanePoint.REACH) / 2 * side;
        }

        /** Whether a place of the canvas lies in it. */
        boolean holds(double x, double y) {
            return x >= left && x <= left + side && y >= top && y <= top + side;
        }

        /** How far across a place of the canvas is. */
        double across(double x) {
            return PlanePoint.REACH * (2 * (x - left) / side - 1);
        }

        /** How far up it is. */
        double up(double y) {
            return PlanePoint.REACH * (1 - 2 * (y - top) / side);
        }
    }

    /** The colour of a class. */
    Color color(int index) {
        return palette.color("d-plane-" + (char) ('a' + index));
    }

    /** A name over a square. */
    void title(String name, String color, Square square) {
        pen.setFont(Font.font(Assets.FONT_FAMILY, FontWeight.BOLD, 0.85 * em));
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.BOTTOM);
        pen.setFill(palette.color(color));
        pen.fillText(name, square.left() + square.side() / 2, square.top() - 0.15 * em, square.side());
    }

    /**
     * What a net thinks.
     *
     * @param shares {@code [cells, cells, classes]}
     * @param first the likeliest class of each cell
     */
    void shares(double[] shares, int[] first, int cells, int classes, Square square) {
        Color ground = palette.color("d-card");
        Color[] own =
                IntStream.range(0, classes).mapToObj(this::color).toArray(Color[]::new); // once, not for each cell
        int[] colors = new int[cells * cells];
        for (int cell = 0; cell < colors.length; cell++) {
            double red = (1 - INK) * ground.getRed();
            double green = (1 - INK) * ground.getGreen();
            double blue = (1 - INK) * ground.getBlue();
            for (int i = 0; i < classes; i++) {
                double ink = INK * shares[cell * classes + i];
                red += ink * own[i].getRed();
                green += ink * own[i].getGreen();
                blue += ink * own[i].getBlue();
            }
            colors[cell] = argb(red, green, blue);
        }
        paint(colors, first, cells, square);
    }

    /** How far two nets are apart at each place, the share that would have to move, with the borders of the first. */
    void difference(double[] taught, double[] said, int[] first, int cells, int classes, Square square) {
        Color low = palette.color("d-card");
        Color high = palette.color("d-hot");
        int[] colors = new int[cells * cells];
        for (int cell = 0; cell < colors.length; cell++) {
            double moved = 0;
            for (int i = cell * classes; i < (cell + 1) * classes; i++) {
                moved += Math.abs(taught[i] - said[i]) / 2;
            }
            Color mixed = low.interpolate(high, moved);
            colors[cell] = argb(mixed.getRed(), mixed.getGreen(), mixed.getBlue());
        }
        paint(colors, first, cells, square);
    }

    private static int argb(double red, double green, double blue) {
        return 0xff << 24 | channel(red) << 16 | channel(green) << 8 | channel(blue);
    }

    private static int channel(double share) {
        return (int) Math.round(255 * Math.max(0, Math.min(1, share)));
    }

    /**
     * The colours of the cells, and a dark line wherever the likeliest class is another on one side than on the other. All is
     * one picture, dot by dot: a thousand short lines would take the painter far longer, twenty times a second.
     */
    private void paint(int[] colors, int[] first, int cells, Square square) {
        Color text = palette.color("d-text");
        int line = argb(text.getRed(), text.getGreen(), text.getBlue());
        int side = (int) Math.max(1, Math.round(square.side()));
        int[] cellOf = new int[side + 2]; // of the dots of a line, and once more of those at its ends
        Arrays.setAll(cellOf, dot -> Math.max(0, Math.min(side - 1, dot - 1)) * cells / side);
        int[] dots = new int[side * side];
        for (int y = 1; y <= side; y++) {
            int above = cellOf[y - 1] * cells;
            int row = cellOf[y] * cells;
            int below = cellOf[y + 1] * cells;
            for (int x = 1; x <= side; x++) {
                int cell = row + cellOf[x];
                int own = first[cell];
                boolean border = own != first[row + cellOf[x - 1]]
                        || own != first[row + cellOf[x + 1]]
                        || own != first[above + cellOf[x]]
                        || own != first[below + cellOf[x]];
                dots[(y - 1) * side + x - 1] = border ? line : colors[cell];
            }
        }
        WritableImage image = new WritableImage(side, side);
        image.getPixelWriter().setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), dots, 0, side);
        pen.setImageSmoothing(false);
        pen.drawImage(image, square.left(), square.top(), square.side(), square.side());
        pen.setStroke(palette.color("d-edge"));
        pen.setLineWidth(palette.thickness());
        pen.strokeRect(square.left() + 0.5, square.top() + 0.5, square.side() - 1, square.side() - 1);
    }

    /** The points that the students see; a person's own have a thicker edge. */
    void points(List<Shown> points, Square square) {
        for (Shown shown : points) {
            pen.setLineWidth((shown.own() ? 2.6 : 1.2) * palette.thickness());
            mark(
                    shown.point().label(),
                    square.x(shown.point().x()),
                    square.y(shown.point().y()));
        }
    }

    /** The mark of a class: circle, square, triangle, diamond, or triangle on its head. */
    void mark(int label, double x, double y) {
        double r = POINT_EM * em;
        pen.setFill(color(Math.min(label, MARKED - 1)));
        pen.setStroke(palette.color("d-text"));
        if (label == 0) {
            pen.fillOval(x - r, y - r, 2 * r, 2 * r);
            pen.strokeOval(x - r, y - r, 2 * r, 2 * r);
            return;
        }
        double[][] corners =
                switch (label) {
                    case 1 -> new double[][] {{-r, r, r, -r}, {-r, -r, r, r}};
                    case 2 -> new double[][] {{0, 1.15 * r, -1.15 * r}, {-1.2 * r, r, r}};
                    case 3 -> new double[][] {{0, 1.3 * r, 0, -1.3 * r}, {-1.3 * r, 0, 1.3 * r, 0}};
                    default -> new double[][] {{0, 1.15 * r, -1.15 * r}, {1.2 * r, -r, -r}};
                };
        double[] xs = new double[corners[0].length];
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = x + corners[0][i];
            ys[i] = y + corners[1][i];
        }
        pen.fillPolygon(xs, ys, xs.length);
        pen.strokePolygon(xs, ys, xs.length);
    }

    /** Where a person looks or is about to set a point. */
    void cross(double across, double up, Square square) {
        double x = square.x(across);
        double y = square.y(up);
        double arm = 0.6 * em;
        pen.setStroke(palette.color("d-text"));
        pen.setLineWidth(1.4 * palette.thickness());
        pen.strokeLine(x - arm, y, x + arm, y);
        pen.strokeLine(x, y - arm, x, y + arm);
    }
}
