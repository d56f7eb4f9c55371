package distillery.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import distillery.Thorough;
import distillery.data.Npz;
import distillery.net.NetSpec;
import distillery.net.Weights;
import distillery.net.WeightsReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
        assertEquals("\uFEFFstep,epoch,student,hard,soft,softTimesT2,total,temperature,own,pattern", steps.get(0));
        assertEquals(1 + 4 * 12, steps.size());
        assertEquals(
                1 + 4 * 3, Files.readAllLines(folder.resolve("tests-7.csv")).size());
        Weights weights = WeightsReader.dense(Npz.read(folder.resolve("distilled-7.npz")), "distilled-7.npz");
        assertEquals(NetSpec.dense(784, 16, 10), weights.spec());
        JsonNode results =
                new ObjectMapper().readTree(folder.resolve("results.json").toFile());
        assertEquals(7, results.at("/seeds/0/seed").asInt());
        assertTrue(Files.exists(folder.resolve("settings.json")));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(name -> !name.isEmpty())
                    .sorted()
                    .toList();
        }
    }

    @Thorough
    @Test
    void aFolderHoldsOneRun() throws Exception {
        String quick = QUICK + " --out " + folder;
        assertEquals(0, run(quick + " --seeds 2"), err.toString());
        Files.writeString(folder.resolve("notes.txt"), "mine");
        List<String> before = names();
        byte[] settings = Files.readAllBytes(folder.resolve("settings.json"));
        assertEquals(1, run(quick + " --seed 5"));
        assertTrue(err.toString().contains("--replace"), err.toString());
        assertEquals(before, names());
        assertArrayEquals(settings, Files.readAllBytes(folder.resolve("settings.json")));
        assertEquals(0, run(quick + " --seed 5 --replace"), err.toString());
        assertEquals(
                List.of(
                        "control-5.npz",
                        "distilled-5.npz",
                        "labelsOnly-5.npz",
                        "notes.txt",
                        "results.json",
                        "run.json",
                        "settings.json",
                        "shuffled-5.npz",
                        "steps-5.csv",
                        "tests-5.csv"),
                names());
    }

    @Test
    void whatNoRunLeftIsNeverReplaced() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{\"editor.tabSize\": 2}");
        for (String line : List.of(" --out " + folder, " --replace --out " + folder)) {
            assertEquals(1, run(QUICK + line));
            assertTrue(err.toString().contains("settings.json"), err.toString());
        }
        assertEquals(List.of("settings.json"), names());
        assertTrue(Files.readString(folder.resolve("settings.json")).contains("tabSize"));
    }

    @Test
    void theEndIsTriedBeforeTheWorkAndLeavesNothing() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        String never = "train --preset hinton-mnist --epochs 100000 --out ";
        for (Path place : List.of(file, file.resolve("below"), folder.resolve("x".repeat(300)))) {
            assertEquals(1, run(never + place));
        }
        assertEquals(1, run("make-teacher " + folder.resolve("none").resolve("x.npz")));
        assertEquals(1, run("make-teacher " + file.resolve("x.npz")));
        Path npz = Files.writeString(folder.resolve("old.npz"), "mine");
        assertEquals(1, run("make-teacher " + folder.resolve("old")));
        assertEquals(List.of("file", "old.npz"), names());
        assertEquals("mine", Files.readString(npz));
        assertFalse(err.toString().contains("Exception"), err.toString());
        assertEquals("", out.toString(), "nothing was trained");
    }

    @Test
    void aRunThatNeverBeganLeavesNoFolder() throws Exception {
        assertEquals(
                1,
                run(QUICK + " --data " + folder + " --out "
                        + folder.resolve("a").resolve("b")));
        assertEquals(List.of(), names());
    }

    @Thorough
    @Test
    void aFolderMayBeALinkOrFurtherUp() throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        assertEquals(0, run(QUICK + " --out " + link), err.toString());
        assertTrue(Files.exists(real.resolve("results.json")));
        assertEquals(
                0, run(QUICK + " --out " + folder.resolve("none").resolve("..").resolve("up")), err.toString());
        assertTrue(Files.exists(folder.resolve("up").resolve("results.json")));
        assertFalse(Files.exists(folder.resolve("none")));
        Path nowhere = Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("gone"));
        assertEquals(1, run(QUICK + " --out " + nowhere));
        assertTrue(err.toString().contains("is not a folder"), err.toString());
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
        assertTrue(err.toString().lines().count() < 20, "the reason is not pushed out of sight: " + err);
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
