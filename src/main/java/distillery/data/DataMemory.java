package distillery.data;

/** How much data the memory has room for. */
final class DataMemory {
    /** Nets, curves and the window need their part of it, too. */
    private static final double SHARE = 0.5;

    private static final long MEGABYTE = 1 << 20;
    private static final long GIGABYTE = 1L << 30;
    private static final long LEAST_TO_ASK = 2;

    private DataMemory() {}

    /** Refuses what does not fit, and says how to give the program more memory. */
    static void require(String name, long bytes) throws Problem {
        if (bytes > room()) {
            throw tooBig(name, bytes);
        }
    }

    static long room() {
        return (long) (Runtime.getRuntime().maxMemory() * SHARE);
    }

    /** Says that so many bytes are too many, and with which option they would not be. */
    static Problem tooBig(String name, long bytes) {
        long gigabytes = Math.max(LEAST_TO_ASK, (long) Math.ceil(bytes / SHARE / GIGABYTE));
        return new Problem(
                "data.memory",
                name,
                (bytes + MEGABYTE - 1) / MEGABYTE,
                room() / MEGABYTE,
                "DISTILLERY_OPTIONS=-Xmx" + gigabytes + "g");
    }
}
