package distillery.lab.train;

import distillery.data.Samples;
import distillery.loss.Softmax;
import distillery.train.StepReport;
import distillery.train.StepReport.ArmStep;
import distillery.train.TrainEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One sample of a batch as the students saw it, and what teacher and distilled student make of it at one temperature.
 *
 * @param pixels row by row, what the nets read
 * @param height 1 for points that are no picture
 * @param teacher its probabilities
 * @param student the distilled student's, before the step
 * @param other the wrong class the teacher believes in most
 * @param names what to call the classes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record BatchSample(
        float[] pixels,
        int height,
        int width,
        int label,
        double[] teacher,
        double[] student,
        int other,
        List<String> names) {

    /** How much the teacher gives to its favourite wrong class: what a label never says. */
    public double doubt() {
        return teacher[other];
    }

    /** The true class' name. */
    public String labelName() {
        return names.get(label);
    }

    /** The name of the wrong class the teacher believes in most. */
    public String otherName() {
        return names.get(other);
    }

    /** At most so many classes, ascending: the true one, and those that either net believes in most. */
    public int[] mostLikely(int most) {
        return IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> i != label)
                        .thenComparing(i -> -Math.max(teacher[i], student[i])))
                .limit(most)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /** The whole batch at a temperature, the samples the teacher doubts most first; empty where there is none. */
    static List<BatchSample> of(@Nullable StepReport report, TrainEvent.@Nullable Ready ready, double temperature) {
        return report == null || ready == null
                ? List.of()
                : of(report, ready.data().train(), temperature);
    }

    private static List<BatchSample> of(StepReport report, Samples samples, double temperature) {
        ArmStep distilled = report.watched();
        List<BatchSample> all = new ArrayList<>(report.batch().size());
        List<String> names = IntStream.range(0, samples.classes())
                .mapToObj(samples::className)
                .toList();
        for (int i = 0; i < report.batch().size(); i++) {
            float[] own = new float[samples.features()];
            report.batch().copyInto(samples, i, own, 0);
            int label = report.batch().labels()[i];
            double[] teacher = row(report.teacherLogits(), i, samples.classes(), temperature);
            double[] student = row(distilled.logits(), i, samples.classes(), temperature);
            all.add(new BatchSample(
                    own, samples.height(), samples.width(), label, teacher, student, favourite(teacher, label), names));
        }
        all.sort(Comparator.comparingDouble(BatchSample::doubt).reversed());
        return all;
    }

    private static double[] row(double[] logits, int row, int classes, double temperature) {
        double[] own = new double[classes];
        System.arraycopy(logits, row * classes, own, 0, classes);
        return Softmax.probabilities(own, temperature);
    }

    private static int favourite(double[] probabilities, int label) {
        int best = label == 0 ? 1 : 0;
        for (int i = 0; i < probabilities.length; i++) {
            if (i != label && probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return best;
    }
}
