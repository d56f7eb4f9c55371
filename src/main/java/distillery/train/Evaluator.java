package distillery.train;

import distillery.data.Batch;
import distillery.data.Samples;
import distillery.loss.HardLoss;
import distillery.loss.Softmax;
import distillery.method.Heads;
import distillery.method.SecondTask;
import distillery.net.InputBatch;
import distillery.train.Evaluation.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Samples that nobody learns from, and how a net does on them. */
final class Evaluator {
    private final Samples samples;
    private final int[] indices;
    private final InputBatch inputs;
    private final int[] labels;
    /** Those of a second task; null until they are asked for. */
    private int @Nullable [] secondLabels;

    private final Score teacher;

    /** All of these samples. */
    Evaluator(Samples samples, Teacher teacher, InputBatch inputs) {
        this(samples, all(samples), teacher, inputs);
    }

    /** Some of them. Asks the teacher at once, unless he was asked before. */
    Evaluator(Samples samples, int[] indices, Teacher teacher, InputBatch inputs) {
        this.samples = samples;
        this.indices = indices;
        this.inputs = inputs;
        labels = Arrays.stream(indices).map(samples::label).toArray();
        double[] logits = teacher.answers(samples, indices, inputs);
        this.teacher = score(logits, Softmax.largest(logits, samples.classes()), Heads.ONE);
    }

    /** How many of these samples a net gets wrong. */
    static int errors(Samples samples, Function<InputBatch, double[]> net, InputBatch inputs) {
        int[] all = all(samples);
        double[] logits = answers(samples, all, List.of(net), inputs).get(0);
        int[] labels = Arrays.stream(all).map(samples::label).toArray();
        return ConfusionMatrix.of(logits, labels, samples.classes()).errors();
    }

    private static int[] all(Samples samples) {
        return IntStream.range(0, samples.count()).toArray();
    }

    /** How the teacher does. */
    Score teacher() {
        return teacher;
    }

    int count() {
        return indices.length;
    }

    /** What these nets say, in their order. The samples are gathered once for all of them. */
    List<double[]> answers(List<Function<InputBatch, double[]>> nets) {
        return answers(samples, indices, nets, inputs);
    }

    /** What these nets say about some samples, in the order of the nets. */
    static List<double[]> answers(
            Samples samples, int[] indices, List<Function<InputBatch, double[]>> nets, InputBatch inputs) {
        List<double[]> answers = new ArrayList<>(Collections.nCopies(nets.size(), new double[0]));
        for (int from = 0; from < indices.length; from += inputs.capacity()) {
            int to = Math.min(from + inputs.capacity(), indices.length);
            inputs.fill(samples, Batch.still(Arrays.copyOfRange(indices, from, to)));
            for (int net = 0; net < nets.size(); net++) {
                double[] logits = nets.get(net).apply(inputs);
                int width = logits.length / (to - from);
                if (from == 0) {
                    answers.set(net, new double[indices.length * width]);
                }
                System.arraycopy(logits, 0, answers.get(net), from * width, logits.length);
            }
        }
        return answers;
    }

    /** Such answers with the true classes. */
    LabelledLogits labelled(double[] logits) {
        return new LabelledLogits(logits, labels, samples.classes());
    }

    private static double loss(double[] logits, int[] labels, int classes) {
        return Arrays.stream(logits).allMatch(Double::isFinite)
                ? Arrays.stream(HardLoss.perSample(logits, labels, classes))
                        .average()
                        .orElseThrow()
                : Double.NaN;
    }

    /**
     * How a net did.
     *
     * @param teacher what the teacher that it is to agree with took each sample for
     * @param heads whether it chooses among the classes of the sample's task alone
     */
    Score score(double[] answers, int[] teacher, Heads heads) {
        int classes = samples.classes();
        double[] logits = heads.own(answers, labels, classes);
        int[] taken = Softmax.largest(logits, classes);
        long agreed = IntStream.range(0, taken.length)
                .filter(i -> taken[i] == teacher[i])
                .count();
        return score(logits, taken, labels, classes, agreed / (double) labels.length);
    }

    /** How it did in a second task, where there is no teacher to agree with. */
    Score scoreSecond(double[] answers, SecondLabels second) {
        int[] right = secondLabels == null ? second.of(samples, indices) : secondLabels;
        secondLabels = right;
        return score(answers, Softmax.largest(answers, SecondTask.CLASSES), right, SecondTask.CLASSES, Double.NaN);
    }

    private static Score score(double[] logits, int[] taken, int[] labels, int classes, double agreement) {
        ConfusionMatrix confusion = ConfusionMatrix.of(taken, labels, classes);
        double count = labels.length;
        int all = confusion.errors();
        return new Score(
                all, (count - all) / count, agreement, loss(logits, labels, classes), logits, taken, confusion);
    }
}
