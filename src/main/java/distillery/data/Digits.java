package distillery.data;

import java.util.Arrays;
import java.util.Objects;

/**
 * Grey pictures: one unsigned byte a pixel and a label, as MNIST and its look-alikes have them.
 *
 * <p>Picture {@code i} is {@code pixels[i * height * width …]}, row by row; the arrays belong to this record and nobody
 * changes them. A label is a place among the classes.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Digits(int height, int width, byte[] pixels, byte[] labels, ClassLabels names) implements Samples {
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

    /** Reads the pictures that these labels, read already, belong to. */
    static Digits read(NamedFile pictures, NamedFile labelled, Idx labels, ClassLabels names) throws Problem {
        int[] sizes = Idx.first(pictures, 3, 0).dimensions();
        if (sizes[0] != labels.values().length) {
            throw new Problem("idx.counts", pictures.name(), sizes[0], labelled.name(), labels.values().length);
        }
        byte[] pixels = Idx.read(pictures, 3).values();
        return new Digits(sizes[1], sizes[2], pixels, names.number(labels.values()), names);
    }

    /** The same pictures with rows and columns swapped; they take the place of these, for there may be no room for both. */
    Digits turned() {
        byte[] before = new byte[features()];
        for (int from = 0; from < pixels.length; from += before.length) {
            System.arraycopy(pixels, from, before, 0, before.length);
            for (int i = 0; i < before.length; i++) {
                pixels[from + i % width * height + i / width] = before[i];
            }
        }
        return new Digits(/* height= */ width, /* width= */ height, pixels, labels, names);
    }

    @Override
    public int count() {
        return labels.length;
    }

    @Override
    public int classes() {
        return names.count();
    }

    @Override
    public String className(int index) {
        return names.names().get(index);
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

    @Override
    public void markNonZero(int index, byte[] marks) {
        int from = index * features();
        for (int i = 0; i < marks.length; i++) {
            marks[i] |= pixels[from + i];
        }
    }

    @Override
    public void copyInto(float[] target, int offset, int index, int[] runs) {
        int from = Objects.checkIndex(index, labels.length) * features();
        int at = offset;
        for (int i = 0; i < runs.length; i += 2) {
            brighten(from + runs[i], target, at, runs[i + 1] - runs[i]);
            at += runs[i + 1] - runs[i];
        }
    }

    private void brighten(int from, float[] target, int to, int length) {
        for (int i = 0; i < length; i++) {
            target[to + i] = BRIGHTNESS[pixels[from + i] & 0xff];
        }
    }
}
