package distillery.train;

import distillery.data.Problem;
import distillery.data.Shape;
import distillery.net.NetSpec;
import java.util.List;

/** What nets take of the program's memory, so that too large ones are refused before they are made. */
final class MemoryNeed {
    /** Of each weight: itself, its slope, two moments of the optimiser, and its last good value. */
    private static final long BYTES = 5 * Float.BYTES;

    /** Of each weight of the students when they are saved: a copy for each student, another on its way, and what is written. */
    private static final long BYTES_SAVED = 4 * Float.BYTES + 8;

    /** Samples that go through a net at a time when it is tested. */
    private static final int TESTED = 128;

    private static final long MB = 1 << 20;

    /** Window, the included data and all else. */
    private static final long REST = 150 * MB;

    /** Of this, the included data. */
    private static final long INCLUDED_DATA = 55 * MB;

    private MemoryNeed() {}

    /**
     * Lets settings pass whose nets fit.
     *
     * @param memory all that the program may take
     * @param data what one's own data take of it, as far as that is known
     * @throws Problem that says how much is missing, and how to get it
     */
    static void require(TrainSettings settings, long memory, long data) throws Problem {
        List<NetSpec> learners =
                CastFactory.of(settings).arms().stream().map(Arm::net).toList();
        long need = learners.stream().mapToLong(NetSpec::parameters).sum() * BYTES
                + settings.student().parameters() * BYTES_SAVED
                + settings.teacher().layers().parameters() * BYTES
                + maps(settings, learners)
                + (settings.method().method().looksInside() ? 2 * HiddenValues.MOST_BYTES : 0);
        long rest = REST + Math.max(0, data - INCLUDED_DATA);
        long there = memory - rest;
        if (need > there) {
            long gigabytes = (need + rest) / (1024 * MB) + 1;
            throw new Problem("layers.memory", need / MB, Math.max(0, there / MB), gigabytes);
        }
    }

    /** What the nets hand from layer to layer, and the slopes along it. */
    private static long maps(TrainSettings settings, List<NetSpec> learners) {
        long batch = Math.max(TESTED, settings.live().batchSize());
        return 2
                * Float.BYTES
                * batch
                * (learners.stream().mapToLong(MemoryNeed::units).sum()
                        + units(settings.teacher().layers()));
    }

    private static long units(NetSpec net) {
        return net.shapes().stream().mapToLong(Shape::size).sum();
    }
}
