package distillery.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import distillery.data.Problem;
import distillery.net.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresetTest {
    private final JsonMapper mapper = new JsonMapper();

    @ParameterizedTest
    @EnumSource(Preset.class)
    void theRecordWasMadeWithTheseVerySettingsOverFiveSeeds(Preset preset) throws IOException {
        JsonNode record = record(preset);
        assertEquals(preset.settings(), mapper.treeToValue(record.get("settings"), TrainSettings.class));
        assertEquals(1, preset.settings().seed());
        for (int i = 0; i < 5; i++) {
            assertEquals(i + 1, record.at("/seeds/" + i + "/seed").asInt());
        }
        assertEquals(5, record.get("seeds").size());
        for (ArmName student : preset.measured().errors().keySet()) {
            double sum = 0;
            for (JsonNode seed : record.get("seeds")) {
                sum += seed.get(mapper.convertValue(student, String.class))
                        .get("testErrors")
                        .asInt();
            }
            assertEquals(sum / 5, spread(preset, student).mean(), 1e-9);
            String field = mapper.convertValue(student, String.class);
            assertEquals(
                    spread(preset, student).deviation(),
                    record.at("/errors/" + field + "/deviation").asDouble(),
                    1e-9);
        }
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void theRecordedVerdictsAreThoseOfItsSeeds(Preset preset) throws IOException {
        JsonNode record = record(preset);
        Verdict verdict = preset.measured();
        assertEquals(mapper.valueToTree(verdict.toLabels()), record.get("verdict"));
        assertEquals(mapper.valueToTree(verdict.toControl()), record.get("verdictAgainstControl"));
        assertEquals(verdict.planned(), record.at("/test/seeds").asInt());
        assertGain(verdict.overLabels(), record.get("gain"));
        assertGain(verdict.overControl(), record.get("gainOverControl"));
    }

    private static void assertGain(Verdict.Gain gain, JsonNode recorded) {
        assertEquals(gain.mean(), recorded.get("mean").asDouble(), 1e-9);
        assertEquals(gain.low(), recorded.get("low").asDouble(), 1e-9);
        assertEquals(gain.high(), recorded.get("high").asDouble(), 1e-9);
        assertEquals(gain.p(), recorded.get("p").asDouble(), 1e-9);
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void settingsSurviveJson(Preset preset) throws IOException {
        TrainSettings settings = preset.settings();
        assertEquals(settings, mapper.readValue(mapper.writeValueAsString(settings), TrainSettings.class));
    }

    @Test
    void namesAndSettingsAreReadBackWhateverTheSeed() {
        for (Preset preset : Preset.values()) {
            assertEquals(preset, Preset.of(preset.id()));
            assertEquals(Optional.of(preset), Preset.of(preset.settings().withSeed(11)));
        }
        assertEquals(Optional.empty(), Preset.of(Preset.TOY.settings().with(draft -> draft.epochs++)));
        assertThrows(IllegalArgumentException.class, () -> Preset.of("many-labels"));
    }

    @Test
    void withFewLabelsTheTeacherSavesAFifthOfTheErrorsAndBeatsTheControl() {
        double distilled = spread(Preset.FEW_LABELS, ArmName.DISTILLED).mean();
        assertTrue(distilled
                <= 0.8 * spread(Preset.FEW_LABELS, ArmName.LABELS_ONLY).mean());
        assertTrue(distilled < spread(Preset.FEW_LABELS, ArmName.CONTROL).mean());
    }

    @Test
    void aRunOfTodayFallsIntoTheRecordedBand() throws Problem {
        Engine.start();
        TrainSettings settings = Preset.FEW_LABELS.settings();
        List<SeedResult> results = new ArrayList<>();
        SeedRuns.run(
                settings,
                new MaterialsCache().materials(settings, ProgressMonitor.none()),
                ProgressMonitor.none(),
                false,
                event -> {
                    if (event instanceof TrainEvent.SeedFinished tried) {
                        results.add(tried.result());
                    }
                });
        for (ArmName student : ArmName.CLASSIC) {
            Verdict.Spread band = spread(Preset.FEW_LABELS, student);
            int errors = results.get(0).of(student).testErrors();
            assertEquals(band.mean(), errors, 4 * band.deviation(), student.toString());
        }
    }

    private static Verdict.Spread spread(Preset preset, ArmName student) {
        return Objects.requireNonNull(preset.measured().errors().get(student));
    }

    private JsonNode record(Preset preset) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(Preset.class.getResourceAsStream("/assets/presets/" + preset.id() + ".json"))) {
            return mapper.readTree(stream);
        }
    }
}
