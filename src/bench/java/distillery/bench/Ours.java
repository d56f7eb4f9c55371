package distillery.bench;

import distillery.data.Problem;
import distillery.bench.Course.Portion;
import distillery.bench.Course.Slope;
import distillery.net.Engine;
import distillery.net.InputBatch;
import distillery.net.Network;
import java.util.List;
import java.util.Map;

/** The program's own engine. Its trainer uses two threads for a large net, one for a small one beside the window. */
final class Ours implements Contender {
    private final Course course;
    private final int threads;
    private final Network net;
    private final List<InputBatch> inputs;

    Ours(Course course, int threads) {
        this.course = course;
        this.threads = threads;
        start(threads);
        net = Course.net(course.spec());
        net.restore(course.born());
        inputs = course.portions().stream().map(this::gather).toList();
    }

    private InputBatch gather(Portion portion) {
        double[] numbers = new double[portion.pixels().length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = portion.pixels()[i];
        }
        InputBatch gathered = new InputBatch(course.spec().inputs(), course.batchSize());
        gathered.fill(numbers);
        return gathered;
    }

    private static void start(int threads) {
        try {
            Engine.start(threads);
        } catch (Problem unloaded) {
            throw new IllegalStateException(unloaded);
        }
    }

    @Override
    public String name() {
        return "ours, threads " + threads;
    }

    @Override
    public void ready() {
        start(threads);
    }

    @Override
    public void learn(int first, int steps) {
        for (int step = first; step < first + steps; step++) {
            Slope slope = slope(step);
            net.backward(inputs.get(course.at(step)), slope.gradient(), Map.of());
            net.update(Course.RATE);
        }
    }

    private Slope slope(int step) {
        double[] logits = net.forward(inputs.get(course.at(step)), step);
        return course.loss(logits, course.portions().get(course.at(step)));
    }

    @Override
    public double loss(int step) {
        return slope(step).value();
    }
}
