package distillery.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Makes the content of IDX files, right ones and wrong ones. */
public final class IdxFile {
    private IdxFile() {}

    static byte[] images(int count, int height, int width) {
        byte[] pixels = new byte[count * height * width];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i + 1);
        }
        return of(0x08, new int[] {count, height, width}, pixels);
    }

    static byte[] labels(int... labels) {
        byte[] bytes = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            bytes[i] = (byte) labels[i];
        }
        return of(0x08, new int[] {labels.length}, bytes);
    }

    static byte[] of(int type, int[] dimensions, byte[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * dimensions.length + values.length);
        buffer.put((byte) 0).put((byte) 0).put((byte) type).put((byte) dimensions.length);
        for (int dimension : dimensions) {
            buffer.putInt(dimension);
        }
        return buffer.put(values).array();
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Four small files with one picture of 2 × 3 pixels for each of these labels. */
    public static void fill(Path folder, int... labels) throws IOException {
        for (String part : new String[] {"train", "t10k"}) {
            Files.write(folder.resolve(part + "-images-idx3-ubyte"), images(labels.length, 2, 3));
            Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels(labels));
        }
    }

    /** The first so many of MNIST's digits to learn from, and as many to test on: testing all takes longer than learning few. */
    public static void digits(Path folder, int count) throws IOException, Problem {
        DataSet all = DataSet.mnist();
        write(folder, "train", (Digits) all.train(), count);
        write(folder, "t10k", (Digits) all.test(), count);
    }

    private static void write(Path folder, String part, Digits digits, int count) throws IOException {
        byte[] pixels = Arrays.copyOf(digits.pixels(), count * digits.features());
        byte[] labels = Arrays.copyOf(digits.labels(), count);
        int[] sizes = {count, digits.height(), digits.width()};
        Files.write(folder.resolve(part + "-images-idx3-ubyte"), of(0x08, sizes, pixels));
        Files.write(folder.resolve(part + "-labels-idx1-ubyte"), of(0x08, new int[] {count}, labels));
    }

    /** Four small files that belong together. */
    static void fill(Path folder) throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte"), images(3, 2, 5));
        Files.write(folder.resolve("train-labels-idx1-ubyte"), labels(7, 0, 9));
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), images(2, 2, 5));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), labels(9, 7));
    }
}
