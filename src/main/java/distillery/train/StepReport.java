package distillery.train;

import distillery.data.Batch;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one training step did, in plain numbers. Nobody writes to the arrays after the report is out.
 *
 * @param step the number of the step, from 1
 * @param epoch the running epoch, from 1
 * @param live where the sliders stood
 * @param batch what the arms were shown
 * @param leading the arm to watch: the distilled student, or before its turn another that learns for it
 * @param teacherLogits row-major {@code [rows, classes]}; empty if nobody asked the teacher
 * @param imagesPerSecond images through all arms together, this step alone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StepReport(
        long step,
        int epoch,
        LiveSettings live,
        Batch batch,
        ArmName leading,
        double[] teacherLogits,
        Map<ArmName, ArmStep> arms,
        double imagesPerSecond)
        implements TrainEvent {

    /** The step of the arm to watch. */
    public ArmStep watched() {
        return Objects.requireNonNull(arms.get(leading));
    }

    /** The first arm whose loss stopped being a number. */
    public Optional<ArmName> broken() {
        return allBroken().findFirst();
    }

    /** All arms with such a loss. */
    public Stream<ArmName> allBroken() {
        return arms.entrySet().stream()
                .filter(entry -> !entry.getValue().finite())
                .map(Map.Entry::getKey);
    }

    /**
     * One arm's side of a step, before its weights moved. All losses are means over the batch, in nats.
     *
     * @param soft the divergence from the teacher at the training temperature, without T²; no number if nobody asked the
     *     teacher
     * @param total what this arm minimises
     * @param own what its method's comparison of hidden layers adds to the total; no number where it compares none
     * @param pattern the share of units that are on where the teacher's are and off where they are off; no number where its
     *     method does not compare that
     * @param logits row-major {@code [rows, classes]}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record ArmStep(
            double hard, double soft, double softTimesT2, double total, double own, double pattern, double[] logits) {
        static ArmStep broken(double[] logits) {
            return new ArmStep(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, logits);
        }

        boolean finite() {
            return Double.isFinite(hard) && Double.isFinite(total) && !Double.isInfinite(softTimesT2);
        }
    }
}
