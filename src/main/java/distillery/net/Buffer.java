package distillery.net;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A fixed run of 32-bit numbers in a Java array, where all loops work, and if it takes part in {@linkplain Matrix matrix
 * products} a second time in ND4J's memory outside the heap. The copies between the two cost less than they save: the
 * compiler turns a loop over a Java array into vector instructions, but not a loop over memory outside the heap, and
 * ND4J's own small operations cost more than the loop.
 */
final class Buffer {
    final float[] values;
    private final @Nullable Native memory;

    private Buffer(int length, @Nullable Native memory) {
        this.values = new float[length];
        this.memory = memory;
    }

    /** Numbers that no product needs. */
    static Buffer heap(int length) {
        return new Buffer(length, null);
    }

    /** Numbers that live twice. */
    static Buffer shared(int length) {
        return new Buffer(length, Native.of(length));
    }

    /** ND4J's side. */
    Native memory() {
        if (memory == null) {
            throw new IllegalStateException("these numbers take part in no product");
        }
        return memory;
    }

    /** Copies numbers to Java's side; does nothing where there is only that. */
    void fromNative(int from, int length) {
        if (memory != null) {
            memory.get(from, values, from, length);
        }
    }

    /** Copies numbers to ND4J's side; does nothing where there is none. */
    void toNative(int from, int length) {
        if (memory != null) {
            memory.put(from, values, from, length);
        }
    }

    /** A run of numbers in ND4J's memory. {@code owner} keeps it from being freed. */
    record Native(DataBuffer owner, FloatPointer address, FloatBuffer numbers) {
        static Native of(int length) {
            DataBuffer owner = Nd4j.create(DataType.FLOAT, length).data();
            return new Native(owner, new FloatPointer(owner.addressPointer()), owner.asNioFloat());
        }

        void get(int at, float[] target, int from, int length) {
            numbers.get(at, target, from, length);
        }

        void put(int at, float[] source, int from, int length) {
            numbers.put(at, source, from, length);
        }

        /** Makes them all zero. */
        void clear() {
            Pointer.memset(address, 0, numbers.capacity() * (long) Float.BYTES);
        }

        /** Takes the first numbers of others. */
        void copy(Native other, int length) {
            openblas.cblas_scopy(length, other.address, 1, address, 1);
        }

        /** Takes the first numbers of others away from these. */
        void subtract(Native other, int length) {
            openblas.cblas_saxpy(length, -1, other.address, 1, address, 1);
        }

        /** Multiplies the first numbers. */
        void scale(float factor, int length) {
            openblas.cblas_sscal(length, factor, address, 1);
        }

        /** The sum of the squares of the first numbers. */
        double squares(int length) {
            return openblas.cblas_dsdot(length, address, 1, address, 1);
        }

        /** These numbers from {@code offset} on as a matrix, row by row. */
        Matrix matrix(int offset, int rows, int columns) {
            return new Matrix(this, offset, rows, columns, columns, false);
        }

        FloatPointer at(int offset) {
            return new FloatPointer(address).position(offset);
        }
    }
}
