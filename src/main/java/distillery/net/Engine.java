package distillery.net;

import distillery.data.LibraryFolder;
import distillery.data.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J itself: loaded once, on whatever thread asks first. That takes a second or two, so never the window's. */
public final class Engine {
    /** From this many multiply-adds a sample on, a net is worth every core. */
    private static final long LARGE = 400_000;

    private static final String ND4J = "/META-INF/maven/org.nd4j/nd4j-api/pom.properties";

    /** The number of threads is not set: each net's size decides. */
    private static final int BY_SIZE = 0;

    private static volatile int threads = BY_SIZE;
    /** What this thread alone wants; {@value #BY_SIZE} where it goes by what all want. */
    private static final ThreadLocal<Integer> OWN = ThreadLocal.withInitial(() -> BY_SIZE);

    private static volatile Runnable earlier = () -> {};

    private Engine() {}

    /**
     * Has other libraries loaded before ND4J's, each time ND4J's are asked for. They must not be loaded meanwhile:
     * JavaCPP looks up symbols while it walks through the list of what is loaded, so it takes the two locks of glibc's
     * loader in one order, and who loads a library takes them in the other; then both wait for ever, and soon all of Java.
     */
    public static void after(Runnable others) {
        earlier = others;
    }

    /**
     * Loads ND4J if need be. Its own threads are kept out of the way: a net's work is shared out by {@link WorkerPool}.
     *
     * @return how many threads a large net learns on
     * @throws Problem if its libraries cannot be unpacked or loaded
     */
    public static int start() throws Problem {
        return start(BY_SIZE);
    }

    /** The same, where every net made from now on works on so many threads; 0 leaves that to its size. */
    public static int start(int wanted) throws Problem {
        earlier.run();
        try {
            BlasKernels.choose();
            Environment environment = Nd4j.getEnvironment();
            environment.setMaxThreads(1);
            environment.setMaxMasterThreads(1);
            openblas.blas_set_num_threads(1);
        } catch (RuntimeException | LinkageError unloaded) {
            throw new Problem(unloaded, "engine.libraries", libraries());
        }
        threads = wanted;
        return wanted == BY_SIZE ? Runtime.getRuntime().availableProcessors() : wanted;
    }

    /** Where JavaCPP unpacks the libraries: it takes another folder where it may not write into the one chosen. */
    private static String libraries() {
        try {
            return Loader.getCacheDir().toString();
        } catch (IOException | RuntimeException | LinkageError none) {
            return LibraryFolder.ofEngine();
        }
    }

    /**
     * Has the nets that the calling thread makes from now on work on so many threads, whatever the others want; 0 takes that
     * back: so several runs can share the cores.
     */
    public static void onThisThread(int wanted) {
        OWN.set(wanted);
    }

    /**
     * Does something with each of several small convolutional nets, with some of them at the same time. None touches another's
     * numbers, so what comes of it is the same bit for bit. Steps of dense nets are too short to be worth it, and large nets share out
     * their own work.
     *
     * @param spec what kind of net it is about
     */
    public static <T> void inParallel(Collection<T> all, Function<T, NetSpec> spec, Consumer<T> work) {
        boolean pays = threads() == BY_SIZE
                && all.stream().map(spec).allMatch(net -> net.convolutional() && net.multiplyAdds() < LARGE);
        (pays ? all.parallelStream() : all.stream()).forEach(work);
    }

    /** The version of ND4J, as it says itself; empty if it does not. */
    public static String version() {
        try (InputStream in = Engine.class.getResourceAsStream(ND4J)) {
            Properties found = new Properties();
            if (in != null) {
                found.load(in);
            }
            return found.getProperty("version", "");
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** How many threads nets work on that the calling thread makes now; 0 where each one's size decides. */
    public static int threads() {
        return OWN.get() == BY_SIZE ? threads : OWN.get();
    }

    /**
     * Who works on a net: on a large one every core; on a small one two, if that leaves one to the window. Its steps are
     * so short that a worker who must wait for the window's frame costs more than it helps.
     */
    static WorkerPool workers(NetSpec net) {
        int cores = Runtime.getRuntime().availableProcessors();
        int bySize = net.multiplyAdds() < LARGE ? Math.max(1, Math.min(2, cores - 1)) : cores;
        int wanted = threads();
        return WorkerPool.of(wanted == BY_SIZE ? bySize : wanted);
    }
}
