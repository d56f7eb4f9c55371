package distillery.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.train.Verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void fewSeedsSayNothing() {
        assertEquals(
                Outcome.MORE_SEEDS,
                over(new int[] {100, 50}, new int[] {100, 50}).toLabels());
    }

    @Test
    void aSteadyGainIsBetterAndASteadyLossIsWorse() {
        int[][] gains = {{1000, 700}, {1010, 720}, {990, 705}, {1005, 690}};
        assertEquals(Outcome.BETTER, over(gains).toLabels());
        int[][] losses = {{700, 1000}, {720, 1010}, {705, 990}, {690, 1005}};
        assertEquals(Outcome.WORSE, over(losses).toLabels());
    }

    @Test
    void aGainLostInTheNoiseIsNoDifference() {
        int[][] noise = {{1000, 900}, {1000, 1120}, {1000, 950}, {1000, 1010}, {1000, 1060}};
        assertEquals(Outcome.NO_DIFFERENCE, over(noise).toLabels());
        int[][] equal = {{1000, 1000}, {900, 900}, {800, 800}};
        assertEquals(Outcome.NO_DIFFERENCE, over(equal).toLabels());
    }

    @Test
    void pairsMatterNotMeans() {
        int[][] drifting = {{1000, 990}, {500, 489}, {2000, 1991}, {100, 90}};
        assertEquals(Outcome.BETTER, over(drifting).toLabels());
    }

    @Test
    void theIntervalIsStudentsAt95Percent() {
        // gains 1, 2, 3: mean 2, deviation 1, half width 4.3027 / sqrt(3) = 2.484
        assertEquals(
                Outcome.NO_DIFFERENCE,
                over(new int[][] {{11, 10}, {12, 10}, {13, 10}}).toLabels());
        // gains 3, 4, 5: mean 4
        assertEquals(
                Outcome.BETTER, over(new int[][] {{13, 10}, {14, 10}, {15, 10}}).toLabels());
    }

    @Test
    void meanAndSampleDeviation() {
        Verdict verdict = over(new int[][] {{10, 1}, {12, 2}, {14, 3}});
        assertEquals(new Verdict.Spread(12, 2), verdict.errors().get(Student.LABELS_ONLY));
        assertEquals(new Verdict.Spread(2, 1), verdict.errors().get(Student.DISTILLED));
        assertEquals(3, verdict.wins());
    }

    /** Pairs of errors: labels only and control, distilled. */
    private static Verdict over(int[]... pairs) {
        List<SeedResult> results = new ArrayList<>();
        for (int[] pair : pairs) {
            results.add(new SeedResult(
                    results.size(),
                    Map.of(
                            Student.LABELS_ONLY, result(pair[0]),
                            Student.DISTILLED, result(pair[1]),
                            Student.CONTROL, result(pair[0]))));
        }
        return Verdict.over(results);
    }

    private static SeedResult.Result result(int errors) {
        return new SeedResult.Result(errors, 1 - errors / 10_000.0, 0.9, 1, 1);
    }
}
