package distillery.lab.compare;

import distillery.data.Problem;
import distillery.train.TrainSettings;
import distillery.train.archive.RunHeader;
import distillery.train.sweep.Grid;
import distillery.train.sweep.GridAxis;
import distillery.train.sweep.GridSetting;
import distillery.train.sweep.SweepCell;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sweep over two settings as a map, at one moment.
 *
 * @param down the axis whose values are the rows; null for a sweep over one setting
 * @param across the axis whose values are the columns
 * @param cells row by row
 * @param done how many runs are
 */
public record SweepMap(
        Path folder, Grid grid, @Nullable GridAxis down, GridAxis across, List<SweepCell> cells, int done) {

    /**
     * The map of what is done.
     *
     * @throws Problem if the sweep varies more than two settings beside the seed, or none
     */
    static SweepMap of(Path folder, Grid grid, Map<Integer, RunHeader> done) throws Problem {
        List<GridAxis> axes = grid.axes().stream()
                .filter(axis -> !axis.name().equals(GridSetting.SEED))
                .toList();
        if (axes.isEmpty() || axes.size() > 2) {
            throw new Problem("sweep.map-axes", folder.toString(), axes.size());
        }
        GridAxis across = axes.get(axes.size() - 1);
        return new SweepMap(
                folder, grid, axes.size() == 2 ? axes.get(0) : null, across, SweepCell.all(grid, done), done.size());
    }

    public int columns() {
        return across.values().size();
    }

    public int rows() {
        return cells.size() / columns();
    }

    public SweepCell cell(int row, int column) {
        return cells.get(row * columns() + column);
    }

    public boolean isComplete() {
        return done == grid.size();
    }

    /** The settings of a cell, with its first seed. */
    public TrainSettings settings(SweepCell cell) throws Problem {
        return grid.settings(cell.runs().get(0));
    }
}
