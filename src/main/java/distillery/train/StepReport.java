package distillery.train;

import distillery.data.Batch;
import java.util.Map;
import java.util.Optional;

/**
 * What one training step did, in plain numbers. Nobody writes to the arrays after the report is out.
 *
 * @param step the number of the step, from 1
 * @param epoch the running epoch, from 1
 * @param live where the sliders stood
 * @param batch what the students were shown
 * @param teacherLogits row-major {@code [rows, classes]}
 * @param imagesPerSecond images through all students together, this step alone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StepReport(
        long step,
        int epoch,
        LiveSettings live,
        Batch batch,
        double[] teacherLogits,
        Map<Student, StudentStep> students,
        double imagesPerSecond)
        implements TrainEvent {

    /** The first student whose loss stopped being a number. */
    public Optional<Student> broken() {
        return students.entrySet().stream()
                .filter(entry -> !entry.getValue().finite())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * One student's side of a step, before its weights moved. All losses are means over the batch, in nats.
     *
     * @param soft the divergence from the teacher at the training temperature, without T²
     * @param total what this student minimises
     * @param logits row-major {@code [rows, classes]}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record StudentStep(double hard, double soft, double softTimesT2, double total, double[] logits) {
        boolean finite() {
            return Double.isFinite(hard) && Double.isFinite(softTimesT2) && Double.isFinite(total);
        }
    }
}
