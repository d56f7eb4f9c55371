package distillery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import distillery.data.Npz;
import distillery.net.Layers;
import distillery.net.Weights;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainCommandTest {
    private static final String QUICK = "train --student 784-16-10 --images 300 --epochs 2 --batch 50";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void jsonHoldsEverySeedAndStudentAndTheTeacher() throws Exception {
        assertEquals(0, run(QUICK + " --seeds 3 --json"), err.toString());
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertEquals(3, report.get("seeds").size());
        for (JsonNode seed : report.get("seeds")) {
            for (String student : List.of("labelsOnly", "distilled", "control")) {
                JsonNode result = seed.get(student);
                int errors = result.get("testErrors").asInt();
                assertTrue(errors > 0 && errors < 9_500, student + " " + errors);
                assertEquals(1 - errors / 10_000.0, result.get("testAccuracy").asDouble(), 1e-12);
                assertTrue(result.get("seconds").asDouble() > 0);
                assertTrue(result.get("imagesPerSecond").asDouble() > 100);
            }
        }
        assertTrue(report.at("/teacher/testErrors").asInt() <= 150);
        assertEquals("784-16-10", report.at("/settings/student").asText());
        assertTrue(List.of("better", "not decided", "worse")
                .contains(report.get("verdict").asText()));
        assertEquals("two-sided paired t", report.at("/test/name").asText());
        assertEquals(0.95, report.at("/test/confidence").asDouble());
        assertEquals(3, report.at("/test/seeds").asInt());
        assertEquals(
                mean(report, "labelsOnly") - mean(report, "distilled"),
                report.at("/gain/mean").asDouble(),
                1e-9);
        assertTrue(report.at("/gain/low").asDouble() < report.at("/gain/high").asDouble());
        assertTrue(report.at("/gainOverControl/p").asDouble() > 0);
        assertEquals(
                mean(report, "distilled"), report.at("/errors/distilled/mean").asDouble(), 1e-9);
    }

    @Test
    void textEndsWithATableAndAVerdict() {
        assertEquals(0, run(QUICK), err.toString());
        String text = out.toString();
        assertTrue(text.contains("seed 1: test errors labels only "), text);
        assertTrue(text.lines().anyMatch(line -> line.startsWith("distilled ")), text);
        assertTrue(text.contains("too few seeds to tell"), text);
    }

    @Test
    void theVerdictInTextSaysItsLevelAndItsInterval() {
        assertEquals(0, run(QUICK + " --seeds 3"), err.toString());
        String text = out.toString();
        assertTrue(text.contains("two-sided paired t tests at 95 %"), text);
        assertTrue(text.matches("(?s).*Against labels only, over 3 seeds: .*, between .* errors \\(p [=<] .*"), text);
        assertTrue(text.contains("smoothing with epsilon = 0.1"), text);
    }

    @Test
    void theFolderHoldsCurvesWeightsSettingsAndResults() throws Exception {
        assertEquals(0, run(QUICK + " --seed 7 --out " + folder), err.toString());
        List<String> steps = Files.readAllLines(folder.resolve("steps-7.csv"));
        assertEquals("step,epoch,student,hard,soft,softTimesT2,total,temperature", steps.get(0));
        assertEquals(1 + 3 * 12, steps.size());
        assertEquals(
                1 + 3 * 3, Files.readAllLines(folder.resolve("tests-7.csv")).size());
        Weights weights = Weights.of(Npz.read(folder.resolve("distilled-7.npz")), "distilled-7.npz");
        assertEquals(Layers.of(784, 16, 10), weights.layers());
        JsonNode results =
                new ObjectMapper().readTree(folder.resolve("results.json").toFile());
        assertEquals(7, results.at("/seeds/0/seed").asInt());
        assertTrue(Files.exists(folder.resolve("settings.json")));
    }

    @Test
    void bothConventionsOfAlphaMeanWhatTheySay() throws Exception {
        assertEquals(0, run(QUICK + " --json --alpha 0.25"), err.toString());
        JsonNode soft = new ObjectMapper().readTree(out.toString());
        assertEquals(0.25, soft.at("/settings/live/knobs/softWeight").asDouble());
        out.getBuffer().setLength(0);
        assertEquals(0, run(QUICK + " --json --alpha 0.25 --convention hard"), err.toString());
        JsonNode hard = new ObjectMapper().readTree(out.toString());
        assertEquals(0.75, hard.at("/settings/live/knobs/softWeight").asDouble());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train --preset nonsense",
                "train --student 784",
                "train --student 783-10",
                "train --temperature 0",
                "train --alpha 1.5",
                "train --epochs 0",
                "train --batch 100000",
                "train --seeds 0",
                "train --omit 11",
                "train --optimiser adagrad",
                "train --method telepathy",
                "train --learning-rate NaN",
                "train --unknown"
            })
    void wrongOptionsGetAReasonTheUsageAndExitCodeTwo(String line) {
        assertEquals(2, run(line));
        assertTrue(err.toString().contains("Usage: distillery"), err.toString());
    }

    @Test
    void anUnknownCommandGetsExitCodeTwo() {
        assertEquals(2, run("distil"));
        assertTrue(err.toString().contains("distil"), err.toString());
    }

    @Test
    void aFolderWithoutDataIsNamed() {
        assertEquals(1, run(QUICK + " --data " + folder));
        assertTrue(err.toString().contains(folder.toString()), err.toString());
    }

    private int run(String line) {
        return Distillery.line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(line.split(" "));
    }

    private static double mean(JsonNode report, String student) {
        double sum = 0;
        for (JsonNode seed : report.get("seeds")) {
            sum += seed.get(student).get("testErrors").asInt();
        }
        return sum / report.get("seeds").size();
    }
}
