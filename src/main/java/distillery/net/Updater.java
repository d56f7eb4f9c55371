package distillery.net;

import distillery.net.Reals.AdamStep;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        AdamStep adam = optimiser instanceof Optimiser.Adam known ? AdamStep.at(time, rate, known) : null;
        crew.share(part -> {
            for (int i = 0; i < layers.size(); i++) {
                Layer layer = layers.get(i);
                int end = part.to(layer.outputs);
                int block = Math.max(1, BLOCK / layer.inputs);
                for (int from = part.from(layer.outputs); from < end; from += block) {
                    move(i, rate, adam, maxNorm, from, Math.min(from + block, end));
                }
                if (end == layer.outputs) {
                    descend(i, rate, adam, layer.weightCount(), layer.parameterCount());
                }
            }
        });
    }

    /** Moves some rows of weights. */
    private void move(int index, double rate, @Nullable AdamStep adam, double maxNorm, int from, int to) {
        Layer layer = layers.get(index);
        layer.pullGradient(from, to);
        descend(index, rate, adam, from * layer.inputs, to * layer.inputs);
        if (maxNorm > 0 && !layer.last) {
            layer.parameters.limitRows(maxNorm, layer.inputs, from, to);
        }
        layer.pushWeights(from, to);
    }

    private void descend(int layer, double rate, @Nullable AdamStep adam, int from, int to) {
        Reals parameters = layers.get(layer).parameters;
        Reals gradient = layers.get(layer).gradient;
        if (optimiser instanceof Optimiser.Sgd sgd) {
            parameters.descend(gradient, first.get(layer), rate, sgd.momentum(), from, to);
        } else if (adam != null) {
            parameters.descend(gradient, first.get(layer), second.get(layer), adam, from, to);
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
