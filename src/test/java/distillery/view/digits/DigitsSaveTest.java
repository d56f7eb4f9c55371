package distillery.view.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.digits.DigitsPage;
import distillery.lab.digits.Panel;
import distillery.view.OnFxThread;
import distillery.view.shell.FigureSave;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.MenuItem;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** What the pages save is what they show. */
class DigitsSaveTest extends AskedOnStage {
    @TempDir
    Path folder;

    private Path save(FxRobot robot, String id, String kind, String name) {
        Path file = folder.resolve(name);
        robot.interact(() -> {
            FigureSave save = (FigureSave) node(id);
            save.place().setFileDialog((chooser, window) -> file.toFile());
            MenuItem item = save.getItems().stream()
                    .filter(each -> each.getId().equals(id + kind))
                    .findFirst()
                    .orElseThrow();
            item.fire();
        });
        assertTrue(Files.exists(file), name);
        return file;
    }

    private static Panel panel() {
        return OnFxThread.look(
                () -> Objects.requireNonNull(MODEL.panelProperty().get()));
    }

    @Thorough
    @Test
    void theConfusionMatricesBecomeAPictureOfEachKind(FxRobot robot) throws Exception {
        show(DigitsPage.CONFUSION, 0);
        String svg = Files.readString(save(robot, "digits-save-matrix", "-picture", "c.svg"));
        int sevens = panel().teacher().confusion().count(7, 7);
        assertTrue(svg.contains(">" + sevens + "<"), "the number on the diagonal");
        assertTrue(svg.contains("labels only") && svg.contains("distilled"));
        BufferedImage png = ImageIO.read(
                save(robot, "digits-save-matrix", "-picture", "c.png").toFile());
        assertEquals(1920, png.getWidth());
        byte[] pdf = Files.readAllBytes(save(robot, "digits-save-matrix", "-picture", "c.pdf"));
        assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
    }

    @Test
    void theTableHasTheCountsOfEveryNetAndClass(FxRobot robot) throws Exception {
        show(DigitsPage.CONFUSION, 0);
        List<String> lines = Files.readAllLines(save(robot, "digits-save-matrix", "-table", "c.csv"));
        assertEquals(1 + 10 * panel().nets().size(), lines.size());
        String row = "teacher,latest,7,";
        String found =
                lines.stream().filter(line -> line.startsWith(row)).findFirst().orElseThrow();
        assertEquals(
                String.valueOf(panel().teacher().confusion().count(7, 7)),
                found.substring(row.length()).split(",", -1)[7]);
    }

    @Thorough
    @Test
    void softLabelsAndTheMapAreSavedToo(FxRobot robot) throws Exception {
        show(DigitsPage.SOFT_LABELS, 0);
        assertTrue(Files.readString(save(robot, "digits-save-soft", "-picture", "s.svg"))
                .contains("label smoothing"));
        List<String> soft = Files.readAllLines(save(robot, "digits-save-soft", "-table", "s.csv"));
        assertEquals(1 + 10 * (panel().nets().size() + 1), soft.size());
        show(DigitsPage.MAP, 0);
        List<String> map = Files.readAllLines(save(robot, "digits-save-map", "-table", "m.csv"));
        assertEquals(1_001, map.size());
        String svg = Files.readString(save(robot, "digits-save-map", "-picture", "m.svg"));
        assertTrue(svg.split(">7<", -1).length > 150, "a sign for each seven in both planes");
    }
}
