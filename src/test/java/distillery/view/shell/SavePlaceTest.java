package distillery.view.shell;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Ending;
import distillery.lab.setup.SetUpFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What is written is what was agreed to. */
class SavePlaceTest extends WindowOnStage {
    @TempDir
    Path folder;

    private final List<Path> written = new ArrayList<>();

    @Start
    void open(Stage shown) {
        raise(shown);
    }

    /** Saves a table under the name that a person typed. */
    private void save(FxRobot robot, String typed) {
        SavePlace place = new SavePlace(slider, texts);
        place.setFileDialog((chooser, window) -> folder.resolve(typed).toFile());
        robot.interact(
                () -> place.file("shell.save.title", "numbers", Ending.CSV, agreed -> written.add(agreed.path())));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean asked(FxRobot robot) {
        return robot.lookup("#sheet").query().isVisible();
    }

    private static String question(FxRobot robot) {
        return robot.lookup(".question .label").queryAs(Label.class).getText();
    }

    private Path there(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "old");
    }

    @Test
    void nothingElseAsksWhereToSave() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<Path> asking = new ArrayList<>();
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                if (Files.readString(source).contains("showSaveDialog")) {
                    asking.add(source.getFileName());
                }
            }
            assertEquals(List.of(Path.of("SavePlace.java")), asking);
        }
    }

    @Test
    void aNewFileIsWrittenUnasked(FxRobot robot) {
        save(robot, "lesson 1.2");
        assertEquals(List.of(folder.resolve("lesson 1.2.csv")), written);
        assertFalse(asked(robot));
    }

    /** Saves a picture, whose kind is the person's choice, under the name that was typed. */
    private void draw(FxRobot robot, String typed, int filter) {
        SavePlace place = new SavePlace(slider, texts);
        place.setFileDialog((chooser, window) -> {
            chooser.setSelectedExtensionFilter(chooser.getExtensionFilters().get(filter));
            return folder.resolve(typed).toFile();
        });
        robot.interact(() -> place.oneOf(
                List.of(Ending.PNG, Ending.SVG),
                "shell.save.title",
                "chart",
                (file, leave) -> leave.toWrite(List.of(file), agreed -> written.add(file))));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aPictureIsWrittenUnderTheNameThatWasTyped(FxRobot robot) throws IOException {
        draw(robot, there("a.png").getFileName().toString(), 1);
        draw(robot, "b.SVG", 0);
        assertEquals(
                List.of(folder.resolve("a.png"), folder.resolve("b.SVG")), written, "the chooser asked about a.png");
        assertFalse(asked(robot));
    }

    @Test
    void aNameWithoutAnEndingGetsNoneUnasked(FxRobot robot) throws IOException {
        there("chart.svg");
        draw(robot, "chart", 1);
        assertEquals(
                "\"chart\" does not end in one of .png, .svg, and the ending says which kind of file it is."
                        + " It would be saved as \"chart.svg\".",
                question(robot));
        assertEquals(List.of(), written);
        press(robot, KeyCode.ENTER);
        assertTrue(question(robot).contains("Saving replaces it"), question(robot));
        robot.clickOn("#shell-replace-keep");
        assertEquals(List.of(), written);
        draw(robot, "chart.jpg", 0);
        press(robot, KeyCode.ENTER);
        assertEquals(List.of(folder.resolve("chart.jpg.png")), written);
    }

    @Test
    void whatTheEndingMakesOfANameIsAskedAbout(FxRobot robot) throws IOException {
        there("numbers.csv");
        save(robot, "numbers");
        assertTrue(question(robot).contains("\"numbers.csv\""), question(robot));
        assertEquals(List.of(), written);
        press(robot, KeyCode.ENTER);
        assertFalse(asked(robot));
        assertEquals(List.of(), written, "the first answer keeps what is there");
        save(robot, "numbers. ");
        press(robot, KeyCode.ESCAPE);
        assertEquals(List.of(), written);
        save(robot, "numbers");
        robot.clickOn("#shell-replace-replace");
        assertEquals(List.of(folder.resolve("numbers.csv")), written);
    }

    @Test
    void whatTheSystemHasAskedAboutIsNotAskedAgain(FxRobot robot) throws IOException {
        there("numbers.csv");
        there("NUMBERS.CSV");
        save(robot, "numbers.csv");
        save(robot, "NUMBERS.CSV");
        assertEquals(List.of(folder.resolve("numbers.csv"), folder.resolve("NUMBERS.CSV")), written);
        assertFalse(asked(robot));
    }

    @Test
    void aLinkThatLeadsNowhereIsThereToo(FxRobot robot) throws IOException {
        Files.createSymbolicLink(folder.resolve("numbers.csv"), folder.resolve("none"));
        save(robot, "numbers");
        assertTrue(asked(robot));
        assertEquals(List.of(), written);
    }

    @Test
    void manyFilesAreAskedAboutOnceByName(FxRobot robot) throws IOException {
        there("b.csv");
        there("charts.csv");
        for (int i = 1; i <= 8; i++) {
            there("c" + i + ".csv");
        }
        SavePlace place = new SavePlace(slider, texts);
        place.setFileDialog((chooser, window) -> folder.resolve("charts.csv").toFile());
        List<Path> two = List.of(folder.resolve("a.csv"), folder.resolve("b.csv"));
        robot.interact(() -> place.files(
                "shell.save.title",
                "x",
                Ending.CSV,
                (file, leave) -> leave.toWrite(two, agreed -> written.addAll(two))));
        assertTrue(question(robot).contains("\"b.csv\" is already in " + folder), question(robot));
        robot.clickOn("#shell-replace-replace");
        assertEquals(two, written);
        place.setFolderDialog((chooser, window) -> folder.toFile());
        robot.interact(() -> place.folder(
                "shell.save.title",
                there -> List.of("c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "new").stream()
                        .map(name -> there.resolve(name + ".csv"))
                        .toList(),
                agreed -> written.add(agreed.path())));
        assertTrue(question(robot).contains("c6.csv and 2 more"), question(robot));
        robot.clickOn("#shell-replace-keep");
        assertEquals(two, written);
    }

    @Test
    void onlyWhatWasThereWhenThePersonAgreedMayBeReplaced(FxRobot robot) throws IOException {
        Path chosen = folder.resolve("charts.csv");
        List<Path> both = List.of(chosen, there("b.csv"));
        List<Set<Path>> replaced = new ArrayList<>();
        SavePlace place = new SavePlace(slider, texts);
        place.setFileDialog((chooser, window) -> chosen.toFile());
        robot.interact(() -> place.files("shell.save.title", "x", Ending.CSV, (file, leave) -> {
            leave.toWrite(both, agreed -> replaced.add(agreed.replaced()));
        }));
        there("charts.csv");
        robot.clickOn("#shell-replace-replace");
        assertEquals(List.of(Set.of(both.get(1))), replaced);
        Files.delete(chosen);
        robot.interact(() -> place.files("shell.save.title", "x", Ending.CSV, (file, leave) -> {
            assertDoesNotThrow(() -> there("charts.csv")); // behind the chooser, which cannot have asked about it
            leave.toWrite(List.of(chosen), agreed -> replaced.add(agreed.replaced()));
        }));
        assertTrue(asked(robot));
        robot.clickOn("#shell-replace-keep");
        assertEquals(1, replaced.size());
    }

    @Test
    void aNameThatNoFileCanHaveIsRefusedInWords(FxRobot robot) {
        SavePlace place = new SavePlace(slider, texts);
        place.setFileDialog((chooser, window) -> new File("a\0b"));
        robot.interact(
                () -> place.file("shell.save.title", "numbers", Ending.CSV, agreed -> written.add(agreed.path())));
        assertTrue(question(robot).contains("cannot be the name of a file here"), question(robot));
        assertFalse(question(robot).contains("Exception"), question(robot));
        press(robot, KeyCode.ENTER);
        assertEquals(List.of(), written);
    }

    @Test
    void aSetUpIsSavedUnderTheNameThatWasAskedAbout(FxRobot robot) throws IOException {
        Path old = there("tuesday" + SetUpFile.ENDING);
        window.savePlace()
                .setFileDialog((chooser, shown) -> folder.resolve("tuesday").toFile());
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        assertTrue(question(robot).contains("tuesday" + SetUpFile.ENDING), question(robot));
        press(robot, KeyCode.ENTER);
        assertEquals("old", Files.readString(old));
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        robot.clickOn("#shell-replace-replace");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(Files.readString(old).contains("set-up"));
        assertEquals("tuesday – Distillery", stage.getTitle());
        window.savePlace()
                .setFileDialog((chooser, shown) -> folder.resolve("Plain.JSON").toFile());
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        assertTrue(Files.exists(folder.resolve("Plain.JSON")));
    }
}
