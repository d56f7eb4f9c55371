package distillery.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.data.IdxFile;
import distillery.data.Problem;
import distillery.lab.train.InsideSight;
import distillery.lab.train.RunState.Stage;
import distillery.method.MethodKind;
import distillery.method.MethodPicture.Maps;
import distillery.method.MethodPicture.Relations;
import distillery.method.MethodSettings;
import distillery.train.Preset;
import distillery.view.Keyboard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** What a method compares inside the nets is seen where the batch is, while nets learn. */
class InsidePaneTest extends TrainOnStage {
    @TempDir
    private static Path digits;

    @BeforeAll
    static void writeDigits() throws IOException, Problem {
        IdxFile.digits(digits, 600);
    }

    private void learn(FxRobot robot, MethodKind kind) throws TimeoutException {
        robot.interact(() -> model.set(Preset.SMALL_CNN.settings().with(draft -> {
            draft.data = digits.toString();
            draft.method = MethodSettings.of(kind);
        })));
        robot.interact(model::start);
        until(Stage.READY);
        assertTrue(spoken().startsWith("Press Run"), spoken());
        robot.interact(model::epoch);
        until(() -> reading.stage() == Stage.RESTING
                && model.inside().sightProperty().get() != null);
    }

    private String spoken() {
        return node("train-inside").getAccessibleText();
    }

    private InsideSight sight() {
        return Objects.requireNonNull(model.inside().sightProperty().get());
    }

    @Thorough
    @Test
    void attentionLiesOverTheChosenDigitOfBothNets(FxRobot robot) throws TimeoutException {
        learn(robot, MethodKind.ATTENTION);
        Maps maps = assertInstanceOf(Maps.class, sight().parts().get(0));
        assertTrue(maps.likeness(0) > 0 && maps.likeness(0) <= 1 + 1e-9, "" + maps.likeness(0));
        assertTrue(spoken().contains("In this " + sight().labelName(0)), spoken());
        assertEquals(spoken(), text("train-inside-words"));
        assertFalse(node("train-samples").getParent().isVisible());
        int other = 1;
        while (sight().labels()[other] == sight().labels()[0]) {
            other++;
        }
        robot.interact(() -> node("train-inside").requestFocus());
        for (int i = 0; i < other; i++) {
            Keyboard.press(KeyCode.RIGHT);
        }
        assertTrue(spoken().contains("In this " + sight().labelName(other)), spoken());
        robot.interact(() -> appearance.languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        assertTrue(spoken().contains("教师"), spoken());
        robot.interact(() -> appearance.languageProperty().set(Locale.ENGLISH));
    }

    @Thorough
    @Test
    void theTwoMatricesOfTheBatchAreSortedByClass(FxRobot robot) throws TimeoutException {
        learn(robot, MethodKind.SIMILARITY);
        Relations relations = assertInstanceOf(Relations.class, sight().parts().get(0));
        assertEquals(sight().rows() * sight().rows(), relations.teacher().length);
        int[] order = sight().byClass();
        for (int i = 1; i < order.length; i++) {
            assertTrue(sight().labels()[order[i - 1]] <= sight().labels()[order[i]]);
        }
        assertTrue(spoken().contains("sorted by class"), spoken());
    }

    @Thorough
    @Test
    void nobodyIsAskedWhileTheOutputsAreOnShow(FxRobot robot) throws TimeoutException {
        learn(robot, MethodKind.BOUNDARIES);
        InsideSight before = sight();
        robot.clickOn("#train-batch-page-outputs");
        assertTrue(node("train-samples").getParent().isVisible());
        robot.interact(model::epoch);
        until(() -> reading.stage() == Stage.RESTING && reading.epochs() == 2);
        assertEquals(before, sight());
        robot.clickOn("#train-batch-page-inside");
        until(() -> !sight().equals(before));
        assertNotEquals(before.labels(), sight().labels());
    }

    @Test
    void aMethodWithoutAPictureLeavesTheCardAsItWas(FxRobot robot) {
        assertFalse(node("train-batch-page").isVisible());
        assertFalse(node("train-inside").getParent().isManaged());
        assertTrue(node("train-samples").getParent().isVisible());
    }
}
