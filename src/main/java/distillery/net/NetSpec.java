package distillery.net;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.data.Samples;
import distillery.data.Shape;
import distillery.net.LayerSpec.Convolution;
import distillery.net.LayerSpec.Dense;
import distillery.net.LayerSpec.MaxPool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The layers of a net from its inputs to its classes, written {@code 784-128-10} or, with convolutions over pictures,
 * {@code 28x28-c16-p2-c32-p2-128-10}. After every convolution and every dense layer but the last comes a ReLU.
 *
 * <p>A net that cannot be is refused with a {@link Refusal} that names the part and its place.
 */
public record NetSpec(Shape input, List<LayerSpec> layers) {
    /** The input and all layers. */
    public static final int MOST_PARTS = 20;

    /** Units of a dense layer, numbers of a picture. */
    public static final int WIDEST = Samples.MOST_FEATURES;

    public static final int MOST_CHANNELS = 512;
    public static final int LARGEST_KERNEL = 11;
    public static final int LARGEST_POOL = 8;
    public static final long MOST_PARAMETERS = 50_000_000;

    private static final String NAME = "layers";

    public NetSpec {
        Required.nonNull(input, "input");
        layers = List.copyOf(Required.nonNull(layers, "layers"));
        try {
            check(input, layers);
        } catch (Problem impossible) {
            throw new Refusal(NAME, impossible);
        }
    }

    /** A net of dense layers only, by its widths. */
    public static NetSpec dense(Integer... widths) {
        return new NetSpec(
                Shape.flat(widths[0]),
                Arrays.stream(widths).skip(1).<LayerSpec>map(Dense::new).toList());
    }

    /** Reads what {@link #toString} writes, and what a person types. */
    @JsonCreator
    public static NetSpec parse(String text) {
        try {
            return read(text);
        } catch (Problem impossible) {
            throw new Refusal(NAME, impossible);
        }
    }

    /**
     * Reads what a person typed: dashes and digits of any kind, {@code x} or {@code ×} in a picture's size.
     *
     * @throws Problem that names the part that makes no sense
     */
    public static NetSpec read(String typed) throws Problem {
        return NetSpecReader.read(typed);
    }

    /** Refuses a net that cannot be. */
    static void check(Shape input, List<LayerSpec> layers) throws Problem {
        if (layers.isEmpty() || layers.size() + 1 > MOST_PARTS) {
            String key = layers.isEmpty() ? "net.few" : "net.many";
            throw new Problem(key, text(input, layers), NetSpecReader.EXAMPLE, layers.size() + 1, MOST_PARTS);
        }
        long parameters = 0;
        Shape shape = input;
        boolean maps = input.isImage(); // also those of 1 × 1 that pooling may leave
        for (int i = 0; i < layers.size(); i++) {
            LayerSpec layer = layers.get(i);
            parameters += layer.parameters(shape);
            try {
                if (!maps && !(layer instanceof Dense)) {
                    throw new Problem("net.flat", layer.toString());
                }
                maps &= !(layer instanceof Dense);
                shape = layer.output(shape);
            } catch (Problem unfit) {
                throw new Problem(unfit, "net.place", text(input, layers), i + 2, unfit);
            }
        }
        if (!(layers.get(layers.size() - 1) instanceof Dense)) {
            throw new Problem(
                    "net.last",
                    text(input, layers),
                    layers.get(layers.size() - 1).toString());
        }
        if (parameters > MOST_PARAMETERS) {
            throw new Problem("net.parameters", text(input, layers), parameters, MOST_PARAMETERS);
        }
    }

