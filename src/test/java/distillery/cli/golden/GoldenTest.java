package distillery.cli.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every public golden vector of a known method, each field at the tolerance of its case. */
class GoldenTest {
    @TestFactory
    Stream<DynamicTest> everyFieldAgrees() throws Exception {
        return knownCases().stream().map(golden -> DynamicTest.dynamicTest(golden.id(), () -> agrees(golden)));
    }

    private static void agrees(GoldenCase golden) {
        GoldenComparison comparison = GoldenComparison.of(golden, GoldenMethods.compute(golden));
        assertEquals(List.of(), comparison.mismatches());
    }

    @Test
    void theFileHasCasesOfEveryKnownMethod() throws Exception {
        Set<String> withCases = knownCases().stream().map(GoldenCase::method).collect(Collectors.toSet());
        assertEquals(GoldenMethods.known(), withCases);
    }

    @Test
    void allOutputLossesAreKnown() {
        assertTrue(GoldenMethods.known()
                .containsAll(List.of(
                        "softmax_temperature",
                        "softmax_jacobian",
                        "hard_ce",
                        "soft_ce_vs_kl",
                        "kd",
                        "kd_weighted",
                        "logit_mse",
                        "high_temperature_limit",
                        "dkd",
                        "dkd_total",
                        "bias_correction")));
    }

    static Path goldenFile() throws Exception {
        return Path.of(Objects.requireNonNull(GoldenTest.class.getResource("/golden/golden_public.json"))
                .toURI());
    }

    private static List<GoldenCase> knownCases() throws Exception {
        return GoldenFile.read(goldenFile()).stream()
                .filter(golden -> GoldenMethods.known().contains(golden.method()))
                .toList();
    }
}
