package distillery.train;

import distillery.data.Samples;
import distillery.net.InputBatch;
import distillery.net.Network;

/** Tells how a teacher does while it is trained: its loss now and then, its test errors after each epoch. */
final class TeacherCurve {
    /** How often an epoch the loss is told. */
    private static final int TOLD = 20;

    private final int epochs;
    private final Samples test;
    private final InputBatch inputs;
    private final ProgressMonitor monitor;
    private double sum;
    private int count;
    private double told;

    TeacherCurve(int epochs, Samples test, InputBatch inputs, ProgressMonitor monitor) {
        this.epochs = epochs;
        this.test = test;
        this.inputs = inputs;
        this.monitor = monitor;
    }

    /** Takes the loss of one step, after which the net had seen so many epochs. */
    void add(double loss, double epoch, Network net) {
        sum += loss;
        count++;
        boolean ended = epoch == Math.rint(epoch);
        if (ended || epoch - told >= 1.0 / TOLD) {
            monitor.teacher(new TrainEvent.TeacherLearning(
                    epoch,
                    epochs,
                    sum / count,
                    ended ? Evaluator.errors(test, net::logits, inputs) : -1,
                    test.count()));
            sum = 0;
            count = 0;
            told = epoch;
        }
    }
}
