package distillery.bench;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import distillery.bench.Course.Portion;
import distillery.data.Tensor;
import java.util.Arrays;

/** A course's numbers as PyTorch's tensors. */
final class TorchArrays {
    private TorchArrays() {}

    /** First weights and biases, layer by layer. */
    static PtNDArray[] weights(NDManager manager, Course course) {
        return course.born().tensors().values().stream()
                .map(tensor -> array(manager, tensor.values(), shape(tensor)))
                .toArray(PtNDArray[]::new);
    }

    private static Shape shape(Tensor tensor) {
        return new Shape(Arrays.stream(tensor.shape()).asLongStream().toArray());
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
                    new Shape(rows, course.spec().classes()))
        };
    }

    private static PtNDArray array(NDManager manager, float[] values, Shape shape) {
        return (PtNDArray) manager.create(values, shape);
    }
}
