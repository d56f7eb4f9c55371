package distillery.data;

/**
 * The middles of the cells of a square grid over the plane, row by row from the top left: what a net is asked about to see
 * what it thinks everywhere. They have no true class.
 *
 * @param cells how many there are along each side
 */
public record PlaneGrid(int cells, int classes) implements Samples {
    @Override
    public int count() {
        return cells * cells;
    }

    @Override
    public int height() {
        return 1;
    }

    @Override
    public int width() {
        return 2;
    }

    @Override
    public int label(int index) {
        return 0;
    }

    /** How far the middle of a column is to the right of the middle. */
    public double x(int column) {
        return PlanePoint.REACH * ((2.0 * column + 1) / cells - 1);
    }

    /** How far the middle of a row is above the middle. */
    public double y(int row) {
        return -x(row);
    }

    @Override
    public void copyInto(float[] target, int offset, int index, int dx, int dy) {
        target[offset] = (float) x(index % cells);
        target[offset + 1] = (float) y(index / cells);
    }
}
