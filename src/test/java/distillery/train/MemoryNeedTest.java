package distillery.train;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import distillery.net.NetSpec;
import org.junit.jupiter.api.Test;

class MemoryNeedTest {
    private static final long GIGABYTE = 1L << 30;

    @Test
    void netsThatDoNotFitAreRefusedWithWhatTheyNeedBeforeAnyIsMade() {
        TrainSettings large =
                Preset.FEW_LABELS.settings().with(draft -> draft.student = NetSpec.dense(784, 9000, 4500, 10));
        Problem refused = assertThrows(Problem.class, () -> MemoryNeed.require(large, 2 * GIGABYTE));
        String said = String.valueOf(refused.getMessage());
        assertTrue(said.contains("MB") && said.contains("-Xmx4g"), said);
        assertDoesNotThrow(() -> MemoryNeed.require(large, 4 * GIGABYTE), "as much as was said");
    }

    @Test
    void everyPresetFitsInHalfAGigabyte() {
        for (Preset preset : Preset.values()) {
            assertDoesNotThrow(() -> MemoryNeed.require(preset.settings(), GIGABYTE / 2));
        }
    }
}
