package distillery.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.train.Verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void aGainLostInTheNoiseIsNotDecided() {
        int[][] noise = {{1000, 900}, {1000, 1120}, {1000, 950}, {1000, 1010}, {1000, 1060}};
        assertEquals(Outcome.NOT_DECIDED, over(noise).toLabels());
        int[][] equal = {{1000, 1000}, {900, 900}, {800, 800}};
        assertEquals(Outcome.NOT_DECIDED, over(equal).toLabels());
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
                Outcome.NOT_DECIDED,
                over(new int[][] {{11, 10}, {12, 10}, {13, 10}}).toLabels());
        // gains 3, 4, 5: mean 4
        assertEquals(
                Outcome.BETTER, over(new int[][] {{13, 10}, {14, 10}, {15, 10}}).toLabels());
    }

    @Test
    void theIntervalAndPAreThoseOfTheTest() {
        Verdict.Gain gain = over(new int[][] {{13, 10}, {14, 10}, {15, 10}}).overLabels();
        assertEquals(4, gain.mean());
        assertEquals(4 - 4.30265 / Math.sqrt(3), gain.low(), 1e-4);
        assertEquals(4 + 4.30265 / Math.sqrt(3), gain.high(), 1e-4);
        // t = 4 sqrt(3) with two degrees of freedom: p = 1 - t / sqrt(t² + 2)
        assertEquals(1 - Math.sqrt(48) / Math.sqrt(50), gain.p(), 1e-9);
        assertTrue(gain.isWeak());
    }

    @Test
    void aVerdictIsWeakFromOnePercentOn() {
        assertFalse(
                over(new int[][] {{31, 10}, {32, 10}, {33, 10}}).overLabels().isWeak());
        assertFalse(
                over(new int[][] {{11, 10}, {12, 10}, {13, 10}}).overLabels().isWeak(), "there is none to be weak");
    }

    @Test
    void nothingIsDecidedBeforeTheLastSeedThatWasPlanned() {
        List<SeedResult> all = results(new int[][] {{1000, 700}, {1010, 720}, {990, 705}, {1005, 690}, {1000, 700}});
        for (int seeds = 1; seeds < all.size(); seeds++) {
            Verdict verdict = Verdict.over(all.subList(0, seeds), all.size());
            assertEquals(Outcome.MORE_SEEDS, verdict.toLabels());
            assertEquals(Outcome.MORE_SEEDS, verdict.toControl());
        }
        assertEquals(Outcome.BETTER, Verdict.over(all, all.size()).toLabels());
    }

    @Test
    void twiceTheSameIsNotDecidedAndAScatterOfNothingIsNoCertainty() {
        Verdict.Gain same = over(new int[][] {{9, 9}, {9, 9}, {9, 9}}).overLabels();
        assertEquals(1, same.p());
        assertTrue(over(new int[][] {{10, 9}, {10, 9}, {10, 9}}).overLabels().p() > 0.05);
    }

    /** Where there is no difference, one verdict in twenty is false: neither fewer nor many more. */
    @Thorough
    @ParameterizedTest
    @ValueSource(ints = {3, 5, 10, 20})
    void falseVerdictsAreAsRareAsTheLevelSays(int seeds) {
        int comparisons = 4000;
        Random random = new Random(seeds);
        int wrong = 0;
        for (int i = 0; i < comparisons; i++) {
            int[][] pairs = new int[seeds][];
            for (int seed = 0; seed < seeds; seed++) {
                double luck = 700 + 30 * random.nextGaussian(); // shared by the students of a seed
                pairs[seed] = new int[] {errors(luck, random), errors(luck, random)};
            }
            wrong += wrongAtSomeLook(results(pairs)) ? 1 : 0;
        }
        double rate = (double) wrong / comparisons;
        double margin = 4 * Math.sqrt(0.05 * 0.95 / comparisons);
        assertEquals(0.05, rate, margin, "with " + seeds + " seeds");
    }

    /** Somebody looks after each seed, as the window lets one do. */
    private static boolean wrongAtSomeLook(List<SeedResult> all) {
        return IntStream.rangeClosed(1, all.size())
                .mapToObj(
                        seeds -> Verdict.over(all.subList(0, seeds), all.size()).toLabels())
                .anyMatch(outcome -> outcome == Outcome.BETTER || outcome == Outcome.WORSE);
    }

    private static int errors(double mean, Random random) {
        return (int) Math.round(mean + 20 * random.nextGaussian());
    }

    @Test
    void meanAndSampleDeviation() {
        Verdict verdict = over(new int[][] {{10, 1}, {12, 2}, {14, 3}});
        assertEquals(new Verdict.Spread(12, 2), verdict.errors().get(ArmName.LABELS_ONLY));
        assertEquals(new Verdict.Spread(2, 1), verdict.errors().get(ArmName.DISTILLED));
        assertEquals(3, verdict.wins());
    }

    /** Pairs of errors: labels only and control, distilled. */
    private static Verdict over(int[]... pairs) {
        return Verdict.over(results(pairs));
    }

    private static List<SeedResult> results(int[]... pairs) {
        List<SeedResult> results = new ArrayList<>();
        for (int[] pair : pairs) {
            results.add(new SeedResult(
                    results.size(),
                    Map.of(
                            ArmName.LABELS_ONLY, result(pair[0]),
                            ArmName.DISTILLED, result(pair[1]),
                            ArmName.CONTROL, result(pair[0]))));
        }
        return results;
    }

    private static SeedResult.Result result(int errors) {
        return new SeedResult.Result(errors, 1 - errors / 10_000.0, 0.9, 1, 1, List.of());
    }
}
