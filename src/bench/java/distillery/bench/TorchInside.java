package distillery.bench;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import distillery.method.Attention;
import distillery.method.Hint;
import distillery.method.Method;
import distillery.method.MethodKind;
import distillery.method.Similarity;
import distillery.net.Tap;
import java.util.ArrayList;
import java.util.List;

/** The same as {@link OursInside}, operation by operation as PyTorch code bases write it, with its own gradients. */
final class TorchInside implements Contender {
    private final Inside inside;
    private final int threads;
    private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    private final List<NDArray> students = new ArrayList<>();
    private final List<NDArray> teachers = new ArrayList<>();
    private final List<NDArray> regressor = new ArrayList<>();
    private final double weight;

    TorchInside(Inside inside, int threads) {
        this.inside = inside;
        this.threads = threads;
        for (int pool = inside.kind() == MethodKind.ATTENTION ? 1 : 2; pool <= 2; pool++) {
            students.add(learning(array(inside.student().tap("pool" + pool))));
            NDArray taught = array(inside.teacher().tap("pool" + pool));
            teachers.add(inside.kind() == MethodKind.ATTENTION ? seen(taught, false) : taught); // ours keeps it, too
        }
        if (inside.kind() == MethodKind.HINT) {
            int from = inside.student().tap("pool2").shape().channels();
            int to = inside.teacher().tap("pool2").shape().channels();
            regressor.add(learning(manager.create(Inside.regressor(from, to), new Shape(to, from, 1, 1))));
            regressor.add(learning(manager.zeros(new Shape(to))));
        }
        weight = weight(inside.settings().method());
    }

    private static double weight(Method method) {
        if (method instanceof Hint hint) {
            return hint.weight();
        }
        return method instanceof Attention attention ? attention.weight() : ((Similarity) method).weight();
    }

    private NDArray array(Tap tap) {
        distillery.data.Shape shape = tap.shape();
        return manager.create(
                inside.values().get(tap), new Shape(inside.rows(), shape.channels(), shape.height(), shape.width()));
    }

    private static NDArray learning(NDArray array) {
        array.setRequiresGradient(true);
        return array;
    }

    @Override
    public String name() {
        return "PyTorch, operations, threads " + threads;
    }

    @Override
    public void ready() {
        JniUtils.setNumThreads(threads);
    }

    @Override
    public void learn(int first, int steps) {
        for (int i = 0; i < steps; i++) {
            try (NDManager scope = manager.newSubManager();
                    GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                collector.backward(loss(scope));
                for (NDArray learner : students) {
                    clear(learner);
                }
                for (NDArray learner : regressor) {
                    clear(learner);
                }
            }
        }
    }

    private static void clear(NDArray learner) {
        NDArray gradient = ((PtNDArray) learner).getGradient();
        gradient.subi(gradient);
        gradient.close();
    }

    @Override
    public double loss(int step) {
        try (NDManager scope = manager.newSubManager()) {
            return loss(scope).getFloat();
        }
    }

    private NDArray loss(NDManager scope) {
        students.forEach(scope::tempAttachAll);
        teachers.forEach(scope::tempAttachAll);
        regressor.forEach(scope::tempAttachAll);
        NDArray sum = scope.zeros(new Shape());
        for (int i = 0; i < students.size(); i++) {
            NDArray taught = teachers.get(i);
            NDArray wanted = inside.kind() == MethodKind.ATTENTION ? taught : seen(taught, false);
            NDArray apart = seen(students.get(i), true).sub(wanted);
            NDArray found = apart.mul(apart).mean();
            sum = sum.add(found);
        }
        return sum.mul((float) weight);
    }

    private NDArray seen(NDArray maps, boolean learns) {
        if (inside.kind() == MethodKind.HINT) {
            return learns
                    ? Conv2d.conv2d(maps, regressor.get(0), regressor.get(1)).singletonOrThrow()
                    : maps;
        }
        if (inside.kind() == MethodKind.ATTENTION) {
            return unit(maps.mul(maps).mean(new int[] {1}).reshape(inside.rows(), -1));
        }
        NDArray flat = maps.reshape(inside.rows(), -1);
        return unit(flat.matMul(flat.transpose()));
    }

    private static NDArray unit(NDArray rows) {
        return rows.div(rows.mul(rows).sum(new int[] {1}, true).sqrt());
    }

    @Override
    public void close() {
        manager.close();
    }
}
