package distillery.train;

import distillery.net.Weights;
import org.jspecify.annotations.Nullable;

/**
 * What an arm that needs no teacher said in every step of a phase, and the weights that it came to. Where settings differ only
 * in what cannot touch such an arm, its losses can be worked out again from this, against another teacher's or at another
 * temperature, and it need not learn once more.
 *
 * <p>One thread takes it down; once it {@linkplain #isComplete() is complete} it changes no more, and many may play it.
 */
final class ArmTape {
    private final int classes;
    /** Row after row: a net's numbers have 32 bits. */
    private final float[] logits;

    private int taken;
    private @Nullable Weights weights;
    private long nanos;

    /** An empty one with room for {@code rows} samples, all that the phase will show. */
    ArmTape(long rows, int classes) {
        this.classes = classes;
        logits = new float[Math.toIntExact(rows * classes)];
    }

    /** How much memory one of these takes, in bytes. */
    static long bytes(long rows, int classes, long parameters) {
        return Float.BYTES * (rows * classes + parameters);
    }

    long bytes() {
        return bytes(logits.length / classes, classes, weights().values().length);
    }

    /** Takes down one step; returns whether it was the last. */
    boolean take(double[] said) {
        for (double logit : said) {
            logits[taken++] = (float) logit;
        }
        return taken == logits.length;
    }

    /** The weights after the last step, and how long the arm has learned for it. */
    void complete(Weights last, long learnedNanos) {
        weights = last;
        nanos = learnedNanos;
    }

    boolean isComplete() {
        return weights != null;
    }

    Weights weights() {
        if (weights == null) {
            throw new IllegalStateException("it is not complete");
        }
        return weights;
    }

    /** How long the arm learned when this was taken down. */
    long nanos() {
        return nanos;
    }

    /** How many samples it was shown. */
    int rows() {
        return logits.length / classes;
    }

    /** What was said about so many samples from this one on. */
    double[] play(int firstRow, int rows) {
        double[] said = new double[rows * classes];
        for (int i = 0; i < said.length; i++) {
            said[i] = logits[firstRow * classes + i];
        }
        return said;
    }
}
