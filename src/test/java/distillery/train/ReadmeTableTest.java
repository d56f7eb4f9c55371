package distillery.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** README's table says of each preset what its record says. */
class ReadmeTableTest {
    @ParameterizedTest
    @EnumSource(Preset.class)
    void theRowIsWorkedOutFromTheRecord(Preset preset) throws IOException {
        Verdict verdict = preset.measured();
        Verdict.Gain shuffled = verdict.overShuffled();
        String wanted = " | " + spread(verdict, ArmName.LABELS_ONLY) + " | " + spread(verdict, ArmName.CONTROL) + " | "
                + (shuffled == null ? "–" : spread(verdict, ArmName.SHUFFLED)) + " | **"
                + spread(verdict, ArmName.DISTILLED) + "** | " + gain(verdict.overLabels()) + " | "
                + gain(verdict.overControl()) + " | " + (shuffled == null ? "–" : gain(shuffled)) + " |";
        String row = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `" + preset.id() + "` |"))
                .findFirst()
                .orElseThrow();
        assertTrue(row.endsWith(wanted), () -> row + " should end with" + wanted);
    }

    private static String spread(Verdict verdict, ArmName student) {
        Verdict.Spread errors = Objects.requireNonNull(verdict.errors().get(student));
        return Math.round(errors.mean()) + " ± " + Math.round(errors.deviation());
    }

    private static String gain(Verdict.Gain gain) {
        String interval = (Math.round(gain.low()) + " to " + Math.round(gain.high())).replace("-", "−");
        String outcome = gain.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String p = gain.isWeak() ? String.format(Locale.ROOT, " (p = %.3f)", gain.p()) : "";
        return interval + ": " + outcome + p;
    }
}
