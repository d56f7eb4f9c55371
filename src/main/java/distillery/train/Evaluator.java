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
import java.util.ArrayList;
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
     * A net to be asked.
     *
     * @param says its logits for a batch, and those of its exits if it has any
     */
    record Asked(NetSpec net, Function<InputBatch, List<double[]>> says) {
        /** A net without exits. */
        static Asked of(Network net) {
            return new Asked(net.spec(), batch -> List.of(net.logits(batch)));
        }
    }

    /** What these nets say, in their order, each one's exits after itself. The samples are gathered once for all of them. */
    List<double[]> answers(List<Asked> nets) {
        List<Answers> all = nets.stream().map(net -> new Answers(net, count())).toList();
        inParts(samples, indices, inputs, from -> Engine.inParallel(all, Answers::net, each -> each.ask(inputs, from)));
        return all.stream().flatMap(each -> each.logits.stream()).toList();
    }

    /** What a net says about some samples. */
    static double[] answers(Samples samples, int[] indices, Function<InputBatch, double[]> net, InputBatch inputs) {
        List<double[]> all = new ArrayList<>();
        inParts(samples, indices, inputs, from -> put(List.of(net.apply(inputs)), all, from, inputs, indices.length));
        return all.get(0);
    }

    /** One net's answers as they grow, part by part. */
    private static final class Answers {
        private final Asked asked;
        private final int count;
        final List<double[]> logits = new ArrayList<>();

        Answers(Asked asked, int count) {
            this.asked = asked;
            this.count = count;
        }

        NetSpec net() {
            return asked.net();
        }

        void ask(InputBatch part, int from) {
            put(asked.says().apply(part), logits, from, part, count);
        }
    }

    /** Puts what is said about a part among what is said about all, which the first part makes room for. */
    private static void put(List<double[]> said, List<double[]> all, int from, InputBatch part, int count) {
        for (int i = 0; i < said.size(); i++) {
            double[] own = said.get(i);
            int width = own.length / part.rows();
            if (from == 0) {
                all.add(new double[count * width]);
            }
            System.arraycopy(own, 0, all.get(i), from * width, own.length);
        }
    }

    /** Fills the batch with one part of the samples after the other; {@code each} is told where the part begins. */
    private static void inParts(Samples samples, int[] indices, InputBatch inputs, IntConsumer each) {
        for (int from = 0; from < indices.length; from += inputs.capacity()) {
            int to = Math.min(from + inputs.capacity(), indices.length);
            inputs.fill(samples, Batch.still(Arrays.copyOfRange(indices, from, to)));
            each.accept(from);
        }
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
