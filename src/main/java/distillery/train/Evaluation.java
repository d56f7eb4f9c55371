package distillery.train;

import java.util.Map;

/**
 * How the students do on the held-out test samples.
 *
 * @param step after how many steps
 * @param epoch after how many whole epochs
 */
public record Evaluation(long step, int epoch, Map<Student, Score> students) implements TrainEvent {

    /**
     * One net on the test samples.
     *
     * @param agreement share of samples where its first choice is the teacher's
     * @param hardLoss cross-entropy against the test labels, in nats
     * @param logits what it said to every test sample, row-major; nobody writes to it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Score(int errors, double accuracy, double agreement, double hardLoss, double[] logits) {}
}
