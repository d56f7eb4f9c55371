package distillery.net;

import distillery.data.Npz;
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
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Weights from the arrays of a file: what {@link Weights} writes, what {@code numpy.savez(file, **state_dict)} makes of a
 * PyTorch net with dense layers and convolutions in their order, whatever its modules are called, and files of earlier
 * versions, whose arrays are {@code W1, b1, W2, b2, …}.
 */
public final class WeightsReader {
    /** More signs than the text of any net has. */
    private static final int LONGEST_NOTE = 300;

    private static final String WEIGHT = ".weight";
    private static final String BIAS = ".bias";

    private WeightsReader() {}

    /** The weights of a net that is known. {@code name} is what the user calls the file. */
    public static Weights of(Map<String, Tensor> entries, String name, NetSpec expected) throws Problem {
        List<Named> arrays = arrays(entries, name);
        check(arrays, name, expected);
        float[] values = new float[Math.toIntExact(expected.parameters())];
        int at = 0;
        for (Named array : arrays) {
            System.arraycopy(array.tensor.values(), 0, values, at, array.tensor.values().length);
            at += array.tensor.values().length;
        }
        return new Weights(expected, values);
    }

    private static void check(List<Named> arrays, String name, NetSpec expected) throws Problem {
        Map<String, int[]> wanted = shapes(expected);
        if (arrays.size() != wanted.size()) {
            throw new Problem("weights.count", name, arrays.size(), expected.toString(), wanted.size());
        }
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
        }
    }

    /** The weights of a net of dense layers, whose widths the arrays tell. */
    public static Weights dense(Map<String, Tensor> entries, String name) throws Problem {
        return of(entries, name, dense(arrays(entries, name), name));
    }

    /**
     * The net that these arrays are the weights of, for data of such a shape and so many classes: the one that {@link
     * Weights} noted in the file, where it fits them, else what they tell themselves.
     */
    public static NetSpec spec(Npz.Contents file, String name, Shape data, int classes) throws Problem {
        List<Named> arrays = arrays(file.arrays(), name);
        Optional<NetSpec> noted = noted(file.comment(), arrays, name);
        NetSpec spec = noted.isPresent() ? noted.get() : told(arrays, name, data);
        if (!spec.takes(data)) {
            boolean maps = spec.convolutional();
            String takes = maps ? spec.input().toString() : String.valueOf(spec.inputs());
            String given = maps ? data.toString() : String.valueOf(data.size());
            throw new Problem("weights.inputs", name, arrays.get(0).name, takes, given);
        }
        if (spec.classes() != classes) {
            String last = arrays.get(arrays.size() - 2).name;
            throw new Problem("weights.classes", name, last, String.valueOf(spec.classes()), String.valueOf(classes));
        }
        return spec;
    }

    private static Optional<NetSpec> noted(String comment, List<Named> arrays, String file) {
        try {
            NetSpec spec = NetSpec.read(comment.length() > LONGEST_NOTE ? "" : comment);
            check(arrays, file, spec);
            return Optional.of(spec);
        } catch (Problem another) {
            return Optional.empty();
        }
    }

    private static NetSpec told(List<Named> arrays, String file, Shape data) throws Problem {
        int[] first = arrays.get(0).tensor.shape();
        boolean pooled = data.isImage() && number(arrays.get(0).name) > 1 && first[1] < data.size();
        if (first.length == 4 || pooled) {
            return maps(arrays, file, data);
        }
        NetSpec spec = dense(arrays, file);
        check(arrays, file, spec);
        return spec;
    }

    /**
     * A net over pictures. A gap between the numbers of a {@code Sequential} tells of a pool; other names tell nothing, so
     * that there may be one after each convolution. How much a single one takes together, the first dense layer
     * tells; several are 2 × 2 each, and what stands in front of the first layer is then none.
     */
    private static NetSpec maps(List<Named> arrays, String file, Shape data) throws Problem {
        if (!data.isImage()) {
            throw new Problem("weights.pictures", file, arrays.get(0).name, String.valueOf(data.size()));
        }
        boolean[] pooled = pooled(arrays);
        boolean single =
                IntStream.range(0, pooled.length).filter(i -> pooled[i]).count() == 1;
        pooled[0] &= single;
        Named flattening = arrays.stream()
                .filter(array -> array.tensor.shape().length == 2)
                .findFirst()
                .orElse(arrays.get(0));
        int sizes = single ? NetSpec.LARGEST_POOL : 2;
        List<Problem> impossible = new ArrayList<>();
        for (int size = 1; size <= sizes; size++) {
            try {
                NetSpec spec = net(data, layers(arrays, pooled, size, file), file);
                check(arrays, file, spec);
                return spec;
            } catch (Problem unfit) {
                if (unfit.key().equals("weights.net")) {
                    impossible.add(unfit);
                } else if (!unfit.arguments().contains(flattening.name)) {
                    throw unfit;
                }
            }
        }
        if (impossible.size() == sizes) {
            throw impossible.get(0);
        }
        int at = arrays.indexOf(flattening);
        int channels = at == 0 ? data.channels() : arrays.get(at - 2).tensor.shape()[0];
        Shape flattened = new Shape(channels, data.height(), data.width());
        throw new Problem(
                "weights.pools",
                file,
                flattening.name,
                String.valueOf(flattening.tensor.shape()[1]),
                flattened.toString(),
                String.valueOf(flattened.size()));
    }

    /** In front of which layers there may be a pool. */
    private static boolean[] pooled(List<Named> arrays) {
        boolean[] pooled = new boolean[arrays.size() / 2];
        int next = 0;
        for (int i = 0; i < pooled.length; i++) {
            Named weight = arrays.get(2 * i);
            int number = number(weight.name);
            int flatten = weight.tensor.shape().length == 2 ? 1 : 0;
            pooled[i] = number < next ? i > 0 : number > next + flatten;
            if (flatten > 0) {
                break;
            }
            next = number + 2;
        }
        return pooled;
    }

    private static List<LayerSpec> layers(List<Named> arrays, boolean[] pooled, int size, String file) throws Problem {
        List<LayerSpec> layers = new ArrayList<>();
        for (int i = 0; i < pooled.length; i++) {
            if (pooled[i] && size > 1) {
                layers.add(new MaxPool(size));
            }
            Named weight = arrays.get(2 * i);
            int[] shape = weight.tensor.shape();
            try {
                layers.add(shape.length == 4 ? new Convolution(shape[0], shape[2]) : new Dense(shape[0]));
            } catch (Refusal impossible) {
                throw new Problem(impossible, "weights.layer", file, weight.name, sides(shape), impossible.problem());
            }
        }
        return layers;
    }

    private static NetSpec dense(List<Named> arrays, String file) throws Problem {
        Shape input = Shape.flat(arrays.get(0).tensor.shape()[1]);
        return net(input, layers(arrays, new boolean[arrays.size() / 2], 1, file), file);
    }

    private static NetSpec net(Shape input, List<LayerSpec> layers, String file) throws Problem {
        try {
            return new NetSpec(input, layers);
        } catch (Refusal impossible) {
            Problem reason = impossible.reason().orElseGet(impossible::problem);
            throw new Problem(impossible, "weights.net", file, reason);
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
                requireNumbers(tensor, part.equals(BIAS) || part.equals("b"), file, name);
                arrays.add(new Named(name, tensor));
            }
            requireRows(arrays.get(arrays.size() - 2), arrays.get(arrays.size() - 1), file);
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

    private static void requireNumbers(Tensor tensor, boolean bias, String file, String name) throws Problem {
        int[] shape = tensor.shape();
        boolean kernels = shape.length == 4 && shape[2] == shape[3];
        boolean empty = tensor.values().length == 0;
        if (empty || (bias ? shape.length != 1 : shape.length != 2 && !kernels)) {
            throw new Problem("weights.array", file, name, sides(tensor.shape()));
        }
        for (float value : tensor.values()) {
            if (!Float.isFinite(value)) {
                throw new Problem("weights.nan", file, name);
            }
        }
    }

    /** A dense layer's weights have a row for each output, as many as there are biases. */
    private static void requireRows(Named weight, Named bias, String file) throws Problem {
        int[] shape = weight.tensor.shape();
        int biases = bias.tensor.values().length;
        if (shape.length == 2 && shape[0] != biases && shape[1] == biases) {
            throw new Problem("weights.transposed", file, weight.name, sides(shape), bias.name, biases);
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
