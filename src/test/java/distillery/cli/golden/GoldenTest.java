package distillery.cli.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every public golden vector, each field at the tolerance of its case. */
class GoldenTest {
    @TestFactory
    Stream<DynamicTest> everyFieldAgrees() throws Exception {
        return cases().stream().map(golden -> DynamicTest.dynamicTest(golden.id(), () -> agrees(golden)));
    }

    private static void agrees(GoldenCase golden) {
        GoldenComparison comparison = GoldenComparison.of(golden, GoldenMethods.compute(golden));
        assertEquals(List.of(), comparison.mismatches());
    }

    @Test
    void exactlyTheMethodsOfTheFileAreKnown() throws Exception {
        Set<String> withCases = cases().stream().map(GoldenCase::method).collect(Collectors.toSet());
        assertEquals(GoldenMethods.known(), withCases);
    }

    static Path goldenFile() throws Exception {
        return Path.of(Objects.requireNonNull(GoldenTest.class.getResource("/golden/golden_public.json"))
                .toURI());
    }

    private static List<GoldenCase> cases() throws Exception {
        return GoldenFile.read(goldenFile());
    }
}
