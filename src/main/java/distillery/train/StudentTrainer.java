package distillery.train;

import distillery.data.Batch;
import distillery.loss.HintonLoss;
import distillery.method.Gradients;
import distillery.method.LiveHyperparameters;
import distillery.method.Method;
import distillery.method.StepContext;
import distillery.net.InputBatch;
import distillery.net.Network;

/** A student: a net, the method it learns by, and how long it has been at it. */
final class StudentTrainer {
    private final Network net;
    private final Method method;
    private long nanos;
    private long images;

    StudentTrainer(Network net, Method method) {
        this.net = net;
        this.method = method;
    }

    /**
     * One step: forward, loss, backward, update. A loss that is no number leaves the weights as they were.
     *
     * @param loose whether the loss moves this teacher as well
     */
    StepReport.StudentStep learn(
            InputBatch inputs,
            Batch batch,
            double[] teacherLogits,
            Teacher teacher,
            boolean loose,
            LiveSettings live,
            int epoch,
            int key) {
        long start = System.nanoTime();
        double[] logits = net.forward(inputs, key);
        StepReport.StudentStep report = broken(logits);
        if (finite(logits) && finite(teacherLogits)) {
            LiveHyperparameters knobs = live.knobs();
            HintonLoss.Value measured = new HintonLoss(knobs.temperature(), knobs.softWeight(), knobs.hardWeight())
                    .of(logits, teacherLogits, batch.labels(), net.spec().classes());
            StepContext scene = new StepContext(
                    knobs, epoch, net.spec().classes(), batch.labels(), logits, teacherLogits, measured);
            Gradients pull = method.pull(scene);
            report = new StepReport.StudentStep(
                    measured.hard(), measured.soft(), measured.softTimesT2(), pull.loss(), logits);
            if (report.finite()) {
                net.backward(inputs, pull.logits(), pull.slopes());
                net.update(live.learningRate());
                if (loose) {
                    teacher.follow(inputs, method.pullOnTeacher(scene), live.learningRate());
                }
            }
        }
        nanos += System.nanoTime() - start;
        images += inputs.rows();
        return report;
    }

    Network net() {
        return net;
    }

    double seconds() {
        return nanos / 1e9;
    }

    double imagesPerSecond() {
        return nanos == 0 ? 0 : images / seconds();
    }

    private static StepReport.StudentStep broken(double[] logits) {
        return new StepReport.StudentStep(Double.NaN, Double.NaN, Double.NaN, Double.NaN, logits);
    }

    private static boolean finite(double[] numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }
}
