package distillery.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.Messages.Message;
import distillery.lab.Messages.Trouble;
import distillery.lab.train.RunState.Stage;
import distillery.view.shell.AskEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The charts of a run as files, from the menu to the disk. */
class ChartExportTest extends TrainOnStage {
    @TempDir
    Path folder;

    private final List<AskEvent> questions = new ArrayList<>();

    private void choose(FxRobot robot, String item, String name) throws Exception {
        useToys(robot);
        robot.interact(model::step);
        until(() -> reading.step() == 1 && reading.stage() == Stage.RESTING);
        SaveMenu menu = (SaveMenu) node("train-save");
        robot.interact(() -> {
            scene.getRoot().addEventHandler(AskEvent.ASK, questions::add);
            menu.place().setFileDialog((chooser, window) -> folder.resolve(name).toFile());
            menu.getItems().stream().filter(each -> item.equals(each.getId())).forEach(each -> each.fire());
        });
    }

    private List<String> files() throws Exception {
        try (Stream<Path> there = Files.list(folder)) {
            return there.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Thorough
    @Test
    void aSheetIsOneFileOfTheNameThatWasChosenAndSaysHowItCameAbout(FxRobot robot) throws Exception {
        choose(robot, "train-save-sheet", "a.svg");
        until(() -> messages.newestProperty().get() != null);
        assertEquals(List.of("a.svg"), files());
        String svg = Files.readString(folder.resolve("a.svg"));
        assertTrue(svg.contains("toy points") && svg.contains("seed 1"), svg.substring(0, 300));
        assertTrue(svg.contains("cross-entropy, nats"), "the axes are named though the window is narrow");
    }

    @Test
    void aFolderThatIsNotThereIsToldAndNothingWritten(FxRobot robot) throws Exception {
        choose(robot, "train-save-sheet", "nowhere/a.pdf");
        until(() -> messages.newestProperty().get() != null);
        Message told = messages.newestProperty().get();
        assertNotNull(told);
        assertTrue(told instanceof Trouble, told.key());
        assertEquals("write.folder", told.key());
        assertEquals(List.of(), files());
    }

    @Thorough
    @Test
    void eachChartByItselfIsWrittenAfterItWasSaidUnderWhichNames(FxRobot robot) throws Exception {
        choose(robot, "train-save-charts", "a.svg");
        assertEquals(1, questions.size(), "said first");
        assertEquals(List.of(), files());
        robot.interact(() -> questions.get(0).answers().get(0).then().run());
        until(() -> messages.newestProperty().get() != null);
        assertEquals(
                List.of(
                        "a-accuracy.svg",
                        "a-agreement.svg",
                        "a-hard.svg",
                        "a-soft.svg",
                        "a-softTimesT2.svg",
                        "a-total.svg"),
                files());
    }
}
