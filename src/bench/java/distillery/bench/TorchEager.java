package distillery.bench;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import distillery.bench.Course.Portion;
import distillery.net.LayerSpec;
import distillery.net.LayerSpec.Convolution;
import distillery.net.LayerSpec.MaxPool;
import distillery.net.NetSpec;
import java.util.ArrayList;
import java.util.List;

/** PyTorch the way DJL's documentation has it: operation by operation, gradients collected, DJL's Adam. */
final class TorchEager implements Contender {
    private final Course course;
    private final int threads;
    private final NDManager manager;
    private final PtNDArray[] parameters;
    private final List<PtNDArray[]> batches = new ArrayList<>();
    private final Adam adam = Optimizer.adam()
            .optLearningRateTracker(Tracker.fixed((float) Course.RATE))
            .build();

    TorchEager(Course course, int threads) {
        this.course = course;
        this.threads = threads;
        manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        parameters = TorchArrays.weights(manager, course);
        for (PtNDArray parameter : parameters) {
            parameter.setRequiresGradient(true);
        }
        for (Portion portion : course.portions()) {
            batches.add(TorchArrays.batch(manager, course, portion));
        }
    }

    @Override
    public String name() {
        return "PyTorch, operations, threads " + threads;
    }

    @Override
    public void ready() {
        JniUtils.setNumThreads(threads);
    }

    /** DJL's Adam adds its epsilon before the bias is corrected: with convolutions that shows most. */
    @Override
    public double tolerance() {
        return 3e-3;
    }

    @Override
    public void learn(int first, int steps) {
        for (int step = first; step < first + steps; step++) {
            try (NDManager scope = manager.newSubManager();
                    GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                collector.backward(loss(step, scope));
                update();
            }
        }
    }

    @Override
    public double loss(int step) {
        try (NDManager scope = manager.newSubManager()) {
            return loss(step, scope).getFloat();
        }
    }

    private NDArray loss(int step, NDManager scope) {
        NDArray[] batch = batches.get(course.at(step));
        scope.tempAttachAll(batch);
        scope.tempAttachAll(parameters);
        return TorchLoss.of(forward(batch[0]), batch[1], batch[2], course.distilled());
    }

    private NDArray forward(NDArray pixels) {
        NetSpec net = course.spec();
        NDArray x = net.convolutional() ? pixels.reshape(TorchScript.shape(course, net.input())) : pixels;
        int at = 0;
        for (LayerSpec layer : net.layers()) {
            if (layer instanceof MaxPool pool) {
                Shape size = new Shape(pool.size(), pool.size());
                x = Pool.maxPool2d(x, size, size, new Shape(0, 0), false);
                continue;
            }
            x = layer instanceof Convolution convolution ? convolved(x, convolution, at) : linear(x, at);
            at += 2;
            x = at < parameters.length ? Activation.relu(new NDList(x)).singletonOrThrow() : x;
        }
        return x;
    }

    private NDArray convolved(NDArray x, Convolution layer, int at) {
        int border = layer.kernel() / 2;
        Shape one = new Shape(1, 1);
        return Conv2d.conv2d(
                        x, parameters[at], parameters[at + 1], one, new Shape(border, border), one)
                .singletonOrThrow();
    }

    private NDArray linear(NDArray x, int at) {
        NDArray flat = x.getShape().dimension() > 2 ? x.reshape(course.batchSize(), -1) : x;
        return flat.getNDArrayInternal()
                .linear(flat, parameters[at], parameters[at + 1])
                .singletonOrThrow();
    }

    private void update() {
        for (int i = 0; i < parameters.length; i++) {
            NDArray gradient = parameters[i].getGradient();
            adam.update(String.valueOf(i), parameters[i], gradient);
            gradient.subi(gradient);
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
