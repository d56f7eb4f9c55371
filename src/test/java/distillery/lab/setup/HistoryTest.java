package distillery.lab.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HistoryTest {
    private int value;
    private long now;

    // Even and odd numbers are two controls: what differs is told by the sign of the step.
    private final History<Integer> history = new History<>(
            () -> value, restored -> value = restored, (old, next) -> next > old ? "up" : "down", () -> now);

    private void change(int to, long millisLater) {
        now += millisLater;
        value = to;
        history.note();
    }

    @Test
    void undoBringsBackAndRedoRepeats() {
        change(1, 1000);
        change(2, 1000);
        history.undo();
        assertEquals(1, value);
        history.undo();
        assertEquals(0, value);
        history.redo();
        history.redo();
        assertEquals(2, value);
    }

    @Test
    void aDragIsOneStep() {
        for (int i = 1; i <= 100; i++) {
            change(i, 20);
        }
        history.undo();
        assertEquals(0, value);
        assertFalse(history.canUndoProperty().get());
    }

    @Test
    void aPauseBeginsANewStep() {
        change(1, 1000);
        change(2, History.PAUSE_MILLIS + 1);
        history.undo();
        assertEquals(1, value);
    }

    @Test
    void anotherSettingBeginsANewStep() {
        change(5, 1000);
        change(3, 10);
        history.undo();
        assertEquals(5, value);
    }

    @Test
    void aChangeAfterUndoForgetsWhatWasUndone() {
        change(1, 1000);
        history.undo();
        assertTrue(history.canRedoProperty().get());
        change(7, 1000);
        assertFalse(history.canRedoProperty().get());
        history.redo();
        assertEquals(7, value);
    }

    @Test
    void theSameStateIsNoStep() {
        change(0, 1000);
        assertFalse(history.canUndoProperty().get());
    }

    @Test
    void undoCountsAChangeNobodyHasNotedYet() {
        value = 4;
        history.undo();
        assertEquals(0, value);
        history.redo();
        assertEquals(4, value);
    }

    @Test
    void theOldestStepsAreForgotten() {
        for (int i = 1; i <= History.LIMIT + 50; i++) {
            change(i, 1000);
        }
        while (history.canUndoProperty().get()) {
            history.undo();
        }
        assertEquals(50, value);
    }

    @Test
    void aNewBeginningHasNoPast() {
        change(1, 1000);
        history.begin();
        history.undo();
        assertEquals(1, value);
    }

    @Test
    void whatHappensWhileHeldIsOneStepOfItsOwn() {
        change(1, 1000);
        history.hold();
        change(5, 10);
        change(3, 1000);
        change(8, 1000);
        history.release();
        change(9, 10);
        history.undo();
        assertEquals(8, value);
        history.undo();
        assertEquals(1, value);
    }

    @Test
    void undoWhileHeldTakesBackWhatHappenedSoFar() {
        history.hold();
        change(5, 10);
        history.undo();
        assertEquals(0, value);
        history.release();
        assertTrue(history.canRedoProperty().get());
    }
}
