package distillery.view.lessons;

import distillery.lesson.Lesson;
import distillery.lesson.Predict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Makes pictures of the first and the last step of every lesson, into {@code target/screenshots/lessons}:
 * {@code mvn -q test -Dtest=LessonScreenshots}. The name keeps it out of every other run.
 */
class LessonScreenshots extends LessonsOnStage {
    static {
        System.setProperty("headless.geometry", "1920x1080-32"); // or the largest window would not fit on the screen
    }

    private static final Path FOLDER = Path.of("target/screenshots/lessons");

    @ParameterizedTest
    @CsvSource({
        "en, light, 1280, 800, 0",
        "zh-CN, light, 1280, 800, 0",
        "en, dark, 1280, 800, 0",
        "zh-CN, dark, 1280, 800, 0",
        "en, light, 1024, 768, 0",
        "zh-CN, light, 1024, 768, 0",
        "en, light, 1920, 1080, 4",
        "zh-CN, light, 1920, 1080, 4"
    })
    void firstAndLastStep(String tag, String look, int width, int height, int larger)
            throws IOException, TimeoutException {
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        Locale language = Locale.forLanguageTag(tag);
        speak(language);
        if (look.equals("dark")) {
            press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        }
        for (int i = 0; i < larger; i++) {
            press(KeyCode.CONTROL, KeyCode.ADD);
        }
        String kind = tag + "-" + look + "-" + width;
        shoot("0-list-" + kind);
        List<Lesson> lessons = lessons(language);
        for (int i = 0; i < lessons.size(); i++) {
            Lesson lesson = lessons.get(i);
            String name = (i + 1) + "-" + lesson.id() + "-";
            open(lesson);
            shoot(name + "first-" + kind);
            for (int step = 1; step < lesson.steps().size(); step++) {
                press(KeyCode.F5);
            }
            settle();
            shoot(name + "last-" + kind);
            Predict predict =
                    lesson.steps().get(lesson.steps().size() - 1).predict().orElseThrow();
            guess(predict, predict.question().answer());
            settle();
            shoot(name + "guessed-" + kind);
            press(KeyCode.F5);
        }
    }

    private void shoot(String name) throws IOException {
        WritableImage image = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene().snapshot(null));
        Files.createDirectories(FOLDER);
        ImageIO.write(
                SwingFXUtils.fromFXImage(image, null),
                "png",
                FOLDER.resolve(name + ".png").toFile());
    }
}
