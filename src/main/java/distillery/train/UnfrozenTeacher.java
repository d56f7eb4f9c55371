package distillery.train;

import distillery.method.Method;
import distillery.method.StepContext;
import distillery.method.TeacherSlope;
import distillery.net.Dropout;
import distillery.net.InputBatch;
import distillery.net.Network;
import distillery.net.Optimiser;
import distillery.net.Weights;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A classic mistake, for the bug clinic: a teacher that nobody froze, so that the student's loss moves it as well. It is a
 * copy which one student has to itself.
 */
final class UnfrozenTeacher {
    private final Network net;

    UnfrozenTeacher(Weights teacher, Optimiser optimiser) {
        net = new Network(teacher.spec(), optimiser, Dropout.NONE, 0);
        net.restore(teacher);
        net.checkpoint();
    }

    /** On the way to {@link #follow}. */
    double[] forward(InputBatch inputs) {
        return net.forward(inputs, 0);
    }

    /** Moves it down the student's loss on the batch that it has just answered. */
    void follow(InputBatch inputs, Method method, @Nullable StepContext step, double learningRate) {
        double[] slope = step == null ? null : TeacherSlope.of(method, step);
        if (slope != null) {
            net.backward(inputs, slope, Map.of());
            net.update(learningRate);
        }
    }

    Network net() {
        return net;
    }
}
