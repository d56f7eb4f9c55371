package distillery.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Npz;
import distillery.data.Problem;
import distillery.data.Shape;
import distillery.data.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class WeightsTest {
    private static final NetSpec NET = NetSpec.dense(3, 4, 2);

    @TempDir
    Path folder;

    @Test
    void survivesAFile() throws Problem {
        Weights weights = weights();
        weights.write(folder.resolve("net.npz"));
        Weights back = WeightsReader.dense(Npz.read(folder.resolve("net.npz")), "net.npz");
        assertEquals(NET, back.spec());
        assertArrayEquals(weights.values(), back.values());
    }

    @Test
    void anotherReaderSeesMatricesOfOutputsByInputs() throws Exception {
        Weights weights = weights();
        weights.write(folder.resolve("net.npz"));
        Map<String, INDArray> entries =
                Nd4j.createFromNpzFile(folder.resolve("net.npz").toFile());
        assertEquals(4, entries.size());
        assertArrayEquals(new long[] {4, 3}, entry(entries, "0.weight").shape());
        assertArrayEquals(new long[] {4}, entry(entries, "0.bias").shape());
        assertArrayEquals(new long[] {2, 4}, entry(entries, "2.weight").shape());
        for (int unit = 0; unit < 4; unit++) {
            for (int input = 0; input < 3; input++) {
                assertEquals(
                        weights.values()[unit * 3 + input],
                        entry(entries, "0.weight").getDouble(unit, input));
            }
        }
    }

    @Test
    void refusesWhatIsNoNet() {
        Tensor matrix = new Tensor(new int[] {4, 3}, new float[12]);
        Tensor row = new Tensor(new int[] {4}, new float[4]);
        Tensor stranger = new Tensor(new int[] {2, 5}, new float[10]);
        Tensor two = new Tensor(new int[] {2}, new float[2]);
        assertRefused("weights.missing", Map.of("W1", matrix, "bias", row));
        assertRefused("weights.missing", Map.of("0.weight", matrix));
        assertRefused("weights.array", Map.of("W1", row, "b1", row));
        assertRefused("weights.array", Map.of("a.weight", matrix, "a.bias", matrix));
        assertRefused("weights.shape", Map.of("W1", matrix, "b1", two));
        assertRefused("weights.transposed", Map.of("W1", matrix, "b1", new Tensor(new int[] {3}, new float[3])));
        assertRefused("weights.shape", Map.of("W1", matrix, "b1", row, "W2", stranger, "b2", two));
        assertRefused("weights.other", Map.of("0.weight", matrix, "0.bias", row, "running_mean", row));
        assertRefused("weights.other", Map.of("other", row));
        Tensor broken = new Tensor(new int[] {4}, new float[] {0, Float.NaN, 0, 0});
        assertRefused("weights.nan", Map.of("W1", matrix, "b1", broken));
    }

    @Test
    void filesOfEarlierVersionsAreRead() throws Problem {
        Weights weights = weights();
        Map<String, Tensor> old = new LinkedHashMap<>();
        weights.tensors()
                .forEach((name, tensor) ->
                        old.put((name.endsWith("weight") ? "W" : "b") + (name.startsWith("0") ? 1 : 2), tensor));
        assertArrayEquals(weights.values(), WeightsReader.dense(old, "old.npz").values());
    }

    @Test
    void whatPyTorchCallsItsModulesDoesNotMatter() throws Problem {
        NetSpec spec = NetSpec.parse("8x8-c3-p2-c4-p2-6-2");
        Network net = new Network(spec, Optimiser.Adam.standard(), Dropout.NONE, 0);
        net.initialise(Initialisation.HE, 1);
        Map<String, Tensor> tensors = net.weights().tensors();
        assertEquals(
                List.of("0.weight", "0.bias", "3.weight", "3.bias", "7.weight", "7.bias", "9.weight", "9.bias"),
                List.copyOf(tensors.keySet()));
        assertArrayEquals(
                new int[] {4, 3, 3, 3},
                Objects.requireNonNull(tensors.get("3.weight")).shape());
        assertEquals(spec, spec(tensors, new Shape(1, 8, 8), 2));
        Map<String, Tensor> named = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> named.put(name.replaceFirst("[0-9]+", "module$0"), tensor));
        assertEquals(spec, spec(named, new Shape(1, 8, 8), 2));
        Map<String, Tensor> counted = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> counted.put(counted.size() / 2 + name.substring(name.indexOf('.')), tensor));
        assertEquals(spec, spec(counted, new Shape(1, 8, 8), 2));
        assertArrayEquals(
                net.weights().values(), WeightsReader.of(named, "net.npz", spec).values());
        Problem other = assertThrows(
                Problem.class, () -> WeightsReader.of(tensors, "net.npz", NetSpec.parse("8x8-c3-c4-p2-6-2")));
        assertEquals("weights.shape", other.key());
        Problem smaller = assertThrows(Problem.class, () -> spec(tensors, new Shape(1, 12, 12), 2));
        assertEquals("weights.pools", smaller.key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "784-10",
                "28x28-32-10",
                "28x28-c2-10",
                "28x28-c2-p4-10",
                "28x28-c2-p2-p2-10",
                "28x28-p2-c2-10",
                "28x28-p2-5-10",
                "28x28-p1-c2-p1-10",
                "28x28-c2-p2-c2k5-p7-6-5-10",
                "28x28-c2-p7-c2-p2-10",
                "28x28-p4-p7-c2k1-10"
            })
    void everyNetIsReadFromItsFile(String layers) throws Problem {
        NetSpec net = NetSpec.parse(layers);
        Path file = folder.resolve("net.npz");
        zeros(net).write(file);
        assertEquals(net, WeightsReader.spec(Npz.contents(file), "net.npz", Shape.DIGIT, 10));
    }

    /** As files of earlier versions are, and those that NumPy writes. */
    @ParameterizedTest
    @CsvSource({
        "784-5-10, 784-5-10",
        "28x28-c2-10, 28x28-c2-10",
        "28x28-c2-c3-10, 28x28-c2-c3-10",
        "28x28-c2-p2-c3-p2-5-10, 28x28-c2-p2-c3-p2-5-10",
        "28x28-c2-p7-5-10, 28x28-c2-p7-5-10",
        "28x28-c2-p2-p2-10, 28x28-c2-p4-10",
        "28x28-p2-c2-10, 28x28-p2-c2-10",
        "28x28-p2-p2-5-10, 28x28-p4-5-10"
    })
    void withoutANoteTheArraysTellANetThatDoesTheSame(String written, String read) throws Problem {
        assertEquals(
                read,
                spec(zeros(NetSpec.parse(written)).tensors(), Shape.DIGIT, 10).toString());
    }

    @Test
    void severalPoolsThatTheArraysDoNotTellAreNotGuessed() {
        Map<String, Tensor> arrays = zeros(NetSpec.parse("28x28-p2-c2-p2-10")).tensors();
        assertEquals(
                "weights.pools",
                assertThrows(Problem.class, () -> spec(arrays, Shape.DIGIT, 10)).key());
    }

    @Test
    void aNoteOfAnotherNetOrProgramIsOverlooked() throws Problem {
        NetSpec net = NetSpec.parse("28x28-c2-p2-10");
        for (String note : List.of("28x28-c2-p2-5-10", "784-5-10", "made by hand", "1" + "x1".repeat(30_000))) {
            Npz.Contents file = new Npz.Contents(zeros(net).tensors(), note);
            assertEquals(net, WeightsReader.spec(file, "net.npz", Shape.DIGIT, 10));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "weights.shape, '0.weight 4 3 3 3; 2.weight 10 3136', 0.weight",
        "weights.shape, '0.weight 4 1 3 3; 2.weight 8 5 3 3; 5.weight 10 6272', 2.weight",
        "weights.shape, '0.weight 4 1 3 3; 3.weight 20 3136; 5.weight 10 21', 5.weight",
        "weights.shape, '0.weight 50 784; 2.weight 10 51', 2.weight",
        "weights.pools, '0.weight 4 1 3 3; 3.weight 10 100', 3.weight",
        "weights.pools, '0.weight 4 1 3 3; 3.weight 10 2704', 3.weight",
        "weights.layer, '0.weight 4 1 2 2; 3.weight 10 3136', 0.weight",
        "weights.net, '0.weight 784 784; 2.weight 4 1 3 3; 5.weight 10 3136', c4",
        "weights.net, '0.weight 4 1 3 3', c4",
        "weights.array, '0.weight 10 0', 0.weight",
        "weights.inputs, '0.weight 10 783', 0.weight",
        "weights.classes, '0.weight 20 784; 2.weight 9 20', 2.weight"
    })
    void aRefusalNamesFileAndArray(String key, String shapes, String named) {
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        for (String array : shapes.split("; ", -1)) {
            String[] parts = array.split(" ", 2);
            int[] shape = Arrays.stream(parts[1].split(" ", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            arrays.put(parts[0], zeros(shape));
            arrays.put(parts[0].replace("weight", "bias"), zeros(shape[0]));
        }
        Problem problem = assertThrows(Problem.class, () -> spec(arrays, Shape.DIGIT, 10));
        assertEquals(key, problem.key(), problem.getMessage());
        assertTrue(problem.getMessage().startsWith("net.npz"), problem.getMessage());
        assertTrue(problem.getMessage().contains(named), problem.getMessage());
    }

    @Test
    void kernelsDoNotGoOverNumbersInARow() {
        Map<String, Tensor> arrays = zeros(NetSpec.parse("28x28-c2-2")).tensors();
        Problem problem = assertThrows(Problem.class, () -> spec(arrays, Shape.flat(10), 2));
        assertEquals("weights.pictures", problem.key());
    }

    private static NetSpec spec(Map<String, Tensor> arrays, Shape data, int classes) throws Problem {
        return WeightsReader.spec(new Npz.Contents(arrays, ""), "net.npz", data, classes);
    }

    private static Weights zeros(NetSpec net) {
        return new Weights(net, new float[Math.toIntExact(net.parameters())]);
    }

    private static Tensor zeros(int... shape) {
        return new Tensor(shape, new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)]);
    }

    private static void assertRefused(String key, Map<String, Tensor> entries) {
        Problem problem = assertThrows(Problem.class, () -> WeightsReader.dense(entries, "net.npz"));
        assertEquals(key, problem.key());
        assertTrue(problem.getMessage().startsWith("net.npz"));
    }

    private static INDArray entry(Map<String, INDArray> entries, String name) {
        return Objects.requireNonNull(entries.get(name), name);
    }

    private static Weights weights() {
        Network net = new Network(NET, Optimiser.Adam.standard(), Dropout.NONE, 0);
        net.initialise(Initialisation.XAVIER, 1);
        return net.weights();
    }
}
