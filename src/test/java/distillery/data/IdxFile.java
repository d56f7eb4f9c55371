package distillery.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Four small files that belong together. */
    static void fill(Path folder) throws IOException {
        Files.write(folder.resolve("train-images-idx3-ubyte"), images(3, 2, 5));
        Files.write(folder.resolve("train-labels-idx1-ubyte"), labels(7, 0, 9));
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), images(2, 2, 5));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), labels(9, 7));
    }
}
