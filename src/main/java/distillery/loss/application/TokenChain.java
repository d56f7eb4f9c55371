package distillery.loss.application;

import static distillery.loss.Preconditions.require;

import distillery.loss.Preconditions;
import distillery.loss.Softmax;

/**
 * A language model in small: the first token is drawn by the start logits, each next one by the row of the token before it.
 *
 * @param start {@code [tokens]}
 * @param transitions {@code [tokens, tokens]}, row-major: row r holds the logits of what follows token r
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TokenChain(double[] start, double[] transitions) {
    public TokenChain {
        Preconditions.rows("start", start, start.length);
        require(
                Preconditions.rows("transition", transitions, start.length) == start.length,
                "there must be a row of transitions for each of " + start.length + " tokens");
    }

    public int tokens() {
        return start.length;
    }

    double[] startLogs() {
        return Softmax.logProbabilities(start, tokens(), 1);
    }

    double[] transitionLogs() {
        return Softmax.logProbabilities(transitions, tokens(), 1);
    }

    /** The most probable sequence of a length; of equally probable ones the first in the order of tokens. */
    public int[] mostProbable(int length) {
        double[][] toGo = new double[length(length)][tokens()]; // of the best rest after a token
        double[] steps = transitionLogs();
        for (int at = length - 2; at >= 0; at--) {
            for (int token = 0; token < tokens(); token++) {
                int next = best(steps, token * tokens(), toGo[at + 1]);
                toGo[at][token] = steps[token * tokens() + next] + toGo[at + 1][next];
            }
        }
        return follow(toGo);
    }

    /** The sequence that takes the most probable token at each step, which need not be the most probable sequence. */
    public int[] greedy(int length) {
        return follow(new double[length(length)][tokens()]);
    }

    /** The natural logarithm of a sequence's probability. */
    public double logProbability(int[] sequence) {
        double[] steps = transitionLogs();
        double sum = startLogs()[sequence[0]];
        for (int i = 1; i < sequence.length; i++) {
            sum += steps[sequence[i - 1] * tokens() + sequence[i]];
        }
        return sum;
    }

    private int[] follow(double[][] toGo) {
        double[] steps = transitionLogs();
        int[] sequence = new int[toGo.length];
        sequence[0] = best(startLogs(), 0, toGo[0]);
        for (int at = 1; at < sequence.length; at++) {
            sequence[at] = best(steps, sequence[at - 1] * tokens(), toGo[at]);
        }
        return sequence;
    }

    private int best(double[] logs, int offset, double[] toGo) {
        int best = 0;
        for (int token = 1; token < tokens(); token++) {
            if (logs[offset + token] + toGo[token] > logs[offset + best] + toGo[best]) {
                best = token;
            }
        }
        return best;
    }

    private static int length(int length) {
        require(length >= 1, "a sequence has one token or more, not " + length);
        return length;
    }
}
