package distillery.net;

import distillery.net.Kernels.AdamStep;
import distillery.net.WorkerPool.Slice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks parameters down their gradient, and keeps what the optimiser remembers between steps. */
final class OptimiserState {
    /** Numbers per round trip between ND4J's memory and Java's: few enough to stay in the nearest cache. */
    private static final int BLOCK = 4096;

    private final Optimiser optimiser;
    private final List<Parameter> parameters;
    /** Velocity, or Adam's running mean. */
    private final List<float[]> first = new ArrayList<>();
    /** Adam's running mean of squares; empty for SGD. */
    private final List<float[]> second = new ArrayList<>();

    private long time;

    OptimiserState(Optimiser optimiser, List<Parameter> parameters) {
        this.optimiser = optimiser;
        this.parameters = parameters;
    }

    void step(double rate, double maxNorm, WorkerPool pool) {
        if (time++ == 0) {
            makeMemory();
        }
        AdamStep adam = optimiser instanceof Optimiser.Adam known ? AdamStep.at(time, rate, known) : null;
        pool.parallel(slice -> {
            for (int i = 0; i < parameters.size(); i++) {
                move(i, rate, adam, maxNorm, slice);
            }
        });
    }

    private void move(int index, double rate, @Nullable AdamStep adam, double maxNorm, Slice slice) {
        Parameter parameter = parameters.get(index);
        int width = parameter.width();
        int block = Math.max(1, BLOCK / width);
        int end = slice.to(parameter.rows());
        for (int from = slice.from(parameter.rows()); from < end; from += block) {
            int to = Math.min(from + block, end);
            parameter.fetchGradient(from, to);
            descend(index, rate, adam, from * width, to * width);
            if (maxNorm > 0 && parameter.limited) {
                Kernels.limitRows(parameter.value.values, maxNorm, width, from, to);
            }
            parameter.publish(from, to);
        }
    }

    private void descend(int index, double rate, @Nullable AdamStep adam, int from, int to) {
        float[] values = parameters.get(index).value.values;
        float[] slope = parameters.get(index).gradient.values;
        if (optimiser instanceof Optimiser.Sgd sgd) {
            Kernels.sgdStep(values, slope, first.get(index), (float) rate, (float) sgd.momentum(), from, to);
        } else if (adam != null) {
            Kernels.adamStep(values, slope, first.get(index), second.get(index), adam, from, to);
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
        for (Parameter parameter : parameters) {
            first.add(new float[parameter.size()]);
            if (optimiser instanceof Optimiser.Adam) {
                second.add(new float[parameter.size()]);
            }
        }
    }
}
