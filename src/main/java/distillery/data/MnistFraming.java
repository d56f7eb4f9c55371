package distillery.data;

/**
 * Brings a picture into the form that MNIST's digits have: the ink is scaled, proportions kept, until its longer side is
 * {@value #BOX} pixels, grey where a pixel is covered in part, and put on a field of {@value #SIDE} × {@value #SIDE} by whole
 * pixels so that its centre of mass lies as near the field's middle as they allow (LeCun, Bottou, Bengio and Haffner 1998,
 * section III.A). A digit that has that form already comes back as it is.
 *
 * <p>A picture is square, row by row, 0 for paper to 1 for ink.
 */
public final class MnistFraming {
    /** Height and width of the field. */
    public static final int SIDE = 28;

    /** Longer side of the ink. */
    static final int BOX = 20;

    /** Where MNIST has the centre of mass, counted from the first pixel's middle. */
    private static final double MIDDLE = 14;

    private MnistFraming() {}

    /** The picture of this many pixels a side as MNIST would have it; all paper if it has no ink. */
    public static float[] centred(float[] ink, int side) {
        int[] box = box(ink, side);
        float[] field = new float[SIDE * SIDE];
        if (box.length == 0) {
            return field;
        }
        int width = box[2] - box[0];
        int height = box[3] - box[1];
        double scale = (double) BOX / Math.max(width, height);
        int columns = Math.max(1, (int) Math.round(width * scale));
        int rows = Math.max(1, (int) Math.round(height * scale));
        float[] small = resampled(ink, side, box, columns, rows);
        place(small, columns, rows, field);
        return field;
    }

    /** The picture as a whole, scaled to the field and nothing else. */
    public static float[] scaled(float[] ink, int side) {
        return scaled(ink, side, SIDE);
    }

    /** The same on a field of another size. */
    public static float[] scaled(float[] ink, int side, int to) {
        return resampled(ink, side, new int[] {0, 0, side, side}, to, to);
    }

    /** The smallest box that holds all ink: left, top, right, bottom, the last two exclusive; empty if there is no ink. */
    private static int[] box(float[] ink, int side) {
        int left = side;
        int top = side;
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < side * side; i++) {
            if (ink[i] > 0) {
                left = Math.min(left, i % side);
                right = Math.max(right, i % side + 1);
                top = Math.min(top, i / side);
                bottom = i / side + 1;
            }
        }
        return right == 0 ? new int[0] : new int[] {left, top, right, bottom};
    }

    /** Each pixel is the mean of the ink that it covers: exact also where a pixel covers parts of others. */
    private static float[] resampled(float[] ink, int side, int[] box, int columns, int rows) {
        int width = box[2] - box[0];
        int height = box[3] - box[1];
        double[] narrow = new double[height * columns];
        for (int row = 0; row < height; row++) {
            int line = (box[1] + row) * side + box[0];
            for (int column = 0; column < columns; column++) {
                double from = (double) column * width / columns;
                double to = (double) (column + 1) * width / columns;
                narrow[row * columns + column] = mean(from, to, i -> ink[line + i]);
            }
        }
        float[] small = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            double from = (double) row * height / rows;
            double to = (double) (row + 1) * height / rows;
            for (int column = 0; column < columns; column++) {
                int place = column;
                small[row * columns + column] = (float) mean(from, to, i -> narrow[i * columns + place]);
            }
        }
        return small;
    }

    private interface Line {
        double at(int index);
    }

    /** The mean of a line's values between two places, those that are cut counted by their share. */
    private static double mean(double from, double to, Line line) {
        double sum = 0;
        for (int i = (int) from; i < to; i++) {
            sum += line.at(i) * (Math.min(to, i + 1) - Math.max(from, i));
        }
        return sum / (to - from);
    }

    private static void place(float[] small, int columns, int rows, float[] field) {
        double mass = 0;
        double across = 0;
        double down = 0;
        for (int i = 0; i < small.length; i++) {
            mass += small[i];
            across += small[i] * (i % columns);
            int row = i / columns;
            down += small[i] * row;
        }
        int left = inside(Math.round(MIDDLE - across / mass), columns);
        int top = inside(Math.round(MIDDLE - down / mass), rows);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(small, row * columns, field, (top + row) * SIDE + left, columns);
        }
    }

    /** No ink is cut off, however much of it lies on one side. */
    private static int inside(long start, int length) {
        return (int) Math.max(0, Math.min(SIDE - length, start));
    }
}
