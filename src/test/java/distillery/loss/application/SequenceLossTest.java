package distillery.loss.application;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.loss.GradientCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceLossTest {
    private static final int TOKENS = 3;

    private final double[] start = GradientCheck.logits(1, TOKENS);
    private final double[] transitions = GradientCheck.logits(2, TOKENS * TOKENS);
    private final TokenChain teacher =
            new TokenChain(GradientCheck.logits(3, TOKENS), GradientCheck.logits(4, TOKENS * TOKENS));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void gradientsAreTheSlopes(int length) {
        SequenceLoss.Value all = SequenceLoss.overAll(new TokenChain(start, transitions), teacher, length);
        GradientCheck.assertSlope(
                z -> SequenceLoss.overAll(new TokenChain(z, transitions), teacher, length)
                        .value(),
                start,
                all.startGradient());
        GradientCheck.assertSlope(
                z -> SequenceLoss.overAll(new TokenChain(start, z), teacher, length)
                        .value(),
                transitions,
                all.transitionGradient());
        int[] best = teacher.mostProbable(length);
        GradientCheck.assertSlope(
                z -> SequenceLoss.against(new TokenChain(start, z), best).value(),
                transitions,
                SequenceLoss.against(new TokenChain(start, transitions), best).transitionGradient());
    }

    /** Written out, sequence by sequence. */
    @Test
    void theSumOverAllSequencesNeedsNoneOfThem() {
        TokenChain student = new TokenChain(start, transitions);
        int length = 4;
        double sum = 0;
        double best = Double.NEGATIVE_INFINITY;
        for (int number = 0; number < Math.pow(TOKENS, length); number++) {
            int[] sequence = new int[length];
            int rest = number;
            for (int at = 0; at < length; at++) {
                sequence[at] = rest % TOKENS;
                rest /= TOKENS;
            }
            double logP = teacher.logProbability(sequence);
            sum -= Math.exp(logP) * student.logProbability(sequence);
            best = Math.max(best, logP);
        }
        assertEquals(sum, SequenceLoss.overAll(student, teacher, length).value(), 1e-12);
        assertEquals(best, teacher.logProbability(teacher.mostProbable(length)), 1e-14);
    }

    @Test
    void theGreedySequenceNeedNotBeTheMostProbable() {
        TokenChain tempting = new TokenChain(new double[] {0.1, 0}, new double[] {0, 0, 9, 0});
        assertArrayEquals(new int[] {0, 0}, tempting.greedy(2));
        assertArrayEquals(new int[] {1, 0}, tempting.mostProbable(2));
        assertTrue(tempting.logProbability(new int[] {1, 0}) > tempting.logProbability(new int[] {0, 0}));
    }

    @Test
    void ofEquallyProbableSequencesTheFirstIsTaken() {
        TokenChain even = new TokenChain(new double[2], new double[4]);
        assertArrayEquals(new int[] {0, 0, 0}, even.mostProbable(3));
    }

    @Test
    void theTeacherItselfHasNoSlope() {
        SequenceLoss.Value value = SequenceLoss.overAll(teacher, teacher, 6);
        assertArrayEquals(new double[TOKENS], value.startGradient(), 1e-15);
        assertArrayEquals(new double[TOKENS * TOKENS], value.transitionGradient(), 1e-14);
    }
}
