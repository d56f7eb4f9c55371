package distillery.lab.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.train.ArmName;
import distillery.train.archive.ArmCurve;
import distillery.train.archive.RecordedQuantity;
import distillery.train.archive.SeedCurves;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurveAxisTest {
    private static ArmCurve curve(int[] epochs, long... steps) {
        double[] seconds =
                Arrays.stream(steps).mapToDouble(step -> step / 100.0).toArray();
        double[] errors = Arrays.stream(steps).mapToDouble(step -> -step).toArray();
        return new ArmCurve(steps, epochs, seconds, Map.of(RecordedQuantity.ERRORS, errors));
    }

    @Test
    void stepsAreSpreadEvenlyOverTheirEpoch() {
        ArmCurve training = curve(new int[] {1, 1, 2, 2, 2}, 5, 10, 12, 15, 20);
        assertArrayEquals(new double[] {0.5, 1, 1.2, 1.5, 2}, CurveAxis.EPOCH.places(training), 1e-12);
        assertArrayEquals(new double[] {5, 10, 12, 15, 20}, CurveAxis.STEP.places(training));
        assertArrayEquals(new double[] {0.05, 0.1, 0.12, 0.15, 0.2}, CurveAxis.SECONDS.places(training));
    }

    @Test
    void aPointForSeveralEpochsLiesAtTheirEnd() {
        assertArrayEquals(new double[] {3, 6}, CurveAxis.EPOCH.places(curve(new int[] {3, 6}, 30, 60)), 1e-12);
    }

    @Test
    void anEpochThatWasStoppedIsNotStretched() {
        ArmCurve training = curve(new int[] {1, 1, 2}, 5, 10, 14);
        assertArrayEquals(new double[] {0.5, 1, 1.4}, CurveAxis.EPOCH.places(training), 1e-12);
    }

    @Test
    void testsLieAfterTheEpochsThatWereOver() {
        assertArrayEquals(new double[] {0, 1, 2}, CurveAxis.EPOCH.places(curve(new int[] {0, 1, 2}, 0, 10, 20)), 1e-12);
    }

    @Test
    void seedsMeetAtTheirMeanTime() {
        ArmCurve fast = curve(new int[] {1, 2}, 10, 20);
        ArmCurve slow = new ArmCurve(fast.steps(), fast.epochs(), new double[] {0.3, 0.6}, fast.values());
        List<SeedCurves> seeds = List.of(
                new SeedCurves(1, Map.of(), Map.of(ArmName.DISTILLED, fast)),
                new SeedCurves(2, Map.of(), Map.of(ArmName.DISTILLED, slow)));
        MeanCurve mean = MeanCurve.of(seeds, ArmName.DISTILLED, RecordedQuantity.ERRORS, CurveAxis.SECONDS);
        assertEquals(0.2, mean.mean().x(0), 1e-12);
        assertEquals(0.4, mean.mean().x(1), 1e-12);
        assertEquals(-20, mean.mean().raw().get(1), 1e-12);
    }
}
