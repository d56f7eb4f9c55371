package distillery.net;

import distillery.net.Buffer.Native;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * A matrix in ND4J's memory, row by row, {@code stride} numbers from one row to the next; {@code transposed} turns what
 * is stored on its diagonal. All matrix products of the program are made here, by the OpenBLAS that ND4J has loaded and
 * not through {@code Nd4j.gemm}, which does the same but takes 7 µs to find out: as long as a small layer's product.
 */
record Matrix(Native memory, int offset, int rows, int columns, int stride, boolean transposed) {
    Matrix transpose() {
        return new Matrix(memory, offset, columns, rows, stride, !transposed);
    }

    /** The columns {@code from..to}. */
    Matrix columns(int from, int to) {
        int start = offset + (transposed ? from * stride : from);
        return new Matrix(memory, start, rows, to - from, stride, transposed);
    }

    /** {@code this = rows · rowsᵀ} on the diagonal and below it: half the work of a product. */
    void pairs(Matrix of) {
        openblas.cblas_ssyrk(
                openblas.CblasRowMajor,
                openblas.CblasLower,
                openblas.CblasNoTrans,
                rows,
                of.columns,
                1,
                of.memory.at(of.offset),
                of.stride,
                0,
                memory.at(offset),
                stride);
    }

    /**
     * {@code this += left · rightᵀ}, row by row, none of the three transposed: faster than a product where there are few rows
     * and each is long.
     */
    void addByRows(Matrix left, Matrix right) {
        FloatPointer others = right.memory.at(right.offset);
        for (int row = 0; row < rows; row++) {
            openblas.cblas_sgemv(
                    openblas.CblasRowMajor,
                    openblas.CblasNoTrans,
                    right.rows,
                    right.columns,
                    1,
                    others,
                    right.stride,
                    left.memory.at(left.offset + row * left.stride),
                    1,
                    1,
                    memory.at(offset + row * stride),
                    1);
        }
    }

    /** {@code this = left · right + keep · this}. */
    void product(Matrix left, Matrix right, float keep) {
        if (columns == 0 || rows == 0) {
            return;
        }
        openblas.cblas_sgemm(
                openblas.CblasRowMajor,
                left.transposed ? openblas.CblasTrans : openblas.CblasNoTrans,
                right.transposed ? openblas.CblasTrans : openblas.CblasNoTrans,
                rows,
                columns,
                left.columns,
                1,
                left.memory.at(left.offset),
                left.stride,
                right.memory.at(right.offset),
                right.stride,
                keep,
                memory.at(offset),
                stride);
    }
}
