package distillery.bench;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import distillery.bench.Course.Portion;

import java.util.Arrays;

/** A course's numbers as PyTorch's tensors. */
final class TorchArrays {
    private TorchArrays() {}

    /** First weights and biases, layer by layer. */
    static PtNDArray[] weights(NDManager manager, Course course) {
                PtNDArray[] arrays = new PtNDArray[2 * course.depth()];
        float[] values = course.born().values();
        int at = 0;
        for (int i = 0; i < course.depth(); i++) {
            int inputs = course.widths().get(i);
            int outputs = course.widths().get(i + 1);
            arrays[2 * i] = array(manager, values, at, new Shape(outputs, inputs));
            at += outputs * inputs;
            arrays[2 * i + 1] = array(manager, values, at, new Shape(outputs));
            at += outputs;
        }
        return arrays;
    }

    /** Pixels, labels, teacher's logits. */
    static PtNDArray[] batch(NDManager manager, Course course, Portion portion) {
        int rows = course.batchSize();
        long[] labels = new long[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = portion.labels()[i];
        }
        return new PtNDArray[] {
            (PtNDArray) manager.create(
                    portion.pixels(), new Shape(rows, course.spec().inputs())),
            (PtNDArray) manager.create(labels),
            array(
                    manager,
                    portion.teacherFloats(),
                    0,
                    new Shape(rows, course.spec().classes()))
        };
    }

    private static PtNDArray array(NDManager manager, float[] values, int from, Shape shape) {
        float[] part = Arrays.copyOfRange(values, from, from + Math.toIntExact(shape.size()));
        return (PtNDArray) manager.create(part, shape);
    }
}
