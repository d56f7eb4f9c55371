package distillery.train;

import distillery.data.Samples;
import distillery.loss.HardLoss;
import distillery.loss.Softmax;
import distillery.net.InputBatch;
import distillery.train.Evaluation.Score;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The held-out test samples, and how a net does on them. */
final class Evaluator {
    private final Samples samples;
    private final InputBatch inputs;
    private final int[] labels;
    private final Score teacher;

    /** Lets the teacher sit it first. */
    Evaluator(Samples samples, Teacher teacher, InputBatch inputs) {
        this.samples = samples;
        this.inputs = inputs;
        labels = IntStream.range(0, samples.count()).map(samples::label).toArray();
        double[] logits = answers(List.of(teacher::logits)).get(0);
        this.teacher = score(logits, logits);
    }

    Score teacher() {
        return teacher;
    }

    /** What these nets say, in their order. The samples are gathered once for all of them. */
    List<double[]> answers(List<Function<InputBatch, double[]>> nets) {
        int classes = samples.classes();
        List<double[]> answers = Stream.generate(() -> new double[samples.count() * classes])
                .limit(nets.size())
                .toList();
        for (int from = 0; from < samples.count(); from += inputs.capacity()) {
            inputs.fill(samples, from, Math.min(from + inputs.capacity(), samples.count()));
            for (int net = 0; net < nets.size(); net++) {
                double[] logits = nets.get(net).apply(inputs);
                System.arraycopy(logits, 0, answers.get(net), from * classes, logits.length);
            }
        }
        return answers;
    }

    private double loss(double[] logits) {
        return Arrays.stream(logits).allMatch(Double::isFinite)
                ? Arrays.stream(HardLoss.perSample(logits, labels, samples.classes()))
                        .average()
                        .orElseThrow()
                : Double.NaN;
    }

    /** How a net did, by its answers and those of the teacher it is to agree with. */
    Score score(double[] logits, double[] teacherLogits) {
        int classes = samples.classes();
        int errors = 0;
        int agreed = 0;
        for (int i = 0; i < labels.length; i++) {
            int choice = Softmax.largest(logits, i * classes, classes);
            errors += choice == labels[i] ? 0 : 1;
            agreed += choice == Softmax.largest(teacherLogits, i * classes, classes) ? 1 : 0;
        }
        double count = labels.length;
        return new Score(errors, (count - errors) / count, agreed / count, loss(logits), logits);
    }
}
