package distillery.view.train;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is said of a run at its end. */
class RunEndingTest {
    @Test
    void onlyANetThatIsHardlyBetterThanBlindGuessingIsSaidToGuess() {
        assertTrue(RunEnding.isGuessing(0.1, 10));
        assertTrue(RunEnding.isGuessing(0.19, 10));
        assertFalse(RunEnding.isGuessing(0.21, 10));
        assertTrue(RunEnding.isGuessing(0.5, 2));
        assertFalse(RunEnding.isGuessing(0.9, 2), "two classes");
    }
}
