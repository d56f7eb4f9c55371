package distillery.net;

import distillery.net.Crew.Part;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Numbers of 32 bits; the same loops as {@link DoubleReals}. */
final class FloatReals extends Reals {
    private static final ThreadLocal<float[]> STRIP = ThreadLocal.withInitial(() -> new float[0]);

    /** Keeps ND4J's memory alive as long as this. */
    private final DataBuffer owner;

    private final FloatPointer address;
    private final FloatBuffer memory;
    private final float[] values;

    FloatReals(INDArray memory, int length) {
        owner = memory.data();
        address = new FloatPointer(owner.addressPointer());
        this.memory = owner.asNioFloat();
        this.values = new float[length];
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
        openblas.cblas_sgemm(
                openblas.CblasRowMajor,
                turnLeft ? openblas.CblasTrans : openblas.CblasNoTrans,
                turnRight ? openblas.CblasTrans : openblas.CblasNoTrans,
                rows,
                to - from,
                inner,
                1,
                ((FloatReals) left).address,
                turnLeft ? rows : inner,
                ((FloatReals) right).at(turnRight ? from * inner : from),
                turnRight ? inner : columns,
                (float) keep,
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
        values[index] = (float) value;
    }

    @Override
    void load(float[] source, int length) {
        System.arraycopy(source, 0, values, 0, length);
    }

    @Override
    void pushColumns(Columns columns, int from, int to) {
        if (columns.all()) {
            push(from * columns.width(), (to - from) * columns.width());
            return;
        }
        int count = columns.count();
        float[] packed = strip(BLOCK * count);
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
        float[] packed = strip(BLOCK * count);
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
            memory.put(i * width + from, floats(row), at + from, to - from);
        }
    }

    @Override
    void rectify(int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = 0.5f * (values[i] + Math.abs(values[i]));
        }
    }

    @Override
    void sumRows(Reals sums, int at, int width, int rows, Part part) {
        int from = part.from(width);
        int to = part.to(width);
        float[] sum = floats(sums);
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
        float[] output = floats(outputs);
        float factor = (float) scale;
        for (int i = from; i < to; i++) {
            values[i] *= Math.min(output[i] * Float.MAX_VALUE, factor);
        }
    }

    @Override
    void drop(double share, int key, int from, int to) {
        int threshold = threshold(share);
        float factor = (float) (1 / (1 - share));
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
                square += (double) values[i] * values[i];
            }
            if (square > limit * limit) {
                float factor = (float) (limit / Math.sqrt(square));
                for (int i = start; i < start + width; i++) {
                    values[i] *= factor;
                }
            }
        }
    }

    @Override
    void descend(Reals gradient, Reals velocity, double rate, double momentum, int from, int to) {
        float[] slope = floats(gradient);
        float[] speed = floats(velocity);
        float factor = (float) rate;
        float keep = (float) momentum;
        for (int i = from; i < to; i++) {
            speed[i] = keep * speed[i] + slope[i];
            values[i] -= factor * speed[i];
        }
    }

    @Override
    void descend(Reals gradient, Reals mean, Reals square, AdamStep step, int from, int to) {
        float[] slope = floats(gradient);
        float[] first = floats(mean);
        float[] second = floats(square);
        float beta1 = (float) step.beta1();
        float rest1 = (float) (1 - step.beta1());
        float beta2 = (float) step.beta2();
        float rest2 = (float) (1 - step.beta2());
        float rate = (float) step.rate();
        float rootScale = (float) step.rootScale();
        float epsilon = (float) step.epsilon();
        for (int i = from; i < to; i++) {
            float g = slope[i];
            float m = beta1 * first[i] + rest1 * g;
            float v = beta2 * second[i] + rest2 * g * g;
            first[i] = m;
            second[i] = v;
            values[i] -= rate * m / ((float) Math.sqrt(v) * rootScale + epsilon);
        }
    }

    private FloatPointer at(int offset) {
        return new FloatPointer(address).position(offset);
    }

    /** Room for some rows on their way, a thread's own. */
    private static float[] strip(int length) {
        float[] room = STRIP.get();
        if (room.length < length) {
            room = new float[length];
            STRIP.set(room);
        }
        return room;
    }

    private static float[] floats(Reals other) {
        return ((FloatReals) other).values;
    }
}
