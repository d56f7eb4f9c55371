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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        assertEquals(spec, WeightsReader.spec(tensors, "net.npz", new Shape(1, 8, 8)));
        Map<String, Tensor> named = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> named.put(name.replace("0.", "conv1.").replace("3.", "conv2."), tensor));
        assertArrayEquals(
                net.weights().values(), WeightsReader.of(named, "net.npz", spec).values());
        Problem other = assertThrows(
                Problem.class, () -> WeightsReader.of(tensors, "net.npz", NetSpec.parse("8x8-c3-c4-p2-6-2")));
        assertEquals("weights.shape", other.key());
        Problem smaller =
                assertThrows(Problem.class, () -> WeightsReader.spec(tensors, "net.npz", new Shape(1, 12, 12)));
        assertEquals("weights.unclear", smaller.key());
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
