package distillery.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NpzTest {
    private static final float[] AWKWARD = {
        0f, -0f, 1 / 3f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN, Float.intBitsToFloat(0x7fc01234), -1e-20f
    };

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBitForBit() throws Problem {
        Map<String, Tensor> written = new LinkedHashMap<>();
        written.put("layers.0.weight", new Tensor(new int[] {2, 4}, AWKWARD));
        written.put("bias", new Tensor(new int[] {8}, AWKWARD));
        written.put("scale", new Tensor(new int[0], new float[] {3}));
        written.put("nothing", new Tensor(new int[] {0, 5}, new float[0]));
        Path file = folder.resolve("net.npz");
        Npz.write(file, written);
        Map<String, Tensor> read = Npz.read(file);
        assertEquals(List.copyOf(written.keySet()), List.copyOf(read.keySet()));
        written.forEach((name, array) -> assertSame(array, read.get(name)));
    }

    @Test
    void anIndependentReaderFindsTheSameNumbers() throws Exception {
        Tensor weights = new Tensor(new int[] {2, 3}, new float[] {1, 2, 3, 4, 5, 6.5f});
        Tensor bias = new Tensor(new int[] {3}, new float[] {-1, 0, 1e-8f});
        Path file = folder.resolve("net.npz");
        Npz.write(file, Map.of("weights", weights, "bias", bias));
        Map<String, INDArray> read = Nd4j.createFromNpzFile(file.toFile());
        assertEquals(
                Map.of(
                        "weights", Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5, 6.5f}}),
                        "bias", Nd4j.createFromArray(-1f, 0f, 1e-8f)),
                read);
    }

    @Test
    void theSameNumbersGiveTheSameFile() throws Problem, IOException {
        Map<String, Tensor> arrays = Map.of("a", new Tensor(new int[] {8}, AWKWARD));
        Npz.write(folder.resolve("one"), arrays);
        Npz.write(folder.resolve("two"), arrays);
        assertEquals(-1, Files.mismatch(folder.resolve("one"), folder.resolve("two")));
    }

    @Test
    void readsCompressedDoubles() throws Problem, IOException {
        ByteBuffer doubles = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        doubles.putDouble(0.1).putDouble(-1e300);
        Tensor read = array(zip("a.npy", npy("'<f8'", "False", "(2,)", doubles.array())));
        assertArrayEquals(new float[] {0.1f, Float.NEGATIVE_INFINITY}, read.values());
        assertArrayEquals(new int[] {2}, read.shape());
    }

    @Test
    void refusesEveryTypeButFloats() throws IOException {
        for (String type : List.of("|O", ">f4", "<f2", "<i4", "|u1", "<U5")) {
            assertRefused("npz.type", npy("'" + type + "'", "False", "(2,)", new byte[8]));
        }
        assertRefused("npz.notNpy", npy("[('x', '<f4')]", "False", "(2,)", new byte[8]));
    }

    @Test
    void refusesColumnByColumn() throws IOException {
        assertRefused("npz.order", npy("'<f4'", "True", "(1, 2)", new byte[8]));
    }

    @Test
    void refusesSizesThatDoNotMatch() throws IOException {
        assertRefused("npz.short", npy("'<f4'", "False", "(2,)", new byte[7]));
        assertRefused("npz.long", npy("'<f4'", "False", "(2,)", new byte[9]));
        assertRefused("npz.long", npy("'<f4'", "False", "(0,)", new byte[4]));
    }

    @Test
    void refusesAbsurdSizesBeforeReadingThem() throws IOException {
        assertRefused("npz.tooBig", npy("'<f4'", "False", "(67108865,)", new byte[0]));
        assertRefused("npz.tooBig", npy("'<f4'", "False", "(999999999, 999999999, 999999999)", new byte[0]));
        assertRefused("npz.notNpy", npy("'<f4'", "False", "(99999999999,)", new byte[0]));
        assertRefused("npz.notNpy", npy("'<f4'", "False", "(-2,)", new byte[0]));
        assertRefused("npz.notNpy", npy("'<f4'", "False", "(1, 1, 1, 1, 1, 1, 1, 1, 1)", new byte[4]));
    }

    @Test
    void refusesWhatIsNotNpy() throws IOException {
        assertRefused("npz.notNpy", new byte[0]);
        assertRefused("npz.notNpy", "a pickle".getBytes(ISO_8859_1));
        byte[] right = npy("'<f4'", "False", "(2,)", new byte[8]);
        assertRefused("npz.notNpy", Arrays.copyOf(right, 20));
        right[6] = 2; // version
        assertRefused("npz.notNpy", right);
    }

    @Test
    void refusesNamesThatLeadElsewhere() throws IOException {
        byte[] content = npy("'<f4'", "False", "(2,)", new byte[8]);
        for (String name : List.of("../a.npy", "/a.npy", "a/b.npy", "a\\b.npy", "..npy", ".npy", "a.txt", "é.npy")) {
            byte[] file = zip(name, content);
            assertEquals("npz.name", refusal(file).key(), name);
        }
    }

    @Test
    void refusesOneNameTwice() throws IOException {
        byte[] content = npy("'<f4'", "False", "(2,)", new byte[8]);
        byte[] file = zip("a.npy", content, "b.npy", content);
        String changed = new String(file, ISO_8859_1).replace("b.npy", "a.npy");
        assertEquals("npz.twice", refusal(changed.getBytes(ISO_8859_1)).key());
    }

    @Test
    void refusesMoreArraysThanANetHas() throws IOException {
        Object[] entries = new Object[2 * (Npz.MAX_ARRAYS + 1)];
        for (int i = 0; i <= Npz.MAX_ARRAYS; i++) {
            entries[2 * i] = "a" + i + ".npy";
            entries[2 * i + 1] = npy("'<f4'", "False", "(1,)", new byte[4]);
        }
        assertEquals("npz.tooMany", refusal(zip(entries)).key());
    }

    @Test
    void refusesWhatIsNoZipOrAnEmptyOne() throws IOException {
        assertEquals("npz.notZip", refusal(new byte[0]).key());
        assertEquals("npz.notZip", refusal("no zip at all".getBytes(ISO_8859_1)).key());
        assertEquals("npz.notZip", refusal(zip()).key());
    }

    @Test
    void refusesDamage() throws Problem, IOException {
        Path file = folder.resolve("net.npz");
        Npz.write(file, Map.of("a", new Tensor(new int[] {8}, AWKWARD)));
        byte[] whole = Files.readAllBytes(file);
        byte[] flipped = whole.clone();
        flipped[30 + "a.npy".length() + 128] ^= 1; // the first number
        assertEquals("file.damaged", refusal(flipped).key(), "flipped");
        assertEquals("file.damaged", refusal(Arrays.copyOf(whole, 60)).key(), "cut off");
        byte[] name = whole.clone();
        name[30] = (byte) 0xff; // no UTF-8 begins so
        assertEquals("file.damaged", refusal(name).key(), "name");
    }

    @Test
    void refusesAFileWhereverItIsCut() throws Problem, IOException {
        Path file = folder.resolve("net.npz");
        Tensor array = new Tensor(new int[] {8}, AWKWARD);
        for (String comment : List.of("", "a comment")) {
            AtomicFile.Content content = Npz.content(Map.of("a", array, "b", array), comment);
            ByteArrayOutputStream stored = new ByteArrayOutputStream();
            content.writeTo(stored);
            byte[] npy = npy("'<f4'", "False", "(2,)", new byte[8]);
            for (byte[] whole : List.of(stored.toByteArray(), zip("a.npy", npy, "b.npy", npy))) {
                for (int length = 40; length < whole.length; length++) {
                    assertEquals(
                            "file.damaged",
                            refusal(Arrays.copyOf(whole, length)).key(),
                            "cut at " + length);
                }
            }
            Files.write(file, stored.toByteArray());
            assertEquals(comment, Npz.contents(file).comment());
        }
    }

    @Test
    void refusesToWriteWhatItWouldNotRead() {
        Tensor one = new Tensor(new int[0], new float[1]);
        Path file = folder.resolve("net.npz");
        assertThrows(IllegalArgumentException.class, () -> Npz.write(file, Map.of()));
        assertThrows(IllegalArgumentException.class, () -> Npz.write(file, Map.of("a/b", one)));
    }

    @Test
    void aShapeHoldsExactlyItsValues() {
        assertThrows(IllegalArgumentException.class, () -> new Tensor(new int[] {2, 3}, new float[5]));
        assertThrows(IllegalArgumentException.class, () -> new Tensor(new int[] {-1, -1}, new float[1]));
    }

    private static void assertSame(Tensor expected, @Nullable Tensor actual) {
        if (actual == null) {
            throw new AssertionError("array is missing");
        }
        assertArrayEquals(expected.shape(), actual.shape());
        assertArrayEquals(bits(expected), bits(actual));
    }

    private static int[] bits(Tensor array) {
        int[] bits = new int[array.values().length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(array.values()[i]);
        }
        return bits;
    }

    private static Tensor array(byte[] file) throws Problem {
        return Npz.read(new ByteArrayInputStream(file), "file")
                .values()
                .iterator()
                .next();
    }

    private static void assertRefused(String key, byte[] npy) throws IOException {
        Problem problem = refusal(zip("a.npy", npy));
        assertEquals(key, problem.key());
        assertEquals(List.of("file", "a"), problem.arguments().subList(0, 2));
    }

    private static Problem refusal(byte[] file) {
        return assertThrows(Problem.class, () -> Npz.read(new ByteArrayInputStream(file), "file"));
    }

    /** An array as NumPy would write it, but for the padding. */
    private static byte[] npy(String type, String fortran, String shape, byte[] values) {
        String header = "{'descr': %s, 'fortran_order': %s, 'shape': %s, }\n".formatted(type, fortran, shape);
        ByteBuffer buffer =
                ByteBuffer.allocate(10 + header.length() + values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put("\u0093NUMPY\1\0".getBytes(ISO_8859_1)).putShort((short) header.length());
        return buffer.put(header.getBytes(ISO_8859_1)).put(values).array();
    }

    /** A compressed zip of names and contents in turn. */
    private static byte[] zip(Object... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) entries[i]));
                zip.write((byte[]) entries[i + 1]);
            }
        }
        return out.toByteArray();
    }
}
