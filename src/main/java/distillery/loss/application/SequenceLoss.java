package distillery.loss.application;

import static distillery.loss.Preconditions.require;

import distillery.loss.DoubleMatrix;
import distillery.loss.Preconditions;
import distillery.loss.Softmax;

/**
 * Sequence-level distillation of token chains (Kim, Rush 2016, section 3.2): {@code -Σ p(sequence) log q(sequence)} over
 * all sequences of a length, or its approximation by one sequence of the teacher's, {@code -log q(sequence)}.
 *
 * <p>Either way the loss is {@code -Σ count log q} over the steps of the chain, where a count says how often a step is
 * expected; so that the sum over all sequences needs none of them written out.
 */
public final class SequenceLoss {
    private SequenceLoss() {}

    /** The loss over all sequences of a length. */
    public static Value overAll(TokenChain student, TokenChain teacher, int length) {
        require(length >= 1, "a sequence has one token or more, not " + length);
        require(student.tokens() == teacher.tokens(), "student and teacher need the same tokens");
        int tokens = teacher.tokens();
        double[] starts = Softmax.probabilities(teacher.start(), 1);
        double[] steps = Softmax.probabilities(teacher.transitions(), tokens, 1);
        double[] visits = new double[tokens];
        DoubleMatrix now = DoubleMatrix.of(starts, 1);
        for (int at = 1; at < length; at++) {
            for (int token = 0; token < tokens; token++) {
                visits[token] += now.values()[token];
            }
            now = now.times(DoubleMatrix.of(steps, tokens));
        }
        for (int i = 0; i < steps.length; i++) {
            steps[i] *= visits[i / tokens];
        }
        return expected(student, starts, steps);
    }

    /** The loss against one sequence. */
    public static Value against(TokenChain student, int[] sequence) {
        int tokens = student.tokens();
        Preconditions.labels(sequence, sequence.length, tokens);
        double[] starts = new double[tokens];
        double[] steps = new double[tokens * tokens];
        starts[sequence[0]] = 1;
        for (int at = 1; at < sequence.length; at++) {
            steps[sequence[at - 1] * tokens + sequence[at]]++;
        }
        return expected(student, starts, steps);
    }

    private static Value expected(TokenChain student, double[] starts, double[] steps) {
        int tokens = student.tokens();
        double[] startGradient = new double[tokens];
        double[] stepGradient = new double[steps.length];
        double value = add(student.startLogs(), starts, 0, tokens, startGradient);
        double[] stepLogs = student.transitionLogs();
        for (int row = 0; row < tokens; row++) {
            value += add(stepLogs, steps, row * tokens, tokens, stepGradient);
        }
        return new Value(value, startGradient, stepGradient);
    }

    /** One row of the chain: its slopes are {@code total q - count}; returns {@code -Σ count log q}. */
    private static double add(double[] logs, double[] counts, int offset, int tokens, double[] gradient) {
        double total = 0;
        double value = 0;
        for (int i = offset; i < offset + tokens; i++) {
            total += counts[i];
            value -= counts[i] == 0 ? 0 : counts[i] * logs[i];
        }
        for (int i = offset; i < offset + tokens; i++) {
            gradient[i] = total * Math.exp(logs[i]) - counts[i];
        }
        return value;
    }

    /**
     * The loss, in nats, and its slopes along the student's logits.
     *
     * @param startGradient {@code [tokens]}
     * @param transitionGradient {@code [tokens, tokens]}, row-major
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Value(double value, double[] startGradient, double[] transitionGradient) {}
}
