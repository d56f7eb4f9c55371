package distillery.train.sweep;

import distillery.train.archive.RunHeader;

/** Is told how a sweep goes on; by the threads that work on it, one at a time. */
public interface SweepListener {
    /** A run begins; the number is its place in the grid. */
    default void begun(int run) {}

    /**
     * A run is done and kept.
     *
     * @param done how many of the sweep's are, those of earlier times counted in
     * @param all how many there will be
     */
    default void finished(int run, RunHeader header, int done, int all) {}

    /** Data are read or a teacher is trained; {@code share} of it, 0 to 1, is done. */
    default void preparing(double share) {}
}
