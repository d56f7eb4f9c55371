package distillery.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BiasCurveTest {
    private static final Set<Integer> LAST = Set.of(2);

    /** One sample of each class; the last is taken for the first. */
    private final LabelledLogits three =
            new LabelledLogits(new double[] {2, 0, 0, 0, 2, 0, 1, 0, 0}, new int[] {0, 1, 2}, 3);

    private final LabelledLogits many = random(400, 5);

    /** LabelledLogits of a net that knows the classes but for the last, which it hardly ever names. */
    private static LabelledLogits random(int count, int classes) {
        Random random = new Random(7);
        int[] labels = random.ints(count, 0, classes).toArray();
        double[] logits = random.doubles((long) count * classes, -1, 1).toArray();
        for (int row = 0; row < count; row++) {
            logits[row * classes + labels[row]] += 2;
            logits[row * classes + classes - 1] -= 3;
        }
        return new LabelledLogits(logits, labels, classes);
    }

    @Test
    void aRaisedClassWinsBackItsOwnAndThenTakesTheOthers() {
        BiasCurve curve = BiasCurve.of(three, LAST, LAST);
        assertEquals(1, curve.errors(0));
        assertEquals(1, curve.errors(1), "of equal logits the first class wins");
        assertEquals(0, curve.errors(1.5));
        assertEquals(2, curve.errors(3));
        assertEquals(1, curve.errorsOnOmitted(0));
        assertEquals(0, curve.errorsOnOmitted(3));
        assertEquals(1.5, curve.best());
        assertEquals(1, curve.lowest());
        assertEquals(2, curve.highest());
    }

    @Test
    void atEqualLogitsARaisedClassWinsIfItComesFirst() {
        BiasCurve curve = BiasCurve.of(three, Set.of(0), Set.of());
        assertEquals(1, curve.errors(0), "the first takes the last");
        assertEquals(1, curve.errors(-1), "still, for it comes first");
        assertEquals(1, curve.errors(Math.nextDown(-1)), "neither has the largest logit for its own: the second has");
        assertEquals(2, curve.errors(2));
        assertEquals(1, curve.errors(Math.nextDown(2.0)));
    }

    /** Every value of the step function is what a count over all samples with shifted logits comes to. */
    @Test
    void theCurveIsACountByHandEverywhere() {
        for (Set<Integer> raised : Set.of(Set.of(4), Set.of(0, 3), Set.of(1, 2, 4))) {
            BiasCurve curve = BiasCurve.of(many, raised, Set.of(4));
            double[] biases = new Random(1).doubles(300, -7, 7).toArray();
            for (double bias : biases) {
                Map<Integer, Double> all = new TreeMap<>();
                raised.forEach(index -> all.put(index, bias));
                ConfusionMatrix counted = many.with(all).confusion();
                assertEquals(counted.errors(), curve.errors(bias));
                assertEquals(counted.errorsOf(4), curve.errorsOnOmitted(bias));
            }
        }
    }

    @Test
    void noConstantIsBetterThanTheBest() {
        BiasCurve curve = BiasCurve.of(many, Set.of(4), Set.of(4));
        int best = curve.errors(curve.best());
        for (double bias = curve.lowest() - 1; bias < curve.highest() + 1; bias += 0.001) {
            assertTrue(curve.errors(bias) >= best);
        }
        assertTrue(best < curve.errors(0));
    }

    @Test
    void raisingSomeIsLoweringTheOthers() {
        BiasCurve raised = BiasCurve.of(many, Set.of(0, 3), Set.of());
        BiasCurve lowered = BiasCurve.of(many, Set.of(1, 2, 4), Set.of());
        for (double bias = -5.00017; bias < 5; bias += 0.1) {
            assertEquals(raised.errors(bias), lowered.errors(-bias));
        }
    }

    @Test
    void whereNothingIsToBeGainedTheBiasStays() {
        LabelledLogits right = new LabelledLogits(new double[] {1, 0, 0, 0, 1, 0}, new int[] {0, 1}, 3);
        BiasCurve curve = BiasCurve.of(right, LAST, LAST);
        assertEquals(0, curve.best());
        assertEquals(0, curve.errors(curve.best()));
    }

    @Test
    void aPriorIsMatchedByEveryRaisedClassWithoutALookAtTheLabels() {
        Map<Integer, Double> bias = PriorMatching.of(many, Set.of(1, 4));
        double[] shares = PriorMatching.shares(many.with(bias));
        for (int index : bias.keySet()) {
            long own =
                    Arrays.stream(many.labels()).filter(label -> label == index).count();
            assertEquals(own / 400.0, shares[index], 1e-5);
        }
        assertTrue(many.with(bias).confusion().errors() < many.confusion().errors());
        int[] turned = many.labels().clone();
        for (int i = 0; i < turned.length / 2; i++) { // other labels, as many of each
            int last = turned.length - 1 - i;
            int first = turned[i];
            turned[i] = turned[last];
            turned[last] = first;
        }
        assertEquals(bias, PriorMatching.of(new LabelledLogits(many.logits(), turned, 5), Set.of(1, 4)));
    }

    @Test
    void aChoiceGivesAllItsClassesOneConstantOrEachItsOwn() {
        Map<Integer, Double> auto = BiasChoice.auto(Set.of(1, 4)).on(many);
        assertEquals(auto.get(1), auto.get(4));
        BiasChoice prior = new BiasChoice(BiasChoice.Rule.PRIOR, Map.of(1, 0.0, 4, 0.0));
        assertEquals(PriorMatching.of(many, Set.of(1, 4)), prior.on(many));
    }

    @Test
    void refusesToRaiseAllOrNoneOrWhatIsNotThere() {
        for (Set<Integer> wrong : Set.of(Set.<Integer>of(), Set.of(0, 1, 2), Set.of(3), Set.of(-1))) {
            assertThrows(IllegalArgumentException.class, () -> BiasCurve.of(three, wrong, LAST));
        }
        assertThrows(IllegalArgumentException.class, () -> BiasCurve.of(three, LAST, LAST)
                .errors(Double.NaN));
    }
}
