package distillery.lab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.train.TrainEvent.Preparing;
import distillery.train.TrainEvent.Task;
import org.junit.jupiter.api.Test;

class WorkPaceTest {
    private final WorkPace pace = new WorkPace();

    @Test
    void theTimeLeftGoesOnAtThePaceSinceTheWorkBegan() {
        pace.read(new Preparing(Task.TRAINING_TEACHER, 0.2), 1_000);
        assertTrue(pace.secondsLeft(1_000).isEmpty(), "nobody can tell yet");
        pace.read(new Preparing(Task.TRAINING_TEACHER, 0.4), 5_000);
        assertEquals(12, pace.secondsLeft(5_000).orElseThrow(), 1e-9);
        pace.read(new Preparing(Task.TRAINING_TEACHER, 1), 9_000);
        assertTrue(pace.secondsLeft(9_000).isEmpty());
    }

    @Test
    void otherWorkAndTheSameAnewHaveATimeOfTheirOwn() {
        pace.read(new Preparing(Task.READING_DATA, 0), 0);
        pace.read(new Preparing(Task.TRAINING_TEACHER, 0), 10_000);
        pace.read(new Preparing(Task.TRAINING_TEACHER, 0.5), 11_000);
        assertEquals(1, pace.secondsLeft(11_000).orElseThrow(), 1e-9);
        pace.read(new Preparing(Task.TRAINING_TEACHER, 0), 20_000);
        assertTrue(pace.secondsLeft(20_000).isEmpty());
    }
}
