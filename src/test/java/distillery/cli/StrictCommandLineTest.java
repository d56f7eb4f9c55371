package distillery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import distillery.Thorough;
import distillery.data.Problem;
import distillery.lab.screens.LabScreens;
import distillery.lab.setup.JsonTwist;
import distillery.lab.setup.JsonTwist.Kind;
import distillery.lab.setup.SetUp;
import distillery.lab.setup.SetUpFile;
import distillery.lab.train.TrainSetUp;
import distillery.train.Preset;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/** What no command line can do: end in anything but a sentence and one of four exit codes. */
class StrictCommandLineTest {
    private static final Path CASES = Path.of("src/test/resources/strict");
    private static final List<String> TOY = List.of("train", "--preset", "toy", "--epochs", "1", "--images", "64");
    private static final List<String> ODD_VALUES = List.of(
            "",
            " ",
            "0",
            "-0",
            "-1",
            "1",
            "0.5",
            "NaN",
            "Infinity",
            "-Infinity",
            "1e308",
            "1e-320",
            "1e999",
            "0x10",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "one",
            "\u0000",
            "２",
            "784-10",
            "10-2",
            "-",
            ",",
            "0,1",
            "1,1",
            "@none",
            "sgd:2",
            "\uD800");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(List<String> arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        int code = line.execute(arguments.toArray(String[]::new));
        String said = err.toString();
        assertTrue(Set.of(0, 1, 2).contains(code), () -> code + " " + arguments + said);
        assertFalse(
                said.contains("Exception") || said.contains("\tat ") || said.contains("java."), () -> arguments + said);
        assertEquals(
                code == 0 || (code == 1 && arguments.get(0).equals("check-losses")),
                said.isBlank(),
                () -> arguments + said);
        return code;
    }

    /** One for all runs of a test: to make it takes longer than to run it. */
    private final CommandLine line = line();

    private CommandLine line() {
        return Distillery.line().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    }

    private static List<String> with(List<String> arguments, String... more) {
        return Stream.concat(arguments.stream(), Arrays.stream(more)).toList();
    }

    static List<String> options() {
        return Objects.requireNonNull(Distillery.line().getSubcommands().get("train"))
                .getCommandSpec()
                .options()
                .stream()
                .filter(option -> option.arity().max() > 0)
                .map(OptionSpec::longestName)
                .filter(name -> !name.equals("--out")) // the file system is another matter
                .toList();
    }

    @Thorough
    @ParameterizedTest
    @MethodSource("options")
    void anOddValueEndsInASentence(String option) {
        List<String> start = option.equals("--preset") || option.equals("--set-up") ? List.of("train") : TOY;
        for (String odd : ODD_VALUES) {
            run(with(start, option, odd));
        }
    }

    @Test
    void theLastSeedIsASeedAndNoneLiesBehindIt() {
        assertEquals(0, run(with(TOY, "--seed", "9223372036854775807")));
        assertEquals(2, run(with(TOY, "--seed", "9223372036854775807", "--seeds", "5")));
        assertTrue(err.toString().contains("would be larger than 9223372036854775807"), err.toString());
    }

    @Test
    void somethingMustBeLeftToLearn() {
        assertEquals(2, run(List.of("train", "--omit", "0,1,2,3,4,5,6,7,8,9")));
        assertTrue(err.toString().contains("at least one must be left"), err.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--convention hard  | --alpha",
                "--convention odd   | --alpha",
                "--replace          | --out",
                "--images 641       | only 640",
                "--transpose        | --data"
            })
    void anOptionThatWouldChangeNothingIsRefused(String option, String remedy) {
        List<String> toy = List.of("train", "--preset", "toy", "--epochs", "1");
        assertEquals(2, run(with(toy, option.split(" "))));
        assertTrue(err.toString().contains(remedy), err.toString());
    }

    @Test
    void teacherEpochsNeedATeacherThatIsTrainedHere() {
        assertEquals(2, run(with(TOY, "--teacher-epochs", "3")));
        assertTrue(err.toString().contains("--teacher 784-400-400-10"), err.toString());
    }

    @Test
    void whatTheWindowSavedIsRunAndOtherOptionsOverrideIt() throws Exception {
        Path file = folder.resolve("toy" + SetUpFile.OLD_ENDING);
        TrainSetUp saved = new TrainSetUp(
                Preset.TOY.settings().with(draft -> {
                    draft.epochs = 1;
                    draft.images = 80;
                    draft.seed = 7;
                }),
                4,
                0.9,
                false,
                0);
        LabScreens.file().write(file, new SetUp(Map.of("train", saved)));
        assertEquals(0, run(List.of("train", "--set-up", file.toString(), "--images", "64", "--json")), err.toString());
        JsonNode settings = new ObjectMapper().readTree(out.toString()).get("settings");
        assertEquals(7, settings.get("seed").asInt());
        assertEquals(64, settings.get("images").asInt());
        assertEquals("10-10-2", settings.get("student").asText());
        assertEquals(2, run(with(TOY, "--set-up", file.toString())));
        assertTrue(err.toString().contains("--preset and --set-up"), err.toString());
    }

