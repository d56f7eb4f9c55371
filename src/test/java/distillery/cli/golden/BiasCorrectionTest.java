package distillery.cli.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class BiasCorrectionTest {
    private final double[] logits = {2, 0, 0, 0, 2, 0, 1, 0, 0};
    private final int[] labels = {0, 1, 2};

    @Test
    void aRaisedClassWinsBackItsOwnAndThenTakesTheOthers() {
        List<BiasCorrection.Errors> sweep =
                BiasCorrection.sweep(logits, labels, 3, new int[] {2}, new double[] {0, 1, 1.5, 3});
        assertEquals(
                List.of(
                        new BiasCorrection.Errors(0, 1, 1),
                        new BiasCorrection.Errors(1, 1, 1), // a tie goes to the first class
                        new BiasCorrection.Errors(1.5, 0, 0),
                        new BiasCorrection.Errors(3, 2, 0)),
                sweep);
        assertEquals(1.5, BiasCorrection.best(sweep).delta());
    }

    @Test
    void theFirstOfEquallyGoodConstantsIsTheBest() {
        List<BiasCorrection.Errors> sweep =
                BiasCorrection.sweep(logits, labels, 3, new int[] {2}, new double[] {1.6, 1.2});
        assertEquals(1.6, BiasCorrection.best(sweep).delta());
    }

    @Test
    void refusesClassesThatDoNotExistAndAnEmptySweep() {
        assertThrows(IllegalArgumentException.class, () -> BiasCorrection.errors(logits, labels, 3, new int[] {3}, 1));
        assertThrows(IllegalArgumentException.class, () -> BiasCorrection.best(List.of()));
    }
}
