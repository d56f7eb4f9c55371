package distillery.train;

import distillery.data.Problem;

/** What nets take of the program's memory, so that too large ones are refused before they are made. */
final class MemoryNeed {
    /** Of each weight: itself, its slope, two moments of the optimiser as floats, and its last good value as a double. */
    private static final long BYTES = 4 + 4 + 2 * 4 + 8;

    /** Of each weight while all students are born with the same. */
    private static final long BYTES_AT_BIRTH = 8;

    private static final long MB = 1 << 20;

    /** Data, window and all else. */
    private static final long REST = 150 * MB;

    private MemoryNeed() {}

    /**
     * Lets settings pass whose nets fit.
     *
     * @param memory all that the program may take
     * @throws Problem that says how much is missing, and how to get it
     */
    static void require(TrainSettings settings, long memory) throws Problem {
        long need = settings.student().parameters() * (Student.values().length * BYTES + BYTES_AT_BIRTH)
                + settings.teacher().layers().parameters() * BYTES;
        long there = memory - REST;
        if (need > there) {
            long gigabytes = (need + REST) / (1024 * MB) + 1;
            throw new Problem("layers.memory", need / MB, Math.max(0, there / MB), gigabytes);
        }
    }
}
