package distillery.net;

import distillery.data.AtomicFile;
import distillery.data.Npz;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything a net has learned, as plain numbers: for each layer the weights {@code [outputs, inputs]} row by row,
 * then the biases. On disk it is a NumPy {@code .npz} with the entries {@code W1, b1, W2, b2, …}, which NumPy opens as
 * it is and PyTorch's {@code Linear} takes as weight and bias.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Weights(Layers layers, double[] values) {
    public Weights {
        if (values.length != layers.parameters()) {
            throw new IllegalArgumentException(
                    layers + " holds " + layers.parameters() + " numbers, was given " + values.length);
        }
    }

    /** The length of all these numbers as one vector. */
    public double length() {
        return distance(new Weights(layers, new double[values.length]));
    }

    /** How far it is from here to other weights of the same layers, as the crow flies. */
    public double distance(Weights other) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double step = values[i] - other.values[i];
            sum += step * step;
        }
        return Math.sqrt(sum);
    }

    /** Writes the file beside and moves it into place. */
    public void write(Path file) throws Problem {
        AtomicFile.write(file, content());
    }

    /** What stands in the file. */
    public AtomicFile.Content content() {
        Map<String, Tensor> entries = new LinkedHashMap<>();
        int at = 0;
        for (int layer = 1; layer <= layers.depth(); layer++) {
            int inputs = layers.widths().get(layer - 1);
            int outputs = layers.widths().get(layer);
            entries.put("W" + layer, tensor(at, outputs, inputs));
            at += outputs * inputs;
            entries.put("b" + layer, tensor(at, outputs));
            at += outputs;
        }
        return Npz.content(entries);
    }

    /** Puts a net together from the entries of a file. {@code name} is what the user calls the file. */
    public static Weights of(Map<String, Tensor> entries, String name) throws Problem {
        List<Integer> widths = new ArrayList<>();
        List<double[]> parts = new ArrayList<>();
        for (int layer = 1; layer <= entries.size() / 2; layer++) {
            Tensor weight = entries.get("W" + layer);
            Tensor bias = entries.get("b" + layer);
            if (weight == null || bias == null || weight.shape().length != 2 || bias.shape().length != 1) {
                throw new Problem("weights.entries", name, "W" + layer + ", b" + layer);
            }
            int inputs = weight.shape()[1];
            int outputs = weight.shape()[0];
            if (layer == 1) {
                widths.add(inputs);
            }
            if (inputs != widths.get(widths.size() - 1) || bias.shape()[0] != outputs) {
                throw new Problem("weights.chain", name, "W" + layer, outputs + " × " + inputs);
            }
            widths.add(outputs);
            parts.add(doubles(weight.values()));
            parts.add(doubles(bias.values()));
        }
        try {
            return new Weights(new Layers(widths), joined(parts));
        } catch (Refusal impossible) {
            throw new Problem("weights.net", name, impossible.problem());
        }
    }

    private Tensor tensor(int from, int... shape) {
        int length = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        float[] part = new float[length];
        for (int i = 0; i < length; i++) {
            part[i] = (float) values[from + i];
        }
        return new Tensor(shape, part);
    }

    private static double[] doubles(float[] numbers) {
        double[] copy = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            copy[i] = numbers[i];
        }
        return copy;
    }

    private static double[] joined(List<double[]> parts) {
        double[] all = new double[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (double[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
