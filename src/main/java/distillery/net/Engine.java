package distillery.net;

import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J itself: loaded once, on whatever thread asks first. That takes a second or two, so never the window's. */
public final class Engine {
    private static final long WORTH_ALL_CORES = 400_000;

    private Engine() {}

    /**
     * Loads ND4J if need be and sets its threads: the matrix products get every core, ND4J's own loops one, since the
     * two pools would fight over the cores.
     *
     * @return how many threads a matrix product uses
     */
    public static int start() {
        Environment environment = Nd4j.getEnvironment();
        environment.setMaxThreads(1);
        environment.setMaxMasterThreads(1);
        int threads = Runtime.getRuntime().availableProcessors();
        openblas.blas_set_num_threads(threads);
        return threads;
    }

    /**
     * Shares out the cores for a net of this size. A small net's products are too short for a second thread to help
     * much, and it would be in the way of the window, which needs a core too: with a quarter of a core taken, small
     * nets learn a fifth faster on one thread than on two.
     */
    public static void fit(Layers layers) {
        boolean small = layers.parameters() < WORTH_ALL_CORES;
        openblas.blas_set_num_threads(small ? 1 : Runtime.getRuntime().availableProcessors());
    }
}
