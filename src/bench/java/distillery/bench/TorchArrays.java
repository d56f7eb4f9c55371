package distillery.bench;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import distillery.bench.Course.Portion;
import distillery.net.NetSpec;

/** A course's numbers as PyTorch's tensors. */
final class TorchArrays {
    private TorchArrays() {}

    /** First weights and biases, layer by layer. */
    static PtNDArray[] weights(NDManager manager, Course course) {
        NetSpec layers = course.layers();
        PtNDArray[] arrays = new PtNDArray[2 * layers.depth()];
        double[] values = course.born().values();
        int at = 0;
        for (int i = 0; i < layers.depth(); i++) {
            int inputs = layers.widths().get(i);
            int outputs = layers.widths().get(i + 1);
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
                    portion.pixels(), new Shape(rows, course.layers().inputs())),
            (PtNDArray) manager.create(labels),
            array(
                    manager,
                    portion.teacherLogits(),
                    0,
                    new Shape(rows, course.layers().classes()))
        };
    }

    private static PtNDArray array(NDManager manager, double[] values, int from, Shape shape) {
        float[] part = new float[Math.toIntExact(shape.size())];
        for (int i = 0; i < part.length; i++) {
            part[i] = (float) values[from + i];
        }
        return (PtNDArray) manager.create(part, shape);
    }
}