    @Test
    void aSetUpWithoutTrainSettingsIsNotRun() throws Exception {
        Path file = folder.resolve("part" + SetUpFile.OLD_ENDING);
        Files.writeString(file, "{\"distillery\": \"set-up\", \"version\": 2}");
        assertEquals(1, run(List.of("train", "--set-up", file.toString())));
        assertTrue(err.toString().contains("no settings of the Train screen"), err.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key-twice: \"explore.temperature\" is here a second time; the first stands in line 1",
                "version-wraps: (format 18446744073709551617; this one reads up to 4)",
                "null-optimiser: line 51, column 21: optimiser \"train.settings.optimiser\" is null",
                "null-kind: \"explore.example.kind\" is null",
                "null-pull: \"explore.pull\" is null",
                "deep1001: nested more than 1000 deep",
                "num1001: a number or a name is far too long"
            })
    void aBrokenSetUpIsRefusedWithItsPlace(String nameAndReason) {
        String[] parts = nameAndReason.split(": ", 2);
        Path file = CASES.resolve(parts[0] + SetUpFile.OLD_ENDING);
        assertEquals(1, run(List.of("train", "--set-up", file.toString())));
        assertTrue(err.toString().contains(parts[1]), err.toString());
        assertTrue(err.toString().startsWith(file.toString()), err.toString());
    }

    @Test
    void aSetUpOfTheFirstVersionInUtf16Opens() throws Problem {
        SetUp setUp = LabScreens.file().read(CASES.resolve("v1utf16" + SetUpFile.OLD_ENDING));
        assertTrue(setUp.settings().get("train") instanceof TrainSetUp);
    }

    @Test
    void aGoldenFileOfAVersionThatWrapsIsRefused() {
        assertEquals(
                2,
                run(List.of(
                        "check-losses",
                        CASES.resolve("golden-version-wraps.json").toString())));
        assertTrue(err.toString().contains("\"schema_version\" should be 1"), err.toString());
    }

    @Thorough
    @ParameterizedTest
    @ValueSource(
            strings = {"kd", "dkd", "kd_weighted", "bias_correction", "hint", "dml", "gan_compression", "sequence_kd"})
    void noFieldOfAGoldenCaseMayBeNullOrOdd(String method) throws Exception {
        JsonNode golden = oneCaseOf(method);
        Path file = folder.resolve("golden.json");
        for (JsonPointer place : JsonTwist.places(golden)) {
            if (place.toString().matches(".*/[1-9].*") || place.toString().contains("notes")) {
                continue; // one of a list speaks for all; nobody reads the notes
            }
            for (String odd : List.of("null", "\"4\"", "-1", "1e999", "{}", "2147483648", "9223372036854775808")) {
                Files.writeString(file, new JsonTwist(place, Kind.REPLACED, odd).json(golden));
                int code = run(List.of("check-losses", file.toString()));
                assertTrue(code > 0 || !odd.equals("null"), () -> place + " may be null");
                assertFalse(out.toString().contains("Exception"), () -> place + odd + out);
            }
        }
    }

    private static JsonNode oneCaseOf(String method) throws Exception {
        ObjectMapper json = new ObjectMapper();
        JsonNode all = json.readTree(
                Path.of("src/test/resources/golden/golden_public.json").toFile());
        var root = json.createObjectNode().put("schema_version", 1);
        for (JsonNode each : all.get("cases")) {
            if (each.get("method").asText().equals(method)) {
                root.putArray("cases").add(each);
                return root;
            }
        }
        throw new IllegalArgumentException(method);
    }

    /** Commands that end in everything that can be thrown. */
    @Command(name = "throw")
    static final class Throwing implements Runnable {
        private final Throwable thrown;

        Throwing(Throwable thrown) {
            this.thrown = thrown;
        }

        @Override
        public void run() {
            sneak(thrown);
        }

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> void sneak(Throwable thrown) throws T {
            throw (T) thrown;
        }
    }

    private int codeOf(Throwable thrown) {
        err.getBuffer().setLength(0);
        CommandLine line = line().addSubcommand(new Throwing(thrown));
        line.setErr(new PrintWriter(err));
        int code = line.execute("throw");
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertFalse(err.toString().matches("(?s).*(Exception|Error|null).*"), err.toString());
        return code;
    }

    @Test
    void whateverIsThrownEndsInOneSentenceAndAnExitCode() {
        assertEquals(1, codeOf(new Problem("file.no-name")));
        assertEquals(1, codeOf(new OutOfMemoryError("Java heap space")));
        assertEquals(1, codeOf(new UnsatisfiedLinkError("no jnind4jcpu")));
        assertEquals(3, codeOf(new NullPointerException()));
        assertEquals(3, codeOf(new StackOverflowError()));
        assertEquals(3, codeOf(new IllegalStateException("no luck")));
    }
}
