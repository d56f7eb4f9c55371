package distillery.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** README's table of omitted digits says what the records say, and these agree with themselves. */
class ReadmeBiasTest {
    @ParameterizedTest
    @CsvSource({
        "MISSING_THREE, distilled, '| `missing-three`, distilled |', true",
        "MISSING_THREE, labelsOnly, '| the same, labels only |', false",
        "MISSING_THREE, control, '| the same, control |', false",
        "ONLY_SEVEN_AND_EIGHT, distilled, '| `only-seven-and-eight`, distilled |', true",
        "ONLY_SEVEN_AND_EIGHT, labelsOnly, '| the same, labels only |', false"
    })
    void theRowIsWorkedOutFromTheRecord(Preset preset, String arm, String begin, boolean strong) throws IOException {
        String star = strong ? "**" : "";
        String wanted = begin + " " + cell(preset, arm, "before") + " | " + star + cell(preset, arm, "after") + star
                + " | " + cell(preset, arm, "best") + " |";
        List<String> lines = Files.readAllLines(Path.of("README.md"));
        assertTrue(lines.contains(wanted), wanted);
    }

    @ParameterizedTest
    @EnumSource(
            value = Preset.class,
            names = {"MISSING_THREE", "ONLY_SEVEN_AND_EIGHT"})
    void whatWasTrainedHasTheErrorsOfItsSeedAndTheBestIsNoWorse(Preset preset) throws IOException {
        JsonNode record = record(preset);
        assertEquals(20, record.get("bias").size());
        for (JsonNode effect : record.get("bias")) {
            JsonNode result = record.get("seeds")
                    .get(effect.get("seed").asInt() - 1)
                    .get(effect.get("arm").asText());
            assertEquals(result.get("testErrors"), effect.at("/before/all"));
            int omitted = preset.settings().omitted().stream()
                    .mapToInt(index -> result.get("classErrors").get(index).asInt())
                    .sum();
            assertEquals(omitted, effect.at("/before/ofOmitted").asInt());
            assertTrue(effect.at("/best/all").asInt() <= effect.at("/after/all").asInt());
            assertEquals("auto", effect.get("rule").asText());
        }
    }

    /** The order of the paper's figures holds. */
    @Test
    void theCorrectionSavesMostOfTheErrorsThatOmissionCosts() throws IOException {
        double before =
                errors(Preset.MISSING_THREE, "distilled", "before", "ofOmitted").getMean();
        double after =
                errors(Preset.MISSING_THREE, "distilled", "after", "ofOmitted").getMean();
        assertTrue(after < before / 3);
        double labels =
                errors(Preset.MISSING_THREE, "labelsOnly", "after", "all").getMean();
        assertTrue(labels
                > 3 * errors(Preset.MISSING_THREE, "distilled", "after", "all").getMean());
    }

    private static String cell(Preset preset, String arm, String when) throws IOException {
        DescriptiveStatistics all = errors(preset, arm, when, "all");
        return Math.round(all.getMean()) + " ± " + Math.round(all.getStandardDeviation()) + " ("
                + Math.round(errors(preset, arm, when, "ofOmitted").getMean()) + ")";
    }

    private static DescriptiveStatistics errors(Preset preset, String arm, String when, String which)
            throws IOException {
        return new DescriptiveStatistics(
                StreamSupport.stream(record(preset).get("bias").spliterator(), false)
                        .filter(effect -> effect.get("arm").asText().equals(arm))
                        .mapToDouble(effect -> effect.get(when).get(which).asDouble())
                        .toArray());
    }

    private static JsonNode record(Preset preset) throws IOException {
        String file = "/assets/presets/" + preset.id() + ".json";
        try (InputStream stream = Objects.requireNonNull(Preset.class.getResourceAsStream(file))) {
            return new JsonMapper().readTree(stream);
        }
    }
}
