package distillery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Numbers and layers on the command line are read as in the window, and refused by option and value. */
class TypedOptionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--learning-rate | 1,234 | 1234 or 1.234",
                "--learning-rate | 1d | number",
                "--learning-rate | NaN | number",
                "--learning-rate | 0x1p3 | number",
                "--temperature | Infinity | number",
                "--alpha | 1e400 | range",
                "--epochs | 2,5 | whole",
                "--epochs | 99999999999 | range",
                "--seed | 9223372036854775808 | range",
                "--seeds | many | number",
                "--omit | 3;5 | among 0, 1",
                "--student | 784-10000000-10 | part 2",
                "--student | 10-5 | 784 inputs",
                "--teacher | 784-many-10 | part 2",
                "--teacher | 10-5 | 784 inputs"
            })
    void aRefusalNamesOptionAndValueAndPrintsNoStack(String option, String value, String why) {
        StringWriter err = new StringWriter();
        CommandLine line = Distillery.line().setErr(new PrintWriter(err)).setOut(new PrintWriter(new StringWriter()));
        assertEquals(2, line.execute("train", option, value));
        String said = err.toString().lines().findFirst().orElse("");
        assertTrue(said.contains("'" + option + "'") || said.contains(option + "'"), said);
        assertTrue(said.contains(value.length() > 24 ? value.substring(0, 20) : value), said);
        assertTrue(said.contains(why), said);
        assertTrue(!err.toString().contains("\tat ") && !err.toString().contains("Exception"), err.toString());
    }

    @Test
    void everyWayOfWritingIsTaken() throws Exception {
        CommandLine.ParseResult parsed = Distillery.line()
                .parseArgs("train --learning-rate 0,002 -T ２。５ --alpha ０．５ --epochs 1,200 --omit 3，5 --images 1'000"
                        .split(" "));
        TrainOptions options = (TrainOptions) parsed.subcommand().commandSpec().mixins().values().stream()
                .map(mixin -> mixin.userObject())
                .filter(TrainOptions.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertEquals(0.002, options.settings().live().learningRate());
        assertEquals(2.5, options.settings().live().knobs().temperature());
        assertEquals(1200, options.settings().epochs());
        assertEquals(1000, options.settings().images());
        assertEquals(Set.of(3, 5), options.settings().omitted());
    }
}
