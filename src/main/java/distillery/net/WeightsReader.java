package distillery.net;

import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Shape;
import distillery.data.Tensor;
import distillery.net.LayerSpec.Convolution;
import distillery.net.LayerSpec.Dense;
import distillery.net.LayerSpec.MaxPool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Weights from the arrays of a file: what {@link Weights} writes, what {@code numpy.savez(file, **state_dict)} makes of a
 * PyTorch net with dense layers and convolutions in their order, whatever its modules are called, and files of earlier
 * versions, whose arrays are {@code W1, b1, W2, b2, …}.
 */
public final class WeightsReader {
    private static final String WEIGHT = ".weight";
    private static final String BIAS = ".bias";

    private WeightsReader() {}

    /** The weights of a net that is known. {@code name} is what the user calls the file. */
    public static Weights of(Map<String, Tensor> entries, String name, NetSpec expected) throws Problem {
        List<Named> arrays = arrays(entries, name);
        Map<String, int[]> wanted = shapes(expected);
        if (arrays.size() != wanted.size()) {
            throw new Problem("weights.count", name, arrays.size(), expected.toString(), wanted.size());
        }
        float[] values = new float[Math.toIntExact(expected.parameters())];
        int at = 0;
        int index = 0;
        for (int[] shape : wanted.values()) {
            Named array = arrays.get(index++);
            if (!Arrays.equals(shape, array.tensor.shape())) {
                throw new Problem(
                        "weights.shape",
                        name,
                        array.name,
                        sides(array.tensor.shape()),
                        sides(shape),
                        expected.toString());
            }
            System.arraycopy(array.tensor.values(), 0, values, at, array.tensor.values().length);
            at += array.tensor.values().length;
        }
        return new Weights(expected, values);
    }

    /** The weights of a net of dense layers, whose widths the arrays tell. */
    public static Weights dense(Map<String, Tensor> entries, String name) throws Problem {
        return of(entries, name, denseSpec(arrays(entries, name), name));
    }

    /**
     * The net that these arrays are the weights of, on data of such a shape. Which maps are pooled is told by the numbers
     * in the arrays' names, where they are a {@code Sequential}'s, and by the first dense layer.
     */
    public static NetSpec spec(Map<String, Tensor> entries, String name, Shape data) throws Problem {
        List<Named> arrays = arrays(entries, name);
        if (arrays.get(0).tensor.shape().length != 4) {
            return denseSpec(arrays, name);
        }
        List<LayerSpec> layers = new ArrayList<>();
        int number = -1;
        for (int i = 0; i < arrays.size(); i += 2) {
            Named weight = arrays.get(i);
            int next = number(weight.name);
            boolean flattens = weight.tensor.shape().length == 2
                    && arrays.get(i - Math.min(i, 2)).tensor.shape().length == 4;
            if (number >= 0 && next - number - 2 - (flattens ? 1 : 0) > 0) {
                layers.add(new MaxPool(2));
            }
            number = next;
            layers.add(layer(weight, name));
        }
        try {
            NetSpec spec = new NetSpec(data, layers);
            of(entries, name, spec);
            return spec;
        } catch (Refusal | Problem unclear) {
            throw new Problem(unclear, "weights.unclear", name, data.toString());
        }
    }

    private static LayerSpec layer(Named weight, String file) throws Problem {
        int[] shape = weight.tensor.shape();
        try {
            return shape.length == 4 ? new Convolution(shape[0], shape[2]) : new Dense(shape[0]);
        } catch (Refusal impossible) {
            throw new Problem(impossible, "weights.array", file, weight.name, sides(shape));
        }
    }

    private static NetSpec denseSpec(List<Named> arrays, String file) throws Problem {
        List<LayerSpec> layers = new ArrayList<>();
        for (int i = 0; i < arrays.size(); i += 2) {
            if (arrays.get(i).tensor.shape().length != 2) {
                throw new Problem(
                        "weights.array",
                        file,
                        arrays.get(i).name,
                        sides(arrays.get(i).tensor.shape()));
            }
            layers.add(layer(arrays.get(i), file));
        }
        try {
            return new NetSpec(Shape.flat(arrays.get(0).tensor.shape()[1]), layers);
        } catch (Refusal impossible) {
            throw new Problem(impossible, "weights.net", file, impossible.problem());
        }
    }

