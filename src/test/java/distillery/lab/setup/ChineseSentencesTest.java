package distillery.lab.setup;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import distillery.data.DataFolder;
import distillery.data.JsonFile;
import distillery.data.PlainChinese;
import distillery.data.Problem;
import distillery.lab.explore.ExploreSettings;
import distillery.lab.screens.LabScreens;
import distillery.lab.train.TrainSetUp;
import distillery.lesson.LessonReader;
import distillery.train.DataChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a file, a Chinese sentence says it in Chinese: no words of a library or a programmer in it. */
class ChineseSentencesTest {
    private static final Path RESOURCES = Path.of("src/test/resources");

    @TempDir
    Path folder;

    static List<Path> brokenSetUps() throws Exception {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("strict"))) {
            return files.filter(file -> !file.toString().contains("golden")
                            && !file.toString().contains("v1utf16"))
                    .toList();
        }
    }

    static List<Path> brokenLessons() throws Exception {
        try (Stream<Path> folders = Files.list(RESOURCES.resolve("broken-lessons"))) {
            return folders.toList();
        }
    }

    @ParameterizedTest
    @MethodSource("brokenSetUps")
    void ofABrokenSetUp(Path file) {
        PlainChinese.assertSpokenBy(assertThrows(Problem.class, () -> {
            if (file.toString().contains("window")) {
                JsonFile.read(file, 1).bind(JsonPointer.empty(), WindowState.class);
            }
            SetUp setUp = LabScreens.file().read(file);
            TrainSetUp train = (TrainSetUp) requireNonNull(setUp.settings().get("train"));
            DataFolder.look(DataChoice.of(train.settings().data()).place());
        }));
    }

    @ParameterizedTest
    @MethodSource("brokenLessons")
    void ofABrokenLesson(Path lesson) {
        List<Problem> problems = LessonReader.read(lesson).stream()
                .flatMap(files -> files.problems().stream())
                .toList();
        assertFalse(problems.isEmpty());
        problems.forEach(PlainChinese::assertSpokenBy);
    }

    /** A field by its name in the file and in the window, a number as a person would write it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"softWeight\" : 0.9 | \"softWeight\" : 1E+300 | softWeight）应在 0 到 1",
                "\"hardWeight\" : 0.1 | \"hardWeight\" : 1E+300 | 硬权重（train.settings.live.knobs.hardWeight）应在 0 到 1000 之间，实际为 1e300。请改正",
                "\"temperature\" : 4.0 | \"temperature\" : 1e-3 | 温度（explore.temperature）应为 0、无穷大，或在 0.05 到 100 之间，实际为 0.001。请改正",
                "\"batchSize\" : 64 | \"batchSize\" : 1000000 | 批大小（train.settings.live.batchSize）应在 1 到 512 之间，实际为 1000000。请改正",
                "\"batchSize\" : 64 | \"batchSize\" : 1E300 | 批大小（train.settings.live.batchSize）的值是 1E300，应为",
                "\"batchSize\" : 64 | \"batchSize\" : null | 批大小（train.settings.live.batchSize）为 null",
                "\"learningRate\" : 0.003 | \"learningRate\" : 1e-400 | 学习率（train.settings.live.learningRate）的值太接近 0",
                "\"learningRate\" : 0.003 | \"learningRate\" : 1e999 | 学习率（train.settings.live.learningRate）的值过大",
                "\"student\" : \"784-128-10\" | \"student\" : \"784\" | 学生模型（train.settings.student）：“784”只有一个部分。至少要写输入和类别数，如 784-128-10。",
                "\"optimiser\" : \"adam\" | \"optimiser\" : \"x y\" | 优化器（train.settings.optimiser）应为 adam",
                "\"trueClass\" : 0 | \"trueClass\" : 7 | “explore.example.trueClass”应在 0 到 2 之间",
            })
    void ofAFieldOutOfRange(String good, String bad, String said) throws Exception {
        Path file = folder.resolve("a" + SetUpFile.ENDING);
        LabScreens.file().write(file, new SetUp(Map.of("explore", ExploreSettings.FIRST, "train", TrainSetUp.FIRST)));
        String text = Files.readString(file);
        assertTrue(text.contains(good), text);
        Files.writeString(file, text.replace(good, bad));
        Problem refused = assertThrows(Problem.class, () -> LabScreens.file().read(file));
        PlainChinese.assertSpokenBy(refused);
        assertTrue(refused.in(Locale.SIMPLIFIED_CHINESE).contains(said), refused.in(Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void aForeignSentenceIsFound() {
        assertThrows(
                AssertionError.class,
                () -> PlainChinese.assertSpokenBy(
                        new Problem("program.refused", "temperature must be between 0.05 and 100")));
        assertThrows(
                AssertionError.class,
                () -> PlainChinese.assertSpokenBy(
                        new Problem("lesson.yaml", "a", "1", "mapping values are not allowed here")));
        PlainChinese.assertSpokenBy(new Problem("number.refused", "two words", new Problem("reason.full")));
    }
}
