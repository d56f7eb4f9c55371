package distillery.bench;

import org.bytedeco.javacpp.Pointer;

/** What the process holds on to. */
final class MemoryFootprint {
    private MemoryFootprint() {}

    /** Bytes in use on Java's heap and by JavaCPP outside of it, after a sweep. What ND4J's arrays hold does not count. */
    static double used() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100); // ND4J gives its memory back on a thread of its own
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory() + Pointer.totalBytes();
    }
}
