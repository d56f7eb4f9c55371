package distillery.view.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.setup.UserFolder;
import distillery.lesson.Lesson;
import distillery.lesson.Prediction;
import distillery.lesson.Progress.Standing;
import distillery.lesson.ProgressFile;
import distillery.view.Texts;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** What is seldom done with lessons, in the whole program. */
class LessonMenuTest extends LessonsOnStage {
    /** Chooses from the menu, and answers the system's question where to save. */
    private void choose(String item, Path file) {
        LessonMenu menu = (LessonMenu) node("lessons-menu");
        robot.interact(() -> menu.setSaveDialog((chooser, window) -> file.toFile()));
        robot.clickOn("#lessons-menu");
        robot.clickOn("#lessons-menu-" + item);
    }

    private Lesson answerTheFirstQuestion() throws TimeoutException {
        Lesson lesson = lessons(Locale.ENGLISH).get(1);
        open(lesson);
        press(KeyCode.F5);
        settle();
        Prediction predict = lesson.steps().get(1).predict().orElseThrow();
        guess(predict, predict.question().answer());
        return lesson;
    }

    @Thorough
    @Test
    void aHandoutIsSavedPageByPage() throws Exception {
        Lesson lesson = lessons(Locale.ENGLISH).get(0);
        open(lesson);
        Path folder = Files.createDirectory(home.resolve("handout"));
        choose("handout", folder.resolve("labels.png"));
        robot.clickOn("#lessons-handout-blank");
        int count = pages(lesson);
        assertTrue(count > 1, "a lesson of one page shows nothing here");
        until(() -> Files.exists(folder.resolve("labels-" + count + ".png")));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path page : files.toList()) {
                BufferedImage picture = ImageIO.read(page.toFile());
                assertEquals(List.of(2 * 794, 2 * 1123), List.of(picture.getWidth(), picture.getHeight()));
                assertTrue(isWritten(picture), page + " is empty");
            }
        }
        assertTrue(Files.exists(folder.resolve("labels.png")));
        assertFalse(Files.exists(folder.resolve("labels-" + (count + 1) + ".png")));
    }

    @Thorough
    @Test
    void noPageOfAHandoutReplacesAFileUnasked() throws Exception {
        Lesson lesson = lessons(Locale.ENGLISH).get(0);
        open(lesson);
        Path folder = Files.createDirectory(home.resolve("handout"));
        Path second = Files.writeString(folder.resolve("labels-2.png"), "mine");
        choose("handout", folder.resolve("labels.png"));
        robot.clickOn("#lessons-handout-blank");
        until(() -> find("shell-replace-keep") != null);
        robot.clickOn("#shell-replace-keep");
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(second), files.toList(), "all or nothing");
        }
        assertEquals("mine", Files.readString(second));
    }

    @Thorough
    @Test
    void aHandoutIsOnePdfWithAllPagesAndForAClassHasNoGuess() throws Exception {
        Lesson lesson = answerTheFirstQuestion();
        Path file = Files.createDirectory(home.resolve("handout")).resolve("labels.pdf");
        choose("handout", file);
        press(KeyCode.ENTER);
        until(() -> Files.exists(file));
        try (PDDocument document = Loader.loadPDF(file.toFile());
                Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
            assertEquals(pages(lesson), document.getNumberOfPages(), "as many as there are for nobody who has guessed");
            document.getPages()
                    .forEach(page -> assertEquals(
                            PDRectangle.A4.toString(), page.getMediaBox().toString()));
        }
    }

    /** How many pages it has, all painted at once. */
    private static int pages(Lesson lesson) {
        Texts texts = new Texts(new SimpleObjectProperty<>(Locale.ENGLISH));
        List<Image> pages = new ArrayList<>();
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> new Handout(lesson, Standing.NONE, texts, false)
                .paint(pages::add, () -> {}, Runnable::run));
        return pages.size();
    }

    private static boolean isWritten(BufferedImage picture) {
        int width = picture.getWidth();
        int[] dots = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
        return Arrays.stream(dots).distinct().count() > 2;
    }

    @Test
    void answersAreExportedAsATable() throws Exception {
        Lesson lesson = answerTheFirstQuestion();
        Path table = home.resolve("answers.csv");
        choose("export", table);
        until(() -> Files.exists(table));
        String text = Files.readString(table);
        assertTrue(text.startsWith("\uFEFFlesson,at step,question,guess,right,when"), text);
        Prediction predict = lesson.steps().get(1).predict().orElseThrow();
        assertTrue(text.contains(lesson.id() + ",2," + predict.id() + ","), text);
        assertTrue(text.contains(",true,"), text);
    }

    @Thorough
    @Test
    void aFreshStudentBeginsWithNothing() throws Exception {
        Lesson lesson = answerTheFirstQuestion();
        choose("fresh", home);
        Node sheet = Objects.requireNonNull(scene().lookup("#sheet .viewport"));
        Node forget = node("lessons-wipe-forget");
        assertTrue(
                sheet.localToScene(sheet.getLayoutBounds()).contains(forget.localToScene(forget.getLayoutBounds())),
                "no answer is cut off");
        robot.clickOn("#lessons-wipe-keep");
        assertTrue(learned().contains(lesson.id()), "a second thought keeps all");
        choose("fresh", home);
        robot.clickOn("#lessons-wipe-forget");
        until(() -> !learned().contains(lesson.id()));
        open(lesson);
        assertEquals("1 / 6", text("lessons-place"));
        press(KeyCode.F5);
        settle();
        assertNull(find("lessons-ghost"));
        assertTrue(node("explore-temperature-slider").isDisabled(), "the question is asked again");
    }

    @Thorough
    @Test
    void aLessonBegunAfreshAsksBeforeAnswersAreLost() throws Exception {
        Lesson lesson = answerTheFirstQuestion();
        String id = lesson.steps().get(1).predict().orElseThrow().id();
        choose("afresh", home);
        robot.clickOn("#lessons-afresh-keep");
        assertEquals(Set.of(id), answered(lesson), "a second thought keeps all");
        choose("afresh", home);
        robot.clickOn("#lessons-afresh-forget");
        until(() -> answered(lesson).isEmpty());
        assertEquals("1 / 6", text("lessons-place"));
        choose("afresh", home);
        assertNull(find("lessons-afresh-keep"), "nothing is to be lost");
    }

    private Set<String> answered(Lesson lesson) {
        return ProgressFile.read(new UserFolder(home).progressFile(), told -> {})
                .of(lesson.id())
                .answers()
                .keySet();
    }

    @Thorough
    @Test
    void aFolderOpenedInALessonIsSeenAtOnce() throws Exception {
        Path folder = Files.createDirectory(home.resolve("mine"));
        Files.writeString(
                folder.resolve("en.md"),
                "---\nid: mine\ntitle: Mine\nminutes: 3\ngoal: What does heat do?\n---\n## A\nText.\n");
        open(lessons(Locale.ENGLISH).get(0));
        LessonMenu menu = (LessonMenu) node("lessons-menu");
        robot.interact(() -> menu.setFolderDialog((chooser, window) -> folder.toFile()));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        until(() -> find("lessons-entry-mine") != null);
        assertNull(find("lessons-step"));
    }

    private Set<String> learned() {
        return ProgressFile.read(new UserFolder(home).progressFile(), told -> {})
                .lessons()
                .keySet();
    }
}
