package distillery.net;

import java.util.Arrays;

/**
 * Loops over arrays, each simple enough for the compiler to turn it into vector instructions. None of them compares
 * numbers: behind a comparison that goes either way at random the compiler gives up vectors and the processor guesses
 * wrong half the time, which costs more than ten times the arithmetic.
 */
final class Kernels {
    private Kernels() {}

    /** Makes the negative numbers zero: half of {@code x + |x|}. */
    static void relu(float[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = 0.5f * (x[i] + Math.abs(x[i]));
        }
    }

    /** Adds a constant, then makes the negative numbers zero. */
    static void relu(float[] x, float constant, int from, int to) {
        for (int i = from; i < to; i++) {
            float sum = x[i] + constant;
            x[i] = 0.5f * (sum + Math.abs(sum));
        }
    }

    /** Keeps, times {@code scale}, the slopes where the output is positive, not zero. */
    static void reluBackward(float[] slope, float[] output, float scale, int from, int to) {
        for (int i = from; i < to; i++) {
            slope[i] *= Math.min(output[i] * Float.MAX_VALUE, scale);
        }
    }

    /** Zeroes a random share of the numbers, scales the others up so that the mean stays (inverted dropout). */
    static void dropout(float[] x, double share, int key, int from, int to) {
        int threshold = threshold(share);
        float scale = (float) (1 / (1 - share));
        for (int i = from; i < to; i++) {
            x[i] *= keep(i, key, threshold) * scale;
        }
    }

    static void add(float[] x, int at, float[] other, int from, int length) {
        for (int i = 0; i < length; i++) {
            x[at + i] += other[from + i];
        }
    }

    /** Adds the weighted sum of three arrays of the same length. */
    static void addThree(float[] x, float[] a, float ofA, float[] b, float ofB, float[] c, float ofC) {
        for (int i = 0; i < x.length; i++) {
            x[i] += ofA * a[i] + ofB * b[i] + ofC * c[i];
        }
    }

    /** Sums the columns {@code from..to} of {@code rows} rows of {@code width} numbers. */
    static void sumRows(float[] x, int width, int rows, float[] sums, int from, int to) {
        Arrays.fill(sums, from, to, 0);
        for (int row = 0; row < rows; row++) {
            int start = row * width;
            for (int i = from; i < to; i++) {
                sums[i] += x[start + i];
            }
        }
    }

    /** Scales every row of {@code width} numbers whose Euclidean length exceeds {@code limit} down to it. */
    static void limitRows(float[] x, double limit, int width, int from, int to) {
        for (int row = from; row < to; row++) {
            int start = row * width;
            double square = 0;
            for (int i = start; i < start + width; i++) {
                square += (double) x[i] * x[i];
            }
            if (square > limit * limit) {
                float factor = (float) (limit / Math.sqrt(square));
                for (int i = start; i < start + width; i++) {
                    x[i] *= factor;
                }
            }
        }
    }

    /** One step of SGD with momentum. */
    static void sgdStep(float[] x, float[] slope, float[] velocity, float rate, float momentum, int from, int to) {
        for (int i = from; i < to; i++) {
            velocity[i] = momentum * velocity[i] + slope[i];
            x[i] -= rate * velocity[i];
        }
    }

    /** One step of Adam. */
    static void adamStep(float[] x, float[] slope, float[] mean, float[] square, AdamStep step, int from, int to) {
        float beta1 = (float) step.beta1();
        float rest1 = (float) (1 - step.beta1());
        float beta2 = (float) step.beta2();
        float rest2 = (float) (1 - step.beta2());
        float rate = (float) step.rate();
        float rootScale = (float) step.rootScale();
        float epsilon = (float) step.epsilon();
        for (int i = from; i < to; i++) {
            float g = slope[i];
            float m = beta1 * mean[i] + rest1 * g;
            float v = beta2 * square[i] + rest2 * g * g;
            mean[i] = m;
            square[i] = v;
            x[i] -= rate * m / ((float) Math.sqrt(v) * rootScale + epsilon);
        }
    }

    /** What Adam needs to know of one step: its betas, the corrected rate, 1/√(1 − β₂ᵗ), and ε. */
    record AdamStep(double beta1, double beta2, double rate, double rootScale, double epsilon) {
        static AdamStep at(long time, double rate, Optimiser.Adam adam) {
            return new AdamStep(
                    adam.beta1(),
                    adam.beta2(),
                    rate / (1 - Math.pow(adam.beta1(), (double) time)),
                    1 / Math.sqrt(1 - Math.pow(adam.beta2(), (double) time)),
                    adam.epsilon());
        }
    }

    /** A well-mixed number for each index: cheap, without state, so that the loop over it can be vectorised. */
    static int scatter(int index, int key) {
        int mixed = (index ^ key) * 0x9E3779B1;
        mixed = (mixed ^ (mixed >>> 15)) * 0x85EBCA77;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE3D;
        return mixed ^ (mixed >>> 16);
    }

    /** 0 if the number at this index is dropped, 1 if it stays. */
    static int keep(int index, int key, int threshold) {
        return 1 + (int) (((long) scatter(index, key) - threshold) >> 63);
    }

    /** The largest scattered number that still falls into the dropped share. */
    static int threshold(double share) {
        return (int) (Integer.MIN_VALUE + share * 0x1p32);
    }
}