    private record Named(String name, Tensor tensor) {}

    /** Weight, bias, weight, bias …, in the order of the layers; every number finite. */
    private static List<Named> arrays(Map<String, Tensor> entries, String file) throws Problem {
        List<Named> arrays = new ArrayList<>();
        boolean old = entries.containsKey("W1");
        List<String> layers = old ? oldLayers(entries) : layers(entries);
        for (String layer : layers) {
            for (String part : old ? new String[] {"W", "b"} : new String[] {WEIGHT, BIAS}) {
                String name = old ? part + layer : layer + part;
                Tensor tensor = entries.get(name);
                if (tensor == null) {
                    throw new Problem("weights.missing", file, name);
                }
                check(tensor, part.equals(BIAS) || part.equals("b"), file, name);
                arrays.add(new Named(name, tensor));
            }
        }
        if (arrays.size() != entries.size() || arrays.isEmpty()) {
            String left = entries.keySet().stream()
                    .filter(name -> arrays.stream().noneMatch(array -> array.name.equals(name)))
                    .findFirst()
                    .orElse("");
            throw new Problem("weights.other", file, left);
        }
        return arrays;
    }

    private static void check(Tensor tensor, boolean bias, String file, String name) throws Problem {
        int[] shape = tensor.shape();
        boolean kernels = shape.length == 4 && shape[2] == shape[3];
        if (bias ? shape.length != 1 : shape.length != 2 && !kernels) {
            throw new Problem("weights.array", file, name, sides(tensor.shape()));
        }
        for (float value : tensor.values()) {
            if (!Float.isFinite(value)) {
                throw new Problem("weights.nan", file, name);
            }
        }
    }

    private static List<String> oldLayers(Map<String, Tensor> entries) {
        List<String> layers = new ArrayList<>();
        for (int i = 1; i <= (entries.size() + 1) / 2; i++) {
            layers.add(String.valueOf(i));
        }
        return layers;
    }

    /** By number where the names are numbers: a zip may list them in any order. */
    private static List<String> layers(Map<String, Tensor> entries) {
        List<String> layers = entries.keySet().stream()
                .filter(name -> name.endsWith(WEIGHT))
                .map(name -> name.substring(0, name.length() - WEIGHT.length()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (layers.stream().allMatch(layer -> number(layer + WEIGHT) >= 0)) {
            layers.sort((a, b) -> Integer.compare(number(a + WEIGHT), number(b + WEIGHT)));
        }
        return layers;
    }

    /** The place in a {@code Sequential}; negative for a name of another kind. */
    private static int number(String name) {
        String layer = name.substring(0, Math.max(0, name.length() - WEIGHT.length()));
        return layer.matches("[0-9]{1,4}") ? Integer.parseInt(layer) : -1;
    }

    /** The names and shapes of a net's parameters, in their order. */
    static Map<String, int[]> shapes(NetSpec spec) {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        int number = 0;
        for (int i = 0; i < spec.layers().size(); i++) {
            LayerSpec layer = spec.layers().get(i);
            Shape before = spec.before(i);
            if (layer instanceof MaxPool) {
                number++;
                continue;
            }
            if (layer instanceof Convolution convolution) {
                int kernel = convolution.kernel();
                shapes.put(number + WEIGHT, new int[] {convolution.channels(), before.channels(), kernel, kernel});
                shapes.put(number + BIAS, new int[] {convolution.channels()});
            } else if (layer instanceof Dense dense) {
                number += i > 0 && !(spec.layers().get(i - 1) instanceof Dense) ? 1 : 0;
                shapes.put(number + WEIGHT, new int[] {dense.units(), before.size()});
                shapes.put(number + BIAS, new int[] {dense.units()});
            }
            number += 2;
        }
        return shapes;
    }

    static Tensor tensor(int[] shape, float[] values, int from) {
        int length = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return new Tensor(shape, Arrays.copyOfRange(values, from, from + length));
    }

    private static String sides(int[] shape) {
        return Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining(" × "));
    }
}
