package distillery.view.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.Look;
import distillery.lab.setup.UserFolder;
import distillery.lab.setup.WindowState;
import distillery.lab.setup.WindowState.Bounds;
import distillery.lesson.Lesson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** An author at work: a lesson folder that is open while its file is saved again and again. */
class OwnLessonTest extends LessonsOnStage {
    private static final String GOOD = """
            ---
            id: mine
            title: Mine
            minutes: 3
            goal: What does heat do?
            ---
            ## Raise it
            ```check
            explore.temperature above 5
            ```
            """;

    /** The folder has to be there before the program starts. */
    @Override
    void start() {}

    private List<String> problems() {
        return all(".lesson-problem").stream()
                .map(notice -> ((Labeled) notice).getText())
                .toList();
    }

    /** Starts the program with a folder that it has had open before. */
    private void startWith(Path folder) throws Exception {
        Bounds bounds = new Bounds(0, 0, 1280, 800);
        new WindowState("en", Look.LIGHT, 1, bounds, false, "", List.of(), true, folder.toString(), true)
                .write(new UserFolder(home).windowFile());
        super.start();
    }

    /** Starts the program with a folder that holds this lesson, and opens it; its file. */
    private Path openMine() throws Exception {
        Path folder = Files.createDirectories(home.resolve("mine"));
        Path file = Files.writeString(folder.resolve("en.md"), GOOD);
        startWith(folder);
        until(() -> find("lessons-entry-mine") != null);
        tabTo("lessons-entry-mine");
        press(KeyCode.ENTER);
        until(() -> find("lessons-step") != null);
        return file;
    }

    /** A stick that is not in, a share that is not there yet. */
    @Test
    void aFolderThatIsAwayAtTheStartIsNotForgotten() throws Exception {
        Path folder = home.resolve("away");
        startWith(folder);
        until(() -> !problems().isEmpty());
        assertTrue(problems().get(0).contains("away"), problems().get(0));
        assertNotNull(((Button) node("lessons-folder-close")).getTooltip());
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("en.md"), GOOD);
        until(() -> find("lessons-entry-mine") != null);
    }

    @Thorough
    @Test
    void aMistakeIsShownWithItsLineWhileTheLastGoodVersionStays() throws Exception {
        Path file = openMine();
        Files.writeString(file, GOOD.replace("explore.temperature", "explore.temperatur"));
        until(() -> !problems().isEmpty());
        String problem = problems().get(0);
        assertTrue(problem.contains("en.md") && problem.contains("9"), problem);
        assertTrue(problem.contains("explore.temperature"), problem);
        assertNotNull(scene().lookup(".check-line"), "the last good version");
        Files.writeString(file, GOOD.replace("Raise it", "Raise it, please"));
        until(() -> problems().isEmpty() && text("lessons-step-title").equals("Raise it, please"));
    }

    /** Its own words stay; those around them are the program's. */
    @Thorough
    @Test
    void whatIsSaidAroundALessonOfOneLanguageFollowsTheLanguage() throws Exception {
        Path file = openMine();
        Files.writeString(
                file,
                GOOD.replace(
                        "## Raise it",
                        "## Raise it\n```step\nspotlight: explore.bars\n```\n```predict\nid: q\nkind: order\nask: What?\n"
                                + "items: [one, two]\n```"));
        until(() -> find("lessons-item-1") != null);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        String row = node("lessons-item-1").getAccessibleText();
        assertTrue(row.matches("第 \\d 位：one"), row);
        tabTo("lessons-item-1");
        press(KeyCode.ENTER);
        until(() -> guess().startsWith("你的猜测"));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        until(() -> guess().startsWith("Your guess"));
    }

    private String guess() {
        Node guess = find("lessons-ghost");
        return guess == null ? "" : guess.getAccessibleText();
    }

    @Thorough
    @Test
    void aLessonOfAnotherIdIsStillTheLessonOfItsFolder() throws Exception {
        Path file = openMine();
        String other =
                GOOD.replace("id: mine", "id: " + lessons(Locale.ENGLISH).get(0).id());
        Files.writeString(file, other.replace("Raise it", "Copied from another"));
        until(() -> text("lessons-step-title").equals("Copied from another"));
        Files.writeString(file, GOOD.replace("id: mine", "id: yours").replace("Raise it", "Mine again"));
        until(() -> text("lessons-step-title").equals("Mine again"));
    }

    @Thorough
    @Test
    void aLessonOnBoardStaysThoughATeachersCopyHasItsId() throws Exception {
        Path file = openMine();
        press(KeyCode.F5);
        Lesson lesson = lessons(Locale.ENGLISH).get(0);
        open(lesson);
        Files.writeString(file, GOOD.replace("id: mine", "id: " + lesson.id()).replace("title: Mine", "title: Copy"));
        settle();
        WaitForAsyncUtils.sleep(1500, TimeUnit.MILLISECONDS); // the folder is looked at twice a second
        assertEquals(lesson.steps().get(0).title(), text("lessons-step-title"));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        assertEquals(lessons(Locale.SIMPLIFIED_CHINESE).get(0).steps().get(0).title(), text("lessons-step-title"));
    }
}
