package distillery.train;

import distillery.data.Batch;
import distillery.data.Samples;
import distillery.loss.HardLoss;
import distillery.loss.Softmax;
import distillery.method.Heads;
import distillery.method.SecondTask;
import distillery.net.Engine;
import distillery.net.InputBatch;
import distillery.net.NetSpec;
import distillery.net.Network;
import distillery.train.Evaluation.Score;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
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
        double[] logits = answers(samples, all, net, inputs);
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

    /**
     * What is asked of a net.
     *
     * @param says its logits for a batch, and those of its exits if it has any
     */
    record Asked(NetSpec net, Function<InputBatch, List<double[]>> says) {
        /** A net without exits. */
        static Asked of(Network net) {
            return new Asked(net.spec(), batch -> List.of(net.logits(batch)));
        }
    }

    /** What these nets say, in their order, each net's own list flat. The samples are gathered once for all of them. */
    List<double[]> answers(List<Asked> nets) {
        double[][][] answers = new double[nets.size()][][];
        List<Integer> places = IntStream.range(0, nets.size()).boxed().toList();
        inParts(
                samples,
                indices,
                inputs,
                from -> Engine.abreast(places.stream(), place -> nets.get(place).net(), place -> {
                    List<double[]> said = nets.get(place).says().apply(inputs);
                    answers[place] = from == 0 ? new double[said.size()][] : answers[place];
                    for (int i = 0; i < said.size(); i++) {
                        answers[place][i] = put(said.get(i), answers[place][i], from, inputs.rows(), indices.length);
                    }
                }));
        return Arrays.stream(answers).flatMap(Arrays::stream).toList();
    }

    /** What a net says about some samples. */
    static double[] answers(Samples samples, int[] indices, Function<InputBatch, double[]> net, InputBatch inputs) {
        double[][] answers = new double[1][];
        inParts(
                samples,
                indices,
                inputs,
                from -> answers[0] = put(net.apply(inputs), answers[0], from, inputs.rows(), indices.length));
        return answers[0];
    }

    /** Fills the batch with one part of the samples after the other; {@code each} is told where the part begins. */
    private static void inParts(Samples samples, int[] indices, InputBatch inputs, IntConsumer each) {
        for (int from = 0; from < indices.length; from += inputs.capacity()) {
            int to = Math.min(from + inputs.capacity(), indices.length);
            inputs.fill(samples, Batch.still(Arrays.copyOfRange(indices, from, to)));
            each.accept(from);
        }
    }

    /** Puts the rows of a part among all, which the first part makes room for. */
    private static double[] put(double[] part, double @Nullable [] all, int from, int rows, int count) {
        int width = part.length / rows;
        double[] room = all == null ? new double[count * width] : all;
        System.arraycopy(part, 0, room, from * width, part.length);
        return room;
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
