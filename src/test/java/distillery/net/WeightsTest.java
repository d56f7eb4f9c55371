package distillery.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Npz;
import distillery.data.Problem;
import distillery.data.Tensor;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class WeightsTest {
    private static final NetSpec LAYERS = NetSpec.dense(3, 4, 2);

    @TempDir
    Path folder;

    @Test
    void survivesAFile() throws Problem {
        Weights weights = weights();
        weights.write(folder.resolve("net.npz"));
        Weights back = Weights.of(Npz.read(folder.resolve("net.npz")), "net.npz");
        assertEquals(LAYERS, back.layers());
        assertArrayEquals(weights.values(), back.values());
    }

    @Test
    void anotherReaderSeesMatricesOfOutputsByInputs() throws Exception {
        Weights weights = weights();
        weights.write(folder.resolve("net.npz"));
        Map<String, INDArray> entries =
                Nd4j.createFromNpzFile(folder.resolve("net.npz").toFile());
        assertEquals(4, entries.size());
        assertArrayEquals(new long[] {4, 3}, entry(entries, "W1").shape());
        assertArrayEquals(new long[] {4}, entry(entries, "b1").shape());
        assertArrayEquals(new long[] {2, 4}, entry(entries, "W2").shape());
        for (int unit = 0; unit < 4; unit++) {
            for (int input = 0; input < 3; input++) {
                assertEquals(
                        weights.values()[unit * 3 + input], entry(entries, "W1").getDouble(unit, input));
            }
        }
    }

    @Test
    void refusesWhatIsNoNet() {
        Tensor matrix = new Tensor(new int[] {4, 3}, new float[12]);
        Tensor row = new Tensor(new int[] {4}, new float[4]);
        Tensor stranger = new Tensor(new int[] {2, 5}, new float[10]);
        Tensor two = new Tensor(new int[] {2}, new float[2]);
        assertRefused("weights.entries", Map.of("W1", matrix, "bias", row));
        assertRefused("weights.entries", Map.of("W1", row, "b1", row));
        assertRefused("weights.chain", Map.of("W1", matrix, "b1", two));
        assertRefused("weights.chain", Map.of("W1", matrix, "b1", row, "W2", stranger, "b2", two));
        assertRefused("weights.net", Map.of());
    }

    private static void assertRefused(String key, Map<String, Tensor> entries) {
        Problem problem = assertThrows(Problem.class, () -> Weights.of(entries, "net.npz"));
        assertEquals(key, problem.key());
        assertTrue(problem.getMessage().startsWith("net.npz"));
    }

    private static INDArray entry(Map<String, INDArray> entries, String name) {
        return Objects.requireNonNull(entries.get(name), name);
    }

    private static Weights weights() {
        Network net = new Network(LAYERS, Precision.FLOAT, 1, Optimiser.Adam.standard(), 0, 0);
        net.initialise(Initialisation.XAVIER, 1);
        return net.weights();
    }
}
