package distillery.lab.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import distillery.data.Agreed;
import distillery.data.AtomicFile;
import distillery.data.Csv;
import distillery.data.Problem;
import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.lab.compare.CompareModel;
import distillery.lab.digits.DigitsModel;
import distillery.lab.example.ClassLogits;
import distillery.lab.explore.ExploreModel;
import distillery.lab.loss.LossModel;
import distillery.lab.screens.LabScreens;
import distillery.lab.train.Curve;
import distillery.lab.train.CurveCsv;
import distillery.lab.train.TrainModel;
import distillery.lesson.Guess;
import distillery.lesson.Progress;
import distillery.lesson.Progress.Answer;
import distillery.lesson.Progress.Standing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every table that the program writes, read back by another library than the one that wrote it. */
class TablesTest {
    /** What a spreadsheet takes for a formula, or swallows. */
    private static final String DANGEROUS = "=+-@＝＋－＠\t\r\n";

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    @TempDir
    Path folder;

    private final ExploreModel explore = new ExploreModel();
    private final Workers workers = new Workers(Runnable::run, Runnable::run, Runnable::run, () -> 0);
    private final LossModel loss = new LossModel(explore, workers, new Messages());
    private final TrainModel train = new TrainModel(workers, new Messages());
    private final List<SetUpPart<?>> parts = LabScreens.parts(LabScreens.all(
            explore,
            loss,
            train,
            new DigitsModel(train, workers, task -> {}, new Messages()),
            new CompareModel(
                    train,
                    workers,
                    task -> {},
                    Path.of("runs"),
                    Path.of("sweeps"),
                    (file, writing) -> {},
                    new Messages())));

    /** The rows of a file, which says that it is UTF-8 and ends its lines as RFC 4180 has it. */
    private static List<List<String>> read(byte[] file) throws IOException {
        assertArrayEquals(MARK, Arrays.copyOf(file, MARK.length), "the mark of UTF-8");
        String text = new String(file, MARK.length, file.length - MARK.length, UTF_8);
        assertTrue(text.endsWith("\r\n"), text);
        return new CsvMapper()
                        .readerFor(String[].class)
                        .with(CsvParser.Feature.WRAP_AS_ARRAY)
                        .<String[]>readValues(text)
                        .readAll()
                        .stream()
                        .map(Arrays::asList)
                        .toList();
    }

    private static List<List<String>> read(Csv.Rows rows) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Csv.file(rows).writeTo(file);
        return read(file.toByteArray());
    }

    /** As the class says: the first apostrophe before what might be a formula is not part of the text. */
    private static String unguarded(String cell) {
        return cell.matches("(?s)''*([\\t\\r\\n]|[\\s\\p{Z}\\uFEFF]*[=+\\-@＝＋－＠﹦﹢﹣﹫−]).*") ? cell.substring(1) : cell;
    }

    @Test
    void classesOfAnyNameComeBackFromTheTableOfTheLossScreen() throws Exception {
        Path setUp = Path.of(Objects.requireNonNull(getClass().getResource("/tables/class-names.distillery.json"))
                .toURI());
        SetUp opened = new SetUpFile(parts).read(setUp);
        parts.forEach(part -> part.restoreFrom(opened));
        Path table = folder.resolve("numbers.csv");
        loss.save(Agreed.replacing(table));
        List<List<String>> rows = read(Files.readAllBytes(table));
        Set<String> names = rows.stream().skip(1).map(row -> row.get(1)).collect(Collectors.toSet());
        assertTrue(names.stream().noneMatch(name -> !name.isEmpty() && DANGEROUS.indexOf(name.charAt(0)) >= 0));
        Set<String> meant = explore.snapshot().example().classes().stream()
                .map(ClassLogits::name)
                .collect(Collectors.toSet());
        meant.add("");
        assertEquals(meant, names.stream().map(TablesTest::unguarded).collect(Collectors.toSet()));
        assertTrue(meant.contains("-驴,\"马\""), "the example was not read");
        for (List<String> row : rows) {
            assertEquals(rows.get(0).size(), row.size());
            row.forEach(cell -> assertTrue(
                    cell.isEmpty() || DANGEROUS.indexOf(cell.charAt(0)) < 0 || cell.matches("-[0-9.E-]+"), cell));
        }
    }

    @Test
    void whatAWeightLeavesIsWrittenAsOneWouldWriteIt() throws IOException {
        explore.softWeightProperty().set(0.9099);
        Path table = folder.resolve("numbers.csv");
        loss.save(Agreed.replacing(table));
        List<List<String>> rows = read(Files.readAllBytes(table));
        assertEquals(
                "0.0901",
                rows.stream()
                        .filter(row -> row.get(0).equals("w_h"))
                        .findFirst()
                        .orElseThrow()
                        .get(3));
    }

    @Test
    void answersComeBackWithNegativeGuessesAsNumbers() throws IOException {
        Progress progress = new Progress(Map.of(
                "=lesson", new Standing(2, Set.of(), Map.of("@q", new Answer(Guess.number(-3.5), true, "when"))),
                "马", new Standing(1, Set.of(), Map.of("q\n2", new Answer(Guess.order(List.of(2, 1)), false, "when")))));
        List<List<String>> rows = read(progress::writeCsv);
        assertEquals(List.of("'=lesson", "2", "'@q", "-3.5", "true", "when"), rows.get(1));
        assertEquals(List.of("马", "1", "q\n2", "2 1", "false", "when"), rows.get(2));
    }

    @Test
    void curvesComeBackUnderTheirNames() throws IOException {
        Curve curve = new Curve();
        curve.append(1, -0.25);
        List<List<String>> rows = read(out -> CurveCsv.write(out, Map.of("-a,\"b\"", curve)));
        assertEquals(List.of(List.of("step", "'-a,\"b\""), List.of("1", "-0.25")), rows);
    }

    @Test
    void everyTextComesBackAndNoneBeginsAFormula() throws IOException {
        Random random = new Random(15);
        String letters = DANGEROUS + "'\", \u3000马a1\uFEFF;";
        for (int i = 0; i < 5_000; i++) {
            String text = random.ints(1 + random.nextInt(6), 0, letters.length())
                    .mapToObj(at -> letters.substring(at, at + 1))
                    .collect(Collectors.joining());
            String cell = read(out -> new Csv(out).row("a", text, -1.5)).get(0).get(1);
            assertEquals(text, unguarded(cell));
            assertFalse(DANGEROUS.indexOf(cell.charAt(0)) >= 0, cell);
        }
    }

    @Test
    void everyNumberComesBackAsItself() throws IOException {
        for (double number : new double[] {-1e-300, 1e21, -0.0901, 5, Double.MIN_VALUE, 1 / 3.0}) {
            String cell = read(out -> new Csv(out).row(number, "x")).get(0).get(0);
            assertEquals(number, Double.parseDouble(cell));
            assertTrue(cell.matches("-?[0-9.]+(E-?[0-9]+)?"), cell);
        }
    }

    @Test
    void allTablesHaveOneWriter() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            Set<String> users = new TreeSet<>();
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                if (Files.readString(source).contains("org.apache.commons.csv.CSV")) {
                    users.add(String.valueOf(source.getFileName()));
                }
            }
            assertEquals(Set.of("AboutSheet.java", "Csv.java"), users, "the first of them only reads");
        }
    }

    @Test
    void aTableIsWrittenLikeAnyFile() throws Problem, IOException {
        Path file = folder.resolve("t.csv");
        AtomicFile.write(file, Csv.file(out -> new Csv(out).row("马")));
        assertEquals(List.of(List.of("马")), read(Files.readAllBytes(file)));
    }
}
