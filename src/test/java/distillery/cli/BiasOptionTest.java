package distillery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import distillery.Thorough;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Biases of classes that students never saw are corrected where it is asked for, and refused where it makes no sense. */
class BiasOptionTest {
    private static final String QUICK = "train --student 784-64-10 --images 2000 --epochs 6 --omit 3";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String line) {
        return Distillery.line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(line.split(" "));
    }

    private JsonNode effect(String options, String arm) throws Exception {
        assertEquals(0, run(QUICK + " --json" + options), err.toString());
        for (JsonNode effect : new ObjectMapper().readTree(out.toString()).get("bias")) {
            if (effect.get("arm").asText().equals(arm)) {
                return effect;
            }
        }
        throw new AssertionError("nothing about " + arm);
    }

    @Thorough
    @Test
    void withoutAWordTheOmittedClassIsCorrectedOnHeldOutDigits() throws Exception {
        JsonNode effect = effect("", "distilled");
        assertEquals("auto", effect.get("rule").asText());
        assertTrue(effect.at("/added/3").asDouble() > 0);
        assertTrue(effect.at("/after/all").asInt() < effect.at("/before/all").asInt());
        assertTrue(effect.at("/after/ofOmitted").asInt()
                < effect.at("/before/ofOmitted").asInt());
        assertTrue(effect.at("/best/all").asInt() <= effect.at("/after/all").asInt());
    }

    @Thorough
    @Test
    void whatIsGivenIsAdded() throws Exception {
        JsonNode effect = effect(" --bias 3:1000,7:-2.5", "labelsOnly");
        assertEquals("given", effect.get("rule").asText());
        assertEquals(-2.5, effect.at("/added/7").asDouble());
        assertEquals(0, effect.at("/after/ofOmitted").asInt(), "all are taken for a 3");
        assertEquals(8_990, effect.at("/after/all").asInt(), "and 1,010 are");
    }

    @Thorough
    @Test
    void aPriorIsMatchedWithOneConstantForEachClass() throws Exception {
        JsonNode effect = effect(" --bias 3:prior", "distilled");
        assertEquals("prior", effect.get("rule").asText());
        assertTrue(effect.at("/after/all").asInt() < effect.at("/before/all").asInt());
    }

    @Thorough
    @Test
    void textListsTheErrorsOfEachClassAndWhatTheBiasChanges() {
        assertEquals(0, run(QUICK), err.toString());
        String text = out.toString();
        assertTrue(text.contains("errors of class       0      1"), text);
        assertTrue(text.contains("Bias of 3, one constant chosen on held-out samples, errors on test samples:"), text);
        assertTrue(text.contains("which is how the paper chose it"), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train --bias 3:1 | never saw some classes: name these with --omit",
                "train --omit 3 --bias x:auto | a class among 0, 1",
                "train --omit 3 --bias 3 | CLASS:auto",
                "train --omit 3 --bias 3:many | number",
                "train --omit 3 --bias 3:2000 | range",
                "train --omit 3 --bias 3:auto,4:1 | in one way",
                "train --omit 3 --bias 3:1,3:2 | named twice",
                "train --omit 3 --bias 0:1,1:1,2:1,3:1,4:1,5:1,6:1,7:1,8:1,9:1 | changes nothing"
            })
    void whatMakesNoSenseIsRefused(String line, String why) {
        assertEquals(2, run(line));
        String first = err.toString().lines().findFirst().orElse("");
        assertTrue(first.contains(why), first);
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    @Test
    void aBiasCannotBeChosenWhereNothingIsHeldOut() {
        assertEquals(1, run("train --omit 3 --images 60000 --bias 3:auto"));
        assertTrue(
                err.toString().contains("at most 50000") || err.toString().contains("at most 50,000"), err.toString());
    }

    @Test
    void thePlaneIsReadFromOneOption() throws Exception {
        assertEquals(
                0,
                run("train --preset plane --data plane:rings,classes=4,+0/1/2 --epochs 2 --teacher-epochs 1 --json"),
                err.toString());
        JsonNode settings = new ObjectMapper().readTree(out.toString()).get("settings");
        assertEquals("plane:rings,classes=4,+0/1/2", settings.get("data").asText());
        assertEquals("2-32-32-4", settings.get("student").asText());
        assertEquals(2, run("train --data plane:squares"));
        assertTrue(err.toString().contains("blobs, rings, spiral, donkey"), err.toString());
    }
}
