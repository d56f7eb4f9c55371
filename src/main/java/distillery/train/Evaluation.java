package distillery.train;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the arms do on samples that nobody learns from.
 *
 * @param step after how many steps
 * @param epoch after how many whole epochs
 * @param on which samples these are
 * @param teacher the distilled student's teacher, always the same unless it is unfrozen
 */
public record Evaluation(long step, int epoch, EvaluationSet on, Map<ArmName, Score> arms, Score teacher)
        implements TrainEvent {

    /** The first arm that says something else than numbers: its last step was too long. */
    public Optional<ArmName> broken() {
        return allBroken().findFirst();
    }

    /** All arms that do. */
    public Stream<ArmName> allBroken() {
        return arms.entrySet().stream()
                .filter(entry -> !Double.isFinite(entry.getValue().hardLoss()))
                .map(Map.Entry::getKey);
    }

    /**
     * One net on these samples.
     *
     * @param agreement share of samples where its first choice is its teacher's; for the teacher, what it was at first; no
     *     number in a second task, where there is no teacher
     * @param hardLoss cross-entropy against the labels, in nats; no number for a net that says none
     * @param logits what it said to every sample, row-major; nobody writes to it
     * @param taken the class of the largest of each sample's logits; nobody writes to it
     * @param confusion what samples of each class were taken for
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Score(
            int errors,
            double accuracy,
            double agreement,
            double hardLoss,
            double[] logits,
            int[] taken,
            ConfusionMatrix confusion) {
        /** The errors of each class. */
        public List<Integer> classErrors() {
            return IntStream.range(0, confusion.classes())
                    .mapToObj(confusion::errorsOf)
                    .toList();
        }

        /** The errors of the classes {@code from..to}. */
        public int errors(int from, int to) {
            return IntStream.range(from, to).map(confusion::errorsOf).sum();
        }
    }
}
