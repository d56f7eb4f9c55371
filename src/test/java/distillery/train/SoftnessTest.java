package distillery.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The control is not as soft as the teacher's labels: it stands for smoothing with its own ε and no other. */
class SoftnessTest {
    @Test
    void theTeachersLabelsHaveThreeTimesTheEntropyOfTheControls() {
        TrainSettings settings = Preset.FEW_LABELS.settings();
        assertEquals(0.50, Softness.ofSmoothed(settings.smoothing()), 0.005);
        assertEquals(1.60, Softness.ofTeacher(settings.live().knobs().temperature()), 0.005);
    }
}
