package distillery.bench;

import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What the machine can do at most: a product of two large square matrices. */
final class Peak implements Contender {
    private static final int SIDE = 2048;
    static final double FLOPS = 2.0 * SIDE * SIDE * SIDE;

    private final int threads;
    private final INDArray a = Nd4j.rand(SIDE, SIDE).dup('f');
    private final INDArray b = Nd4j.rand(SIDE, SIDE).dup('f');
    private final INDArray product = Nd4j.create(new long[] {SIDE, SIDE}, 'f');

    Peak(int threads) {
        this.threads = threads;
    }

    @Override
    public String name() {
        return name(threads);
    }

    static String name(int threads) {
        return "sgemm " + SIDE + "³, threads " + threads;
    }

    @Override
    public void ready() {
        openblas.blas_set_num_threads(threads);
    }

    @Override
    public void learn(int first, int steps) {
        for (int i = 0; i < steps; i++) {
            Nd4j.gemm(a, b, product, false, false, 1, 0);
        }
    }

    @Override
    public boolean learns() {
        return false;
    }
}
