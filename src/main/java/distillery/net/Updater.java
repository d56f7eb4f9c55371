package distillery.net;

import java.util.ArrayList;
import java.util.List;

/** Walks a net's weights down the gradient, and keeps what the optimiser remembers between steps. */
final class Updater {
    /** Numbers per round trip between ND4J's memory and Java's: few enough to stay in the nearest cache. */
    private static final int BLOCK = 4096;

    private final Optimiser optimiser;
    private final List<Layer> layers;
    private final Precision precision;
    /** Velocity, or Adam's running mean. */
    private final List<Reals> first = new ArrayList<>();
    /** Adam's running mean of squares; empty for SGD. */
    private final List<Reals> second = new ArrayList<>();

    private long time;

    Updater(Optimiser optimiser, List<Layer> layers, Precision precision) {
        this.optimiser = optimiser;
        this.layers = layers;
        this.precision = precision;
    }

    void step(double rate, double maxNorm, Crew crew) {
        if (time++ == 0) {
            makeMemory();
        }
        crew.share(part -> {
            for (int i = 0; i < layers.size(); i++) {
                Layer layer = layers.get(i);
                // Whole rows of weights for each, as max-norm needs; the biases come with the last.
                int first = part.from(layer.outputs) * layer.inputs;
                int end = part.to(layer.outputs);
                move(i, rate, first, end == layer.outputs ? layer.parameterCount() : end * layer.inputs);
                if (maxNorm > 0 && !layer.last) {
                    layer.parameters.limitRows(maxNorm, layer.inputs, part.from(layer.outputs), end);
                    layer.parameters.push(first, end * layer.inputs - first);
                }
            }
        });
    }

    private void move(int index, double rate, int first, int end) {
        Layer layer = layers.get(index);
        for (int from = first; from < end; from += BLOCK) {
            int to = Math.min(from + BLOCK, end);
            layer.gradient.pull(from, Math.max(0, Math.min(to, layer.weightCount()) - from));
            descend(index, rate, from, to);
            layer.parameters.push(from, to - from);
        }
    }

    private void descend(int layer, double rate, int from, int to) {
        Reals parameters = layers.get(layer).parameters;
        Reals gradient = layers.get(layer).gradient;
        if (optimiser instanceof Optimiser.Sgd sgd) {
            parameters.descend(gradient, first.get(layer), rate, sgd.momentum(), from, to);
        } else if (optimiser instanceof Optimiser.Adam adam) {
            Reals.AdamStep step = Reals.AdamStep.at(time, rate, adam);
            parameters.descend(gradient, first.get(layer), second.get(layer), step, from, to);
        }
    }

    /** Starts anew: no velocity, no history. */
    void forget() {
        time = 0;
        first.clear();
        second.clear();
    }

    /** Only now: a net that is asked but never taught needs none. */
    private void makeMemory() {
        for (Layer layer : layers) {
            first.add(Reals.of(precision, layer.parameterCount()));
            if (optimiser instanceof Optimiser.Adam) {
                second.add(Reals.of(precision, layer.parameterCount()));
            }
        }
    }
}
