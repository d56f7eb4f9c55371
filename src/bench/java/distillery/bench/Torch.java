package distillery.bench;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import distillery.bench.Course.Portion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** PyTorch at its best: one native call for a whole step. */
final class Torch implements Contender {
    private final Course course;
    private final int threads;
    private final PtNDManager manager;
    private final PtSymbolBlock program;
    private final List<IValue[]> arguments = new ArrayList<>();

    Torch(Course course, int threads) throws IOException {
        this.course = course;
        this.threads = threads;
        manager = (PtNDManager) NDManager.newBaseManager(Device.cpu(), "PyTorch");
        program = JniUtils.loadModule(manager, TorchScript.archive(course), false, false);
        IValue weights = IValue.listFrom(TorchArrays.weights(manager, course));
        IValue mean = IValue.listFrom(zeros());
        IValue square = IValue.listFrom(zeros());
        IValue time = IValue.listFrom(scalars());
        for (Portion portion : course.portions()) {
            PtNDArray[] batch = TorchArrays.batch(manager, course, portion);
            arguments.add(new IValue[] {
                IValue.from(batch[0]), IValue.from(batch[1]), IValue.from(batch[2]), weights, mean, square, time
            });
        }
    }

    private PtNDArray[] zeros() {
        PtNDArray[] arrays = TorchArrays.weights(manager, course);
        for (PtNDArray array : arrays) {
            array.muli(0);
        }
        return arrays;
    }

    /** One count of steps per parameter, as its Adam wants it. */
    private PtNDArray[] scalars() {
        PtNDArray[] counts = new PtNDArray[course.born().tensors().size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (PtNDArray) manager.zeros(new Shape());
        }
        return counts;
    }

    @Override
    public String name() {
        return "PyTorch, one call, threads " + threads;
    }

    @Override
    public void ready() {
        JniUtils.setNumThreads(threads);
    }

    @Override
    public void learn(int first, int steps) {
        for (int step = first; step < first + steps; step++) {
            program.forward(arguments.get(course.at(step))).close();
        }
    }

    @Override
    public double loss(int step) {
        try (IValue result = program.forward(arguments.get(course.at(step)));
                NDArray loss = result.toTensor(manager)) {
            return loss.getFloat();
        }
    }

    @Override
    public void close() {
        program.close();
        manager.close();
    }
}
