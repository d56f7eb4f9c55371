package distillery.view.lessons;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import distillery.lab.Look;
import distillery.lab.setup.UserFolder;
import distillery.lab.setup.WindowState;
import distillery.lab.setup.WindowState.Bounds;
import distillery.lesson.Lesson;
import distillery.lesson.LessonStep;
import distillery.lesson.Prediction;
import distillery.lesson.Progress.Standing;
import distillery.view.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Makes pictures of the first and the last step of every lesson, in both languages and all looks, on a small screen and
 * in large type, into {@code target/screenshots/lessons}: {@code mvn -q test -Dtest=LessonScreenshots}. The name keeps
 * it out of every other run; {@code -Dtest=LessonScreenshots#onASmallScreen} makes one kind only.
 */
class LessonScreenshots extends LessonsOnStage {
    static {
        System.setProperty("headless.geometry", "1920x1080-32"); // or the largest window would not fit on the screen
    }

    private static final Path FOLDER = Path.of("target/screenshots/lessons");

    /** Every picture has settings of its own to start the program with. */
    @Override
    void start() {}

    @ParameterizedTest
    @CsvSource({"en, LIGHT", "en, DARK", "zh-CN, LIGHT", "zh-CN, DARK"})
    void atNormalSize(String language, Look look) throws Exception {
        shootAll(language, look, 1280, 800, 1);
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT", "en, DARK", "zh-CN, LIGHT", "zh-CN, DARK"})
    void onASmallScreen(String language, Look look) throws Exception {
        shootAll(language, look, 1024, 768, 1);
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT", "en, DARK", "zh-CN, LIGHT", "zh-CN, DARK"})
    void inLargeType(String language, Look look) throws Exception {
        shootAll(language, look, 1280, 800, 1.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void onAProjector(String language) throws Exception {
        shootAll(language, Look.PROJECTOR, 1920, 1080, 1.5);
    }

    /** What a learner takes home: the pages as they are printed. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void onPaper(String tag) throws Exception {
        super.start();
        Locale language = Locale.forLanguageTag(tag);
        Texts texts = new Texts(new SimpleObjectProperty<>(language));
        for (Lesson lesson : lessons(language)) {
            List<Image> pages = new ArrayList<>();
            WaitForAsyncUtils.waitForAsyncFx(20_000, () -> new Handout(lesson, Standing.NONE, texts, true)
                    .paint(pages::add, () -> {}, Runnable::run));
            for (int i = 0; i < pages.size(); i++) {
                keep(pages.get(i), "handout-" + lesson.id() + "-" + tag + "-" + (i + 1));
            }
        }
    }

    static Stream<Arguments> eachLesson() {
        return IntStream.range(0, lessons(Locale.ENGLISH).size())
                .boxed()
                .flatMap(i -> Stream.of(arguments("en", 1280, 800, i), arguments("zh-CN", 1024, 768, i)));
    }

    /** What a class sees: each step as it begins, at its question, and behind that. */
    @ParameterizedTest
    @MethodSource("eachLesson")
    void presenting(String tag, int width, int height, int number) throws Exception {
        start(tag, Look.LIGHT, width, height, 1);
        Lesson lesson = lessons(Locale.forLanguageTag(tag)).get(number);
        open(lesson);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        for (LessonStep step : lesson.steps()) {
            String name = "presenting-" + tag + "-" + (number + 1) + "-"
                    + (lesson.steps().indexOf(step) + 1);
            settle();
            shoot("1", name);
            if (step.predict().isPresent()) {
                goOn(() -> find("lessons-question") != null);
                shoot("2", name);
                press(KeyCode.PAGE_DOWN);
                settle();
                shoot("3", name);
            }
            goOn(() -> !text("lessons-step-title").equals(step.title()));
        }
    }

    private void goOn(BooleanSupplier arrived) {
        for (int i = 0; i < 30 && find("lessons-step") != null && !arrived.getAsBoolean(); i++) {
            press(KeyCode.PAGE_DOWN);
        }
        settle();
    }

    private void shootAll(String tag, Look look, int width, int height, double scale) throws Exception {
        start(tag, look, width, height, scale);
        String kind = String.join(
                "-",
                tag,
                look.name().toLowerCase(Locale.ROOT),
                width + "x" + height,
                Long.toString(Math.round(100 * scale)));
        shoot("0-list", kind);
        List<Lesson> lessons = lessons(Locale.forLanguageTag(tag));
        for (int i = 0; i < lessons.size(); i++) {
            Lesson lesson = lessons.get(i);
            String name = (i + 1) + "-" + lesson.id() + "-";
            open(lesson);
            settle();
            shoot(name + "first", kind);
            for (int step = 1; step < lesson.steps().size(); step++) {
                press(KeyCode.F5);
            }
            settle();
            shoot(name + "last", kind);
            Prediction predict =
                    lesson.steps().get(lesson.steps().size() - 1).predict().orElseThrow();
            guess(predict, predict.question().answer());
            settle();
            shoot(name + "guessed", kind);
            press(KeyCode.F5);
        }
    }

    private void start(String tag, Look look, int width, int height, double scale) throws Exception {
        UserFolder kept = new UserFolder(home);
        new WindowState(tag, look, scale, new Bounds(0, 0, width, height), false, "", List.of(), true, null, true)
                .write(kept.windowFile());
        super.start();
        until(() -> text("status-engine").isEmpty());
    }

    private void shoot(String name, String kind) throws IOException {
        keep(WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene().snapshot(null)), name + "-" + kind);
    }

    private static void keep(Image image, String name) throws IOException {
        Files.createDirectories(FOLDER);
        ImageIO.write(
                SwingFXUtils.fromFXImage(image, null),
                "png",
                FOLDER.resolve(name + ".png").toFile());
    }
}
