package distillery.view.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.data.Agreed;
import distillery.data.AtomicFile;
import distillery.lab.digits.DigitsPage;
import distillery.lab.digits.NetSource;
import distillery.net.NetSpec;
import distillery.net.Weights;
import distillery.view.OnFxThread;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class NetFilesRowTest extends AskedOnStage {
    @TempDir
    Path folder;

    private File file(String name, int width) throws Exception {
        NetSpec layers = NetSpec.dense(784, width, 10);
        float[] values = new float[(int) layers.parameters()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.cos(width * i);
        }
        Path file = folder.resolve(name);
        AtomicFile.writeAll(
                Map.of(file, new Weights(layers, values).content()),
                Agreed.replacing(file).replaced());
        return file.toFile();
    }

    private void choose(List<File> chosen) {
        ((NetFilesRow) node("digits-files")).setDialog((chooser, window) -> chosen);
    }

    @Thorough
    @Test
    void aTeacherAndAStudentAreChosenAndTheStudentGoesAgain(FxRobot robot) throws Exception {
        File teacher = file("my teacher.npz", 12);
        File student = file("_small.npz", 6);
        show(DigitsPage.BROWSER, 0);
        robot.interact(() -> MODEL.netsProperty().set(NetSource.FILES));
        assertTrue(text("digits-firsts").contains("No file of a teacher"), text("digits-firsts"));
        choose(List.of(teacher));
        robot.clickOn(node("digits-files-teacher"));
        choose(List.of(student));
        robot.clickOn(node("digits-files-add"));
        assertTrue(text("digits-firsts").contains("_small: "), text("digits-firsts"));
        robot.clickOn(node("digits-files-drop-0"));
        assertFalse(text("digits-firsts").contains("_small: "), text("digits-firsts"));
        robot.interact(() -> MODEL.netsProperty().set(NetSource.CONVOLUTIONAL));
    }

    @Test
    void aFileThatDoesNotFitIsRefusedInASentenceBesideTheButtons(FxRobot robot) throws Exception {
        Path text = Files.writeString(folder.resolve("notes.npz"), "no weights");
        robot.interact(() -> MODEL.netsProperty().set(NetSource.FILES));
        choose(List.of(text.toFile()));
        robot.clickOn(node("digits-files-teacher"));
        assertTrue(text("digits-files-refused").contains("notes.npz"), text("digits-files-refused"));
        assertTrue(OnFxThread.look(() -> node("digits-files-refused").isVisible()));
        robot.interact(() -> MODEL.netsProperty().set(NetSource.CONVOLUTIONAL));
        assertEquals("", text("digits-files-refused"));
    }
}
