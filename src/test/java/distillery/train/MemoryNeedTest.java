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
        Problem refused = assertThrows(Problem.class, () -> MemoryNeed.require(large, 2 * GIGABYTE, 0));
        String said = String.valueOf(refused.getMessage());
        assertTrue(said.contains("MB") && said.contains("-Xmx5g"), said);
        assertDoesNotThrow(() -> MemoryNeed.require(large, 5 * GIGABYTE, 0), "as much as was said");
    }

    /** Measured: at 512 MB this one learned, and had no memory left to be saved. */
    @Test
    void roomForSavingIsCounted() {
        TrainSettings wide = Preset.FEW_LABELS.settings().with(draft -> draft.student = NetSpec.dense(784, 5460, 10));
        assertThrows(Problem.class, () -> MemoryNeed.require(wide, GIGABYTE / 2, 0));
    }

    @Test
    void onesOwnDataTakeTheirPart() {
        TrainSettings wide = Preset.FEW_LABELS.settings().with(draft -> draft.student = NetSpec.dense(784, 4000, 10));
        assertDoesNotThrow(() -> MemoryNeed.require(wide, GIGABYTE / 2, 0));
        assertDoesNotThrow(() -> MemoryNeed.require(wide, GIGABYTE / 2, 50_000_000));
        assertThrows(Problem.class, () -> MemoryNeed.require(wide, GIGABYTE / 2, 240_000 * 784));
    }

    @Test
    void everyPresetFitsInHalfAGigabyte() {
        for (Preset preset : Preset.values()) {
            assertDoesNotThrow(() -> MemoryNeed.require(preset.settings(), GIGABYTE / 2, 0));
        }
    }
}
