package distillery.lab.digits;

/**
 * The ink on a pad, as fine as it is drawn: lines with round ends and soft edges, joined however fast the pen moved. What is
 * drawn on costs only what is new of it.
 */
public final class InkImage {
    /** Height and width: ten pixels for each that a net sees. */
    public static final int SIDE = 280;

    private static final int ENLARGED = SIDE / PadDrawing.SIDE;

    private final float[] ink = new float[SIDE * SIDE];

    /** The image of a drawing. */
    public static InkImage of(PadDrawing drawing) {
        InkImage image = new InkImage();
        float[] picture = drawing.ink();
        for (int i = 0; picture.length > 0 && i < image.ink.length; i++) {
            image.ink[i] = picture[i / SIDE / ENLARGED * PadDrawing.SIDE + i % SIDE / ENLARGED];
        }
        drawing.strokes().forEach(stroke -> image.draw(stroke, 0));
        return image;
    }

    /** Row by row, 0 for paper to 1; nobody but {@link #draw} writes to it. */
    public float[] ink() {
        return ink;
    }

    /** Whether there is nothing on it. */
    public boolean isBlank() {
        for (float value : ink) {
            if (value > 0) {
                return false;
            }
        }
        return true;
    }

    /** Draws a stroke from one of its points on. */
    void draw(PenStroke stroke, int from) {
        if (stroke.points() == 1) {
            line(stroke, 0, 0);
        }
        for (int i = Math.max(1, from); i < stroke.points(); i++) {
            line(stroke, i - 1, i);
        }
    }

    private void line(PenStroke stroke, int start, int end) {
        double x = stroke.x(start) * SIDE;
        double y = stroke.y(start) * SIDE;
        double across = stroke.x(end) * SIDE - x;
        double down = stroke.y(end) * SIDE - y;
        double square = across * across + down * down;
        double radius = stroke.width() * SIDE / 2;
        int left = (int) Math.max(0, Math.floor(Math.min(x, x + across) - radius - 1));
        int right = (int) Math.min(SIDE - 1, Math.ceil(Math.max(x, x + across) + radius + 1));
        int top = (int) Math.max(0, Math.floor(Math.min(y, y + down) - radius - 1));
        int bottom = (int) Math.min(SIDE - 1, Math.ceil(Math.max(y, y + down) + radius + 1));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double toX = column + 0.5 - x;
                double toY = row + 0.5 - y;
                double along = square == 0 ? 0 : Math.max(0, Math.min(1, (toX * across + toY * down) / square));
                double distance = Math.hypot(toX - along * across, toY - along * down);
                float cover = (float) Math.max(0, Math.min(1, radius + 0.5 - distance));
                int place = row * SIDE + column;
                ink[place] = stroke.erasing() ? Math.min(ink[place], 1 - cover) : Math.max(ink[place], cover);
            }
        }
    }
}
