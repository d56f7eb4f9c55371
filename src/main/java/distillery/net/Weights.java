package distillery.net;

import distillery.data.AtomicFile;
import distillery.data.Npz;
import distillery.data.Problem;
import distillery.data.Tensor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything a net has learned, as plain numbers: layer by layer the weights, {@code [outputs, inputs]} or {@code
 * [outputs, inputs, height, width]}, row by row, then the biases.
 *
 * <p>On disk it is a NumPy {@code .npz} whose entries have the names and shapes of a PyTorch {@code Sequential} of the same
 * layers, where ReLU, MaxPool2d and Flatten count: {@code 0.weight, 0.bias, 2.weight, …}. The zip's comment notes the net's
 * text, for the arrays do not tell every pool. {@link WeightsReader} reads them.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Weights(NetSpec spec, float[] values) {
    public Weights {
        if (values.length != spec.parameters()) {
            throw new IllegalArgumentException(
                    spec + " holds " + spec.parameters() + " numbers, was given " + values.length);
        }
    }

    /** The Euclidean length of all these numbers as one vector. */
    public double length() {
        return distance(new Weights(spec, new float[values.length]));
    }

    /** The Euclidean distance to other weights of the same net. */
    public double distance(Weights other) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double step = (double) values[i] - other.values[i];
            sum += step * step;
        }
        return Math.sqrt(sum);
    }

    /** The numbers by their names in a file. */
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        int at = 0;
        for (Map.Entry<String, int[]> parameter : WeightsReader.shapes(spec).entrySet()) {
            Tensor tensor = WeightsReader.tensor(parameter.getValue(), values, at);
            tensors.put(parameter.getKey(), tensor);
            at += tensor.values().length;
        }
        return tensors;
    }

    /** Writes the file beside and moves it into place. */
    public void write(Path file) throws Problem {
        AtomicFile.write(file, content());
    }

    /** What stands in the file. */
    public AtomicFile.Content content() {
        return Npz.content(tensors(), spec.toString());
    }
}
