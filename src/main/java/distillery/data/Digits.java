package distillery.data;

import java.util.Arrays;
import java.util.Objects;

/**
 * Grey pictures of ten classes: one unsigned byte a pixel and a label, as MNIST and its look-alikes have them.
 *
 * <p>Picture {@code i} is {@code pixels[i * height * width …]}, row by row; the arrays belong to this record and nobody
 * changes them.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Digits(int height, int width, byte[] pixels, byte[] labels) implements Samples {
    private static final int CLASSES = 10;

    /** What a net reads for each pixel byte, divided once and for all. */
    private static final float[] BRIGHTNESS = new float[256];

    static {
        for (int i = 0; i < BRIGHTNESS.length; i++) {
            BRIGHTNESS[i] = i / 255f;
        }
    }

    public Digits {
        if (pixels.length != (long) labels.length * height * width) {
            throw new IllegalArgumentException("%d labels need %d × %d pixels each, there are %d"
                    .formatted(labels.length, height, width, pixels.length));
        }
    }

    /** Reads pictures and their labels from a pair of IDX files. */
    static Digits read(Source pictures, Source names) throws Problem {
        Idx labels = Idx.read(names, 1);
        for (int i = 0; i < labels.values().length; i++) {
            int label = Byte.toUnsignedInt(labels.values()[i]);
            if (label >= CLASSES) {
                throw new Problem("idx.label", names.name(), i + 1, label, CLASSES - 1);
            }
        }
        Idx images = Idx.read(pictures, 3);
        int[] sizes = images.dimensions();
        if (sizes[0] != labels.values().length) {
            throw new Problem("idx.counts", pictures.name(), sizes[0], names.name(), labels.values().length);
        }
        return new Digits(sizes[1], sizes[2], images.values(), labels.values());
    }

    @Override
    public int count() {
        return labels.length;
    }

    @Override
    public int classes() {
        return CLASSES;
    }

    @Override
    public int label(int index) {
        return labels[index];
    }

    @Override
    public void copyInto(float[] target, int offset, int index, int dx, int dy) {
        int from = Objects.checkIndex(index, labels.length) * features();
        if (dx == 0 && dy == 0) {
            brighten(from, target, offset, features());
            return;
        }
        Arrays.fill(target, offset, offset + features(), 0);
        int columns = width - Math.abs(dx);
        for (int row = Math.max(0, dy); row < Math.min(height, height + dy); row++) {
            int source = from + (row - dy) * width + Math.max(0, -dx);
            brighten(source, target, offset + row * width + Math.max(0, dx), columns);
        }
    }

    private void brighten(int from, float[] target, int to, int length) {
        for (int i = 0; i < length; i++) {
            target[to + i] = BRIGHTNESS[pixels[from + i] & 0xff];
        }
    }
}
