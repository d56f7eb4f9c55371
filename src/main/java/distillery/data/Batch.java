package distillery.data;

import java.util.Arrays;

/**
 * Some samples to learn from in one step: their indices, true classes, and how far each is moved right and down.
 * All four arrays are as long as the batch.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Batch(int[] indices, int[] labels, int[] dx, int[] dy) {

    public Batch {
        if (labels.length != indices.length || dx.length != indices.length || dy.length != indices.length) {
            throw new IllegalArgumentException("a batch needs as many labels and moves as indices");
        }
    }

    /** Samples as they are, for a net that is asked and need not be told their classes. */
    public static Batch still(int[] indices) {
        int[] none = new int[indices.length];
        return new Batch(indices, none, none, none);
    }

    public int size() {
        return indices.length;
    }

    /** Whether any sample is moved. */
    public boolean moves() {
        return Arrays.stream(dx).anyMatch(x -> x != 0) || Arrays.stream(dy).anyMatch(y -> y != 0);
    }

    /** Writes the samples one after the other, {@code [size, features]} row by row, to the start of {@code target}. */
    public void copyInto(Samples samples, float[] target) {
        for (int i = 0; i < indices.length; i++) {
            copyInto(samples, i, target, i * samples.features());
        }
    }

    /** Writes the sample in place {@code index} of the batch to {@code target} from {@code at} on. */
    public void copyInto(Samples samples, int index, float[] target, int at) {
        samples.copyInto(target, at, indices[index], dx[index], dy[index]);
    }
}
