package distillery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import distillery.Thorough;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeagueCommandTest {
    private static final String QUICK = " --student 784-16-10 --images 300 --epochs 2 --batch 50";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(String line) {
        var command = Distillery.line();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(line.split(" ", -1));
    }

    private JsonNode json(String line) throws Exception {
        out.getBuffer().setLength(0);
        assertEquals(0, run(line + " --json"), err.toString());
        return new ObjectMapper().readTree(out.toString());
    }

    @Thorough
    @Test
    void jsonHasTheErrorsOfEachSeedAndBothVerdictsForEveryMethod() throws Exception {
        JsonNode report = json("league --methods all --seeds 3" + QUICK);
        Set<String> methods = new TreeSet<>();
        for (JsonNode row : report.get("methods")) {
            methods.add(row.get("method").asText());
            assertEquals(3, row.get("testErrors").size());
            double sum = 0;
            for (JsonNode errors : row.get("testErrors")) {
                sum += errors.asInt();
            }
            assertEquals(sum / 3, row.get("mean").asDouble(), 1e-9);
            assertTrue(row.get("deviation").asDouble() >= 0);
            assertTrue(row.get("secondsPerRun").asDouble() > 0);
            for (String verdict : List.of("verdict", "verdictAgainstControl")) {
                assertTrue(
                        List.of("better", "worse", "not decided")
                                .contains(row.get(verdict).asText()),
                        row::toString);
            }
            assertEquals(
                    report.at("/labelsOnly/mean").asDouble() - row.get("mean").asDouble(),
                    row.at("/gain/mean").asDouble(),
                    1e-9);
        }
        assertTrue(methods.containsAll(List.of("hinton", "logits", "dkd")), methods.toString());
        assertFalse(methods.contains("labels"), "everything is held against it");
        assertFalse(methods.contains("attention"), "dense nets have no maps");
        assertEquals(
                List.of("fsp", "attention", "copy", "own-teacher", "multi-task", "forgetting"),
                report.get("leftOut").findValuesAsText("method"));
        assertTrue(report.at("/leftOut/0/reason").asText().startsWith("This method compares"), report::toString);
        assertEquals("Holm", report.at("/test/correction").asText());
        assertEquals(2 * methods.size(), report.at("/test/comparisons").asInt());
    }

    /** Whether alone or among others: the same data, first weights and batches. */
    @Thorough
    @Test
    void aMethodMakesTheErrorsThatItMakesAlone() throws Exception {
        JsonNode league = json("league --methods dkd,hinton --seeds 2" + QUICK);
        JsonNode alone = json("train --method hinton --seeds 2" + QUICK);
        List<Integer> hinton = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (JsonNode seed : alone.get("seeds")) {
            hinton.add(seed.at("/distilled/testErrors").asInt());
            labels.add(seed.at("/labelsOnly/testErrors").asInt());
        }
        assertEquals(hinton.toString(), plain(league.at("/methods/1/testErrors")));
        assertEquals(labels.toString(), plain(league.at("/labelsOnly/testErrors")));
        assertEquals("more seeds needed", league.at("/methods/1/verdict").asText());
        assertTrue(league.at("/methods/1/gain").isMissingNode(), "too few seeds");
    }

    private static String plain(JsonNode numbers) {
        return numbers.toString().replace(",", ", ");
    }

    @Test
    void theTableHasTheBestFirstAndTheFolderWhatEachSeedCameTo() throws Exception {
        Path made = folder.resolve("league");
        assertEquals(0, run("league --preset toy --epochs 1 --seeds 3 --out " + made), err.toString());
        String text = out.toString();
        assertTrue(text.contains("seed 2: test errors labels only "), text);
        List<Double> means = text.lines()
                .filter(line -> line.matches("(hinton|dkd|logits) .*"))
                .map(line -> Double.valueOf(line.split("\\s+", -1)[1]))
                .toList();
        assertEquals(means.stream().sorted().toList(), means);
        assertTrue(text.contains("(Holm)"), text);
        List<String> lines = Files.readAllLines(made.resolve("tests-3.csv"));
        assertEquals("method,test_errors,seconds", lines.get(0));
        assertTrue(lines.stream().anyMatch(line -> line.matches("dkd,\\d+,\\d+\\.\\d{3}")), lines.toString());
        assertTrue(Files.exists(made.resolve("results.json")) && Files.exists(made.resolve("settings.json")));
        assertEquals(1, run("league --preset toy --epochs 1 --out " + made), "another run is there");
    }

    @Test
    void whatIsNoMethodOrStandsTwiceIsRefusedByName() {
        assertEquals(2, run("league --preset toy --methods hinton,fitnet"));
        assertTrue(err.toString().contains("\"fitnet\""), err.toString());
        assertEquals(2, run("league --preset toy --methods dkd,dkd"));
        assertTrue(err.toString().contains("dkd twice"), err.toString());
        assertEquals(2, run("league --preset few-labels --methods attention"));
        assertTrue(err.toString().contains("--methods attention: This method compares"), err.toString());
        assertEquals(2, run("league --preset toy --methods labels"));
        assertTrue(err.toString().contains("name a method"), err.toString());
    }
}
