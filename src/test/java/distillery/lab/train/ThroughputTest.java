package distillery.lab.train;

import static distillery.lab.train.TrainReports.live;
import static distillery.lab.train.TrainReports.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ThroughputTest {
    private final Throughput pace = new Throughput();

    private void read(long step, int epoch) {
        pace.read(step(step, epoch, live(4, 0.5, 0.1, 1), 1));
    }

    @Test
    void aSteadySpeedIsThatSpeedFromTheFirstStepOn() {
        read(1, 1);
        assertEquals(1000, pace.imagesPerSecond(), 1e-9);
        read(2, 1);
        assertEquals(1000, pace.imagesPerSecond(), 1e-9);
    }

    @Test
    void epochsGoneCountTheImagesSeen() {
        assertEquals(0, pace.epochs(4));
        read(1, 1);
        read(2, 1);
        assertEquals(0.5, pace.epochs(4));
        read(3, 2);
        assertEquals(1.25, pace.epochs(4));
    }

    @Test
    void theTimeLeftGoesOnAtThePaceSinceTheStart() {
        read(1, 1);
        assertTrue(pace.secondsLeft(3, 1, 1_000).isEmpty());
        read(2, 2);
        assertEquals(2, pace.secondsLeft(3, 1, 3_000).orElseThrow(), 1e-9);
        read(3, 3);
        assertTrue(pace.secondsLeft(3, 1, 5_000).isEmpty());
    }
}
