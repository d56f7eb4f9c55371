package distillery.cli.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CheckLossesCommandTest {
    private static final String LN2 = "0.6931471805599453";
    private static final String TOLERANCE = "\"tolerance\": {\"rtol\": 1e-9, \"atol\": 1e-12}";

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int check(Path file) {
        return new CommandLine(new CheckLossesCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(file.toString());
    }

    private int check(String json) throws IOException {
        return check(Files.writeString(folder.resolve("vectors.json"), json));
    }

    private int checkCases(String... cases) throws IOException {
        return check("{\"schema_version\": 1, \"cases\": [" + String.join(",", cases) + "]}");
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    private static String golden(String method, String inputs, String params, String expected) {
        return "{\"id\": \"" + method + "/one\", \"method\": \"" + method + "\", \"inputs\": " + inputs
                + ", \"params\": " + params + ", \"expected\": " + expected + ", " + TOLERANCE + "}";
    }

    private static String hard(String logits, String labels, String expected) {
        return golden("hard_ce", "{\"logits_student\": " + logits + ", \"labels\": " + labels + "}", "{}", expected);
    }

    @Test
    void succeedsOnlyIfEveryCasePasses() throws Exception {
        String good = hard("[[0, 0]]", "[0]", "{\"loss\": " + LN2 + "}");
        assertEquals(0, checkCases(good, good));
        assertEquals(List.of("hard_ce: 2 passed, 0 failed, worst relative error 0", "2 passed, 0 failed"), lines());
    }

    @Test
    void whetherALossIsTimesTSquaredAndHowItIsReducedIsAsTheCaseSays() throws Exception {
        String inputs =
                "{\"logits_student\": [[0, 0], [0, 0]], \"logits_teacher\": [[2, 0], [2, 0]], \"labels\": [0, 0]}";
        String params = "{\"temperature\": 2, \"alpha\": 1, \"convention\": \"alpha_on_soft\", %s}";
        double p = Math.E / (Math.E + 1);
        double kl = Math.log(2) + p * Math.log(p) + (1 - p) * Math.log(1 - p);
        Map<String, Double> losses = Map.of(
                "\"t_squared\": true, \"reduction\": \"batchmean\"",
                4 * kl,
                "\"t_squared\": false",
                kl,
                "\"reduction\": \"sum\"",
                8 * kl,
                "\"reduction\": \"mean\"",
                2 * kl);
        for (Map.Entry<String, Double> each : losses.entrySet()) {
            String asked = String.format(params, each.getKey());
            assertEquals(0, checkCases(golden("kd", inputs, asked, "{\"loss\": " + each.getValue() + "}")), asked);
        }
        String summed = golden("hard_ce", inputs, "{\"reduction\": \"sum\"}", "{\"loss\": " + 2 * Math.log(2) + "}");
        assertEquals(0, checkCases(summed));
        String median = String.format(params, "\"reduction\": \"median\"");
        assertEquals(1, checkCases(golden("kd", inputs, median, "{\"loss\": 0}")));
        assertTrue(out.toString().contains("params.reduction should be one of"), out.toString());
    }

    @Test
    void aWrongNumberIsShownWithItsPlace() throws Exception {
        assertEquals(1, checkCases(hard("[[0, 0]]", "[0]", "{\"per_sample\": [0.5]}")));
        assertEquals(
                List.of(
                        "hard_ce: 0 passed, 1 failed, worst relative error 4e-01",
                        "  hard_ce/one",
                        "    per_sample[0]: want 0.5, got " + LN2,
                        "0 passed, 1 failed"),
                lines());
    }

    @Test
    void anUnknownMethodFailsAndMethodsKeepTheirOrder() throws Exception {
        String unknown = golden("telepathy", "{}", "{}", "{\"loss\": 1}");
        assertEquals(1, checkCases(unknown, hard("[[0, 0]]", "[0]", "{\"loss\": " + LN2 + "}"), unknown));
        assertEquals(
                List.of(
                        "telepathy: 0 passed, 2 failed (this method is not known to this version)",
                        "hard_ce: 1 passed, 0 failed, worst relative error 0",
                        "1 passed, 2 failed"),
                lines());
    }

    @Test
    void aFieldThatIsNotComputedFails() throws Exception {
        assertEquals(1, checkCases(hard("[[0, 0]]", "[0]", "{\"loss\": " + LN2 + ", \"aura\": 1}")));
        assertTrue(out.toString().contains("    aura: want 1, got nothing"), out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[0.6931471805599453]", "\"0.6931471805599453\"", "null", "{\"a\": 1}", "1e999"})
    void aFieldOfAnotherShapeFails(String loss) throws Exception {
        assertEquals(1, checkCases(hard("[[0, 0]]", "[0]", "{\"loss\": " + loss + "}")));
    }

    @Test
    void brokenInputsFailTheirCaseAloneWithAReason() throws Exception {
        String good = hard("[[0, 0]]", "[0]", "{\"loss\": " + LN2 + "}");
        assertEquals(
                1,
                checkCases(
                        good,
                        hard("[[0, 0], [0]]", "[0, 0]", "{\"loss\": 1}"),
                        hard("[[0, 0]]", "[2]", "{\"loss\": 1}"),
                        hard("[[0, 1e999]]", "[0]", "{\"loss\": 1}"),
                        hard("3", "[0]", "{\"loss\": 1}"),
                        golden("hard_ce", "{}", "{}", "{\"loss\": 1}")));
        String printed = out.toString();
        assertTrue(printed.contains("inputs.logits_student[1] should be 2 numbers"), printed);
        assertTrue(printed.contains("label 2 of row 0 is outside 0..1"), printed);
        assertTrue(printed.contains("inputs.logits_student[0][1] should be a finite number"), printed);
        assertTrue(printed.contains("inputs.logits_student should be rows of numbers, found 3"), printed);
        assertTrue(printed.contains("inputs.logits_student should be rows of numbers, found nothing"), printed);
        assertTrue(printed.contains("hard_ce: 1 passed, 5 failed"), printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"schema_version\": 1, \"cases\": [",
                "{\"schema_version\": 1, \"cases\": []}",
                "{\"schema_version\": 2, \"cases\": [{}]}",
                "{\"schema_version\": 1}",
                "{\"schema_version\": 1, \"cases\": [{}]}",
                "{\"schema_version\": 1, \"cases\": [3]}",
                "{\"schema_version\": 1, \"cases\": [NaN]}",
                "{\"schema_version\": 1, \"schema_version\": 1, \"cases\": []}",
                "{} {}"
            })
    void aMalformedFileIsRefusedInOneSentence(String json) throws Exception {
        assertEquals(2, check(json));
        assertRefusal("vectors.json: ");
    }

    @Test
    void aCaseWithoutAPartIsRefusedByItsPlace() throws Exception {
        String whole = hard("[[0, 0]]", "[0]", "{\"loss\": 1}");
        assertEquals(2, checkCases(whole, whole.replace("\"expected\"", "\"expects\"")));
        assertRefusal("cases[1].expected");
    }

    @Test
    void aCaseThatExpectsNothingIsRefused() throws Exception {
        assertEquals(2, checkCases(hard("[[0, 0]]", "[0]", "{}")));
        assertRefusal("cases[0].expected");
    }

    @Test
    void aToleranceThatAcceptsAnythingIsRefused() throws Exception {
        String lax = hard("[[0, 0]]", "[0]", "{\"loss\": 1}").replace("1e-9", "1e999");
        assertEquals(2, checkCases(lax));
        assertRefusal("cases[0].tolerance.rtol");
    }

    @Test
    void bottomlessNestingIsRefused() throws Exception {
        assertEquals(2, check("{\"schema_version\": 1, \"cases\": " + "[".repeat(100_000)));
        assertRefusal("vectors.json: ");
    }

    @Test
    void aMissingFileAndAFolderAreRefused() {
        assertEquals(2, check(folder.resolve("absent.json")));
        assertRefusal("absent.json: ");
        assertEquals(2, check(folder));
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() throws Exception {
        assertEquals(1, checkCases(golden("a\\u001b[2J\\nb", "{}", "{}", "{\"loss\": 1}")));
        assertTrue(lines().get(0).startsWith("a?[2J?b: 0 passed"), lines().get(0));
    }

    private void assertRefusal(String part) {
        String message = err.toString();
        assertTrue(message.contains(part), message);
        assertEquals(1, message.lines().count(), message);
        assertFalse(message.contains("Exception"), message);
        assertEquals("", out.toString());
    }
}
