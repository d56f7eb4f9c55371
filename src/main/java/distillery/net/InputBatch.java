package distillery.net;

import distillery.data.Batch;
import distillery.data.Samples;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One batch of samples for every net that looks at it: a teacher and all its students. It is gathered once, and only in
 * the form that some net asks for: packed in ND4J's memory for dense layers, as pictures for convolutions.
 *
 * <p>One thread fills it; then several nets may look at it at the same time.
 */
public final class InputBatch {
    private final int features;
    private final int capacity;
    private final Buffer packed;
    private float[] pictures = {};
    private NonZeroColumns columns;
    private int rows;
    private boolean gathered;
    private boolean isPacked;
    private @Nullable Samples samples;
    private @Nullable Batch batch;

    /** Room for up to {@code capacity} samples. */
    public InputBatch(int features, int capacity) {
        this.features = features;
        this.capacity = capacity;
        packed = Buffer.shared(features * capacity);
        columns = NonZeroColumns.all(features);
    }

    /** Takes a batch, each sample moved as the batch says. */
    public void fill(Samples samples, Batch batch) {
        resize(batch.size());
        this.samples = samples;
        this.batch = batch;
    }

    /** Takes the samples {@code from..to} as they are. */
    public void fill(Samples samples, int from, int to) {
        fill(samples, Batch.still(IntStream.range(from, to).toArray()));
    }

    /** Takes plain numbers, sample after sample. */
    public void fill(double[] numbers) {
        resize(numbers.length / features);
        float[] room = pictures();
        for (int i = 0; i < numbers.length; i++) {
            room[i] = (float) numbers[i];
        }
        gathered = true;
    }

    private void resize(int wanted) {
        if (wanted < 1 || wanted > capacity) {
            throw new IllegalArgumentException("a batch has 1 to " + capacity + " samples, was " + wanted);
        }
        rows = wanted;
        gathered = false;
        isPacked = false;
        samples = null;
        batch = null;
    }

    /** Gathers the samples for such a net now, with so many threads, not when it first looks at them. */
    public void gather(NetSpec net, int threads) {
        if (net.convolutional()) {
            gather();
        } else {
            pack(WorkerPool.of(threads));
        }
    }

    public int rows() {
        return rows;
    }

    public int capacity() {
        return capacity;
    }

    /** All samples, gathered by these threads if that is yet to be done. */
    LayerInput all(WorkerPool pool) {
        return part(0, rows, pool);
    }

    /** The samples {@code from..to}. */
    LayerInput part(int from, int to, WorkerPool pool) {
        return new Part(from, to, pool);
    }

    private final class Part implements LayerInput {
        private final int from;
        private final int to;
        private final WorkerPool pool;

        Part(int from, int to, WorkerPool pool) {
            this.from = from;
            this.to = to;
            this.pool = pool;
        }

        @Override
        public int rows() {
            return to - from;
        }

        @Override
        public Matrix matrix() {
            pack(pool);
            return packed.memory().matrix(from * columns.count(), to - from, columns.count());
        }

        @Override
        public NonZeroColumns columns() {
            pack(pool);
            return columns;
        }

        @Override
        public float[] planes() {
            gather();
            return pictures;
        }

        @Override
        public int plane(int channel, int row, int size) {
            return (from + row) * features + channel * size;
        }
    }

    private float[] pictures() {
        if (pictures.length == 0) {
            pictures = new float[features * capacity];
        }
        return pictures;
    }

    private synchronized void gather() {
        if (!gathered && samples != null && batch != null) {
            batch.copyInto(samples, pictures());
            gathered = true;
        }
    }

    /** Lays the features that are not zero side by side; those of pictures that are not moved straight from the data. */
    private synchronized void pack(WorkerPool pool) {
        if (isPacked) {
            return;
        }
        isPacked = true;
        if (gathered || batch == null || samples == null || batch.moves()) {
            gather();
            packGathered();
        } else {
            packFrom(samples, batch.indices(), pool);
        }
    }

    private void packFrom(Samples source, int[] indices, WorkerPool pool) {
        byte[][] seen = new byte[pool.size()][features]; // a thread's own: two would overwrite each other's marks
        pool.parallel(slice -> {
            for (int i = slice.evenFrom(rows); i < slice.evenTo(rows); i++) {
                source.markNonZero(indices[i], seen[slice.index()]);
            }
        });
        for (byte[] marks : seen) {
            for (int i = 0; i < features; i++) {
                seen[0][i] |= marks[i];
            }
        }
        columns = NonZeroColumns.of(seen[0]);
        pool.parallel(slice -> {
            int from = slice.evenFrom(rows);
            int to = slice.evenTo(rows);
            for (int i = from; i < to; i++) {
                source.copyInto(packed.values, i * columns.count(), indices[i], columns.runs());
            }
            packed.toNative(from * columns.count(), (to - from) * columns.count());
        });
    }

    private void packGathered() {
        int width = features;
        float[] sums = new float[width];
        for (int start = 0; start < rows * width; start += width) {
            for (int i = 0; i < width; i++) {
                sums[i] += Math.abs(pictures[start + i]);
            }
        }
        byte[] marks = new byte[width];
        for (int i = 0; i < width; i++) {
            marks[i] = (byte) (sums[i] == 0 ? 0 : 1);
        }
        columns = NonZeroColumns.of(marks);
        for (int i = 0; i < rows; i++) {
            columns.pack(pictures, i * width, packed.values, i * columns.count());
        }
        packed.toNative(0, rows * columns.count());
    }
}