    /** The shapes that the layers hand on, from what the first one gives to the logits. */
    public List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        Shape shape = input;
        for (LayerSpec layer : layers) {
            try {
                shape = layer.output(shape);
            } catch (Problem impossible) {
                throw new IllegalStateException("was checked when this was made", impossible);
            }
            shapes.add(shape);
        }
        return shapes;
    }

    /** The shape that a layer takes in. */
    public Shape before(int layer) {
        return layer == 0 ? input : shapes().get(layer - 1);
    }

    /**
     * The same net, if data of this shape and so many classes can go through it.
     *
     * @throws Problem that says what the data need
     */
    public NetSpec fitting(Shape data, int classes) throws Problem {
        if (!takes(data) || classes() != classes) {
            String inputs = convolutional() ? data.toString() : String.valueOf(data.size());
            throw new Problem(
                    "net.fit",
                    toString(),
                    input.toString(),
                    String.valueOf(classes()),
                    inputs,
                    String.valueOf(classes));
        }
        return this;
    }

    /** Whether samples of this shape can go in: pictures of this size, or as many numbers in a row. */
    public boolean takes(Shape data) {
        return (input.isImage() && data.isImage()) ? input.equals(data) : input.size() == data.size();
    }

    /** Whether there is a convolution or a pooling in it. */
    public boolean convolutional() {
        return !(layers.get(0) instanceof Dense);
    }

    /** How many numbers go in. */
    public int inputs() {
        return input.size();
    }

    public int classes() {
        return ((Dense) layers.get(layers.size() - 1)).units();
    }

    /** All weights and biases. */
    public long parameters() {
        long sum = 0;
        for (int i = 0; i < layers.size(); i++) {
            sum += layers.get(i).parameters(before(i));
        }
        return sum;
    }

    /** Multiply-adds for one sample on the way forward. */
    public long multiplyAdds() {
        long sum = 0;
        for (int i = 0; i < layers.size(); i++) {
            sum += layers.get(i).multiplyAdds(before(i));
        }
        return sum;
    }

    /** Bytes of its weights and biases as 32-bit numbers. */
    public long bytes() {
        return Float.BYTES * parameters();
    }

    /** Whether both can learn from the same data. */
    public boolean agrees(NetSpec other) {
        return takes(other.input) && classes() == other.classes();
    }

    /** The same layers between other ends. */
    public NetSpec between(Shape data, int classes) {
        List<LayerSpec> inner = new ArrayList<>(layers.subList(0, layers.size() - 1));
        inner.add(new Dense(classes));
        return new NetSpec(input.isImage() ? data : Shape.flat(data.size()), inner);
    }

    /**
     * The same net with so many times as many channels and hidden units in every layer.
     *
     * @throws Problem if that is more than a net may have
     */
    public NetSpec wider(int times) throws Problem {
        try {
            List<LayerSpec> wide = new ArrayList<>();
            for (LayerSpec layer : layers.subList(0, layers.size() - 1)) {
                wide.add(layer.wider(times));
            }
            wide.add(layers.get(layers.size() - 1));
            return new NetSpec(input, wide);
        } catch (Refusal large) {
            throw large.reason().orElseGet(large::problem);
        }
    }

    private static String text(Shape input, List<LayerSpec> layers) {
        return input + layers.stream().map(layer -> "-" + layer).collect(Collectors.joining());
    }

    @JsonValue
    @Override
    public String toString() {
        return text(input, layers);
    }

    /** The names of the layers: {@code conv1, pool1, …, dense1, …, logits}. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        int[] counts = new int[3];
        for (LayerSpec layer : layers.subList(0, layers.size() - 1)) {
            if (layer instanceof Convolution) {
                names.add("conv" + ++counts[0]);
            } else if (layer instanceof MaxPool) {
                names.add("pool" + ++counts[1]);
            } else {
                names.add("dense" + ++counts[2]);
            }
        }
        names.add(Tap.LOGITS);
        return names;
    }

    /** The number of the layer that a point belongs to, from 0. */
    public int layer(Tap tap) {
        return names().indexOf(tap.layer());
    }

    /** Every point that a loss may look at, from the inputs up. */
    public List<Tap> taps() {
        List<Tap> taps = new ArrayList<>();
        List<Shape> shapes = shapes();
        for (int i = 0; i < layers.size(); i++) {
            String name = names().get(i);
            if (!(layers.get(i) instanceof MaxPool) && i + 1 < layers.size()) {
                taps.add(new Tap(name + Tap.BEFORE, shapes.get(i)));
            }
            taps.add(new Tap(name, shapes.get(i)));
        }
        return taps;
    }

    /**
     * The point of this name.
     *
     * @throws IllegalArgumentException that lists what there is
     */
    public Tap tap(String name) {
        return taps().stream()
                .filter(tap -> tap.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    String there = taps().stream().map(Tap::name).collect(Collectors.joining(", "));
                    return new IllegalArgumentException(this + " has no " + name + ", only " + there);
                });
    }
}
