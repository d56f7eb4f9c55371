package distillery.lab.train;

import static distillery.lab.train.TrainReports.live;
import static distillery.lab.train.TrainReports.step;
import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.lab.train.KnobChange.Knob;
import distillery.train.LiveSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnobChangesTest {
    private long clock;
    private final KnobChanges changes = new KnobChanges(() -> clock);

    private void read(long step, LiveSettings live) {
        changes.read(step(step, 1, live, 1));
    }

    @Test
    void aChangeIsToldForTheFirstStepThatFeltIt() {
        read(1, live(4, 0.9, 0.1, 64));
        read(2, live(4, 0.9, 0.1, 64));
        read(3, live(8, 0.9, 0.1, 64));
        assertEquals(List.of(new KnobChange(3, Knob.TEMPERATURE, 4, 8)), changes.list());
    }

    @Test
    void aDraggedSliderIsOneChange() {
        read(1, live(4, 0.9, 0.1, 64));
        for (int i = 2; i < 30; i++) {
            clock += 16;
            read(i, live(4 + i, 0.9, 0.1, 64));
        }
        assertEquals(List.of(new KnobChange(2, Knob.TEMPERATURE, 4, 33)), changes.list());
    }

    @Test
    void aTurnAfterAPauseIsAnother() {
        read(1, live(4, 0.9, 0.1, 64));
        read(2, live(8, 0.9, 0.1, 64));
        clock += KnobChanges.PAUSE_MILLIS + 1;
        read(3, live(2, 0.9, 0.1, 64));
        assertEquals(2, changes.list().size());
    }

    @Test
    void theHardWeightGoesWithTheSoftOneAndIsNotToldTwice() {
        read(1, live(4, 0.75, 0.1, 64));
        read(2, live(4, 0.5, 0.1, 64));
        assertEquals(List.of(new KnobChange(2, Knob.SOFT_WEIGHT, 0.75, 0.5)), changes.list());
    }

    @Test
    void everyOtherKnobHasItsOwnChange() {
        read(1, live(4, 0.5, 0.1, 64));
        read(2, live(4, 0.5, 0.2, 128));
        assertEquals(
                List.of(new KnobChange(2, Knob.LEARNING_RATE, 0.1, 0.2), new KnobChange(2, Knob.BATCH_SIZE, 64, 128)),
                changes.list());
    }

    @Test
    void aMistakeIsToldFromTheFirstStepOn() {
        LiveSettings right = live(4, 0.5, 0.1, 64);
        read(1, right.withTeacherUnfrozen(true));
        read(2, right.withTeacherUnfrozen(true));
        read(3, right);
        assertEquals(
                List.of(new KnobChange(1, Knob.TEACHER_UNFROZEN, 0, 1), new KnobChange(3, Knob.TEACHER_UNFROZEN, 1, 0)),
                changes.list());
    }

    @Test
    void anotherRunBeginsWithoutChanges() {
        read(1, live(4, 0.5, 0.1, 64));
        changes.clear();
        read(1, live(8, 0.5, 0.1, 64));
        assertEquals(List.of(), changes.list());
    }
}
