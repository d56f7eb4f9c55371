package distillery.net;

import distillery.net.Crew.Part;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Numbers of 64 bits; the same loops as {@link FloatReals}, which Java cannot share between types. */
final class DoubleReals extends Reals {
    private static final ThreadLocal<double[]> STRIP = ThreadLocal.withInitial(() -> new double[0]);

    /** Keeps ND4J's memory alive as long as this. */
    private final DataBuffer owner;

    private final DoublePointer address;
    private final DoubleBuffer memory;
    private final double[] values;

    DoubleReals(INDArray memory, int length) {
        owner = memory.data();
        address = new DoublePointer(owner.addressPointer());
        this.memory = owner.asNioDouble();
        this.values = new double[length];
    }

    @Override
    void product(
            int rows,
            int inner,
            int columns,
            Reals left,
            boolean turnLeft,
            Reals right,
            boolean turnRight,
            double keep,
            Part part) {
        int from = part.from(columns);
        int to = part.to(columns);
        if (from == to) {
            return;
        }
        openblas.cblas_dgemm(
                openblas.CblasRowMajor,
                turnLeft ? openblas.CblasTrans : openblas.CblasNoTrans,
                turnRight ? openblas.CblasTrans : openblas.CblasNoTrans,
                rows,
                to - from,
                inner,
                1,
                ((DoubleReals) left).address,
                turnLeft ? rows : inner,
                ((DoubleReals) right).at(turnRight ? from * inner : from),
                turnRight ? inner : columns,
                keep,
                at(from),
                columns);
    }

    @Override
    void pull(int from, int length) {
        memory.get(from, values, from, length);
    }

    @Override
    void push(int from, int length) {
        memory.put(from, values, from, length);
    }

    @Override
    double get(int index) {
        return values[index];
    }

    @Override
    void set(int index, double value) {
        values[index] = value;
    }

    @Override
    void load(float[] source, int length) {
        for (int i = 0; i < length; i++) {
            values[i] = source[i];
        }
    }

    @Override
    void pushColumns(Columns columns, int from, int to) {
        if (columns.all()) {
            push(from * columns.width(), (to - from) * columns.width());
            return;
        }
        int count = columns.count();
        double[] packed = strip(BLOCK * count);
        for (int first = from; first < to; first += BLOCK) {
            int rows = Math.min(BLOCK, to - first);
            for (int i = 0; i < rows; i++) {
                columns.pack(values, (first + i) * columns.width(), packed, i * count);
            }
            memory.put(first * count, packed, 0, rows * count);
        }
    }

    @Override
    void pullColumns(Columns columns, int from, int to) {
        if (columns.all()) {
            pull(from * columns.width(), (to - from) * columns.width());
            return;
        }
        int count = columns.count();
        double[] packed = strip(BLOCK * count);
        Arrays.fill(values, from * columns.width(), to * columns.width(), 0);
        for (int first = from; first < to; first += BLOCK) {
            int rows = Math.min(BLOCK, to - first);
            memory.get(first * count, packed, 0, rows * count);
            for (int i = 0; i < rows; i++) {
                columns.unpack(packed, i * count, values, (first + i) * columns.width());
            }
        }
    }

    @Override
    void repeat(Reals row, int at, int width, int rows, Part part) {
        int from = part.from(width);
        int to = part.to(width);
        for (int i = 0; i < rows; i++) {
            memory.put(i * width + from, doubles(row), at + from, to - from);
        }
    }

    @Override
    void rectify(int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = 0.5 * (values[i] + Math.abs(values[i]));
        }
    }

    @Override
    void sumRows(Reals sums, int at, int width, int rows, Part part) {
        int from = part.from(width);
        int to = part.to(width);
        double[] sum = doubles(sums);
        Arrays.fill(sum, at + from, at + to, 0);
        for (int row = 0; row < rows; row++) {
            int start = row * width;
            for (int i = from; i < to; i++) {
                sum[at + i] += values[start + i];
            }
        }
    }

    @Override
    void gate(Reals outputs, double scale, int from, int to) {
        double[] output = doubles(outputs);
        double factor = scale;
        for (int i = from; i < to; i++) {
            values[i] *= Math.min(output[i] * Double.MAX_VALUE, factor);
        }
    }

    @Override
    void drop(double share, int key, int from, int to) {
        int threshold = threshold(share);
        double factor = 1 / (1 - share);
        for (int i = from; i < to; i++) {
            values[i] *= keep(i, key, threshold) * factor;
        }
    }

    @Override
    void limitRows(double limit, int width, int from, int to) {
        for (int row = from; row < to; row++) {
            int start = row * width;
            double square = 0;
            for (int i = start; i < start + width; i++) {
                square += values[i] * values[i];
            }
            if (square > limit * limit) {
                double factor = limit / Math.sqrt(square);
                for (int i = start; i < start + width; i++) {
                    values[i] *= factor;
                }
            }
        }
    }

    @Override
    void descend(Reals gradient, Reals velocity, double rate, double momentum, int from, int to) {
        double[] slope = doubles(gradient);
        double[] speed = doubles(velocity);
        double factor = rate;
        double keep = momentum;
        for (int i = from; i < to; i++) {
            speed[i] = keep * speed[i] + slope[i];
            values[i] -= factor * speed[i];
        }
    }

    @Override
    void descend(Reals gradient, Reals mean, Reals square, AdamStep step, int from, int to) {
        double[] slope = doubles(gradient);
        double[] first = doubles(mean);
        double[] second = doubles(square);
        double beta1 = step.beta1();
        double rest1 = (1 - step.beta1());
        double beta2 = step.beta2();
        double rest2 = (1 - step.beta2());
        double rate = step.rate();
        double rootScale = step.rootScale();
        double epsilon = step.epsilon();
        for (int i = from; i < to; i++) {
            double g = slope[i];
            double m = beta1 * first[i] + rest1 * g;
            double v = beta2 * second[i] + rest2 * g * g;
            first[i] = m;
            second[i] = v;
            values[i] -= rate * m / (Math.sqrt(v) * rootScale + epsilon);
        }
    }

    private DoublePointer at(int offset) {
        return new DoublePointer(address).position(offset);
    }

    /** Room for some rows on their way, a thread's own. */
    private static double[] strip(int length) {
        double[] room = STRIP.get();
        if (room.length < length) {
            room = new double[length];
            STRIP.set(room);
        }
        return room;
    }

    private static double[] doubles(Reals other) {
        return ((DoubleReals) other).values;
    }
}
