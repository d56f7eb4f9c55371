package distillery.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.IdxFile;
import distillery.train.Preset;
import distillery.train.TeacherSettings.Source;
import distillery.train.TrainSettings;
import distillery.view.Controls;
import distillery.view.OnFxThread;
import distillery.view.Places;
import distillery.view.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Own data: the box says what the settings say, and the nets follow the labels. */
class DataCardTest extends TrainOnStage {
    @TempDir
    private Path folder;

    private @Nullable Path answer;
    private int asked;

    @Override
    void build(Stage stage) {
        Controls parts = new Controls(new Texts(appearance.languageProperty()));
        scene = new Scene(
                new DataCard(model, parts, () -> {
                    asked++;
                    return answer;
                }),
                400,
                600);
        stage.setScene(scene);
        stage.show();
    }

    private Path folder(String name, int... labels) throws IOException {
        Path made = Files.createDirectories(folder.resolve(name));
        IdxFile.fill(made, labels);
        return made;
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> box() {
        return (ComboBox<String>) node("train-data");
    }

    private String boxSays() {
        return box().getButtonCell().getText();
    }

    /** Chooses the last item, which asks for a folder. */
    private void ask(FxRobot robot, @Nullable Path chosen) throws TimeoutException {
        answer = chosen;
        robot.interact(() -> box().getSelectionModel().selectLast());
        if (chosen != null) {
            until(() -> model.settings().data().equals(chosen.toString()));
        }
    }

    @Test
    void anotherFolderCanAlwaysBeAskedFor(FxRobot robot) throws Exception {
        Path first = folder("first", 0, 1, 2);
        Path second = folder("second", 0, 1);
        ask(robot, first);
        assertEquals("first", boxSays());
        ask(robot, second);
        assertEquals("second", boxSays());
        ask(robot, null);
        assertEquals("second", boxSays());
        assertEquals(3, asked);
    }

    /** By keys the way to the last item leads over others, and what asks for a folder must leave no open list behind. */
    @Test
    void whatKeysPassInTheOpenListIsNotChosenBeforeItCloses(FxRobot robot) {
        for (int times = 1; times <= 3; times++) {
            inTheOpenList(robot, KeyCode.DOWN, KeyCode.END);
            assertEquals(TrainSettings.MNIST, model.settings().data());
            assertEquals(times - 1, asked);
            robot.type(KeyCode.ENTER);
            assertEquals(times, asked);
            assertFalse(box().isShowing());
            assertEquals("MNIST", boxSays());
        }
        inTheOpenList(robot, KeyCode.DOWN, KeyCode.ENTER);
        assertEquals(TrainSettings.TOY, model.settings().data());
    }

    @Test
    void escapeClosesTheOpenListAndChoosesNothing(FxRobot robot) {
        inTheOpenList(robot, KeyCode.END, KeyCode.ESCAPE);
        assertFalse(box().isShowing());
        assertEquals(0, asked);
        assertEquals(TrainSettings.MNIST, model.settings().data());
        assertEquals("MNIST", boxSays());
    }

    private void inTheOpenList(FxRobot robot, KeyCode... keys) {
        robot.interact(() -> {
            box().requestFocus();
            box().show();
        });
        robot.type(keys);
    }

    @Test
    void netsFollowWhatTheLabelsSay(FxRobot robot) throws Exception {
        ask(robot, folder("three", 1, 2, 3));
        assertEquals("6-128-3", model.settings().student().toString());
        assertEquals("6-400-400-3", model.settings().teacher().layers().toString());
        assertEquals(Source.TRAINED, model.settings().teacher().source());
        assertTrue(text("train-data-found").contains("1, 2, 3"));
        assertEquals("3", text("train-omit-2"));
        ask(robot, folder("hundred", IntStream.range(0, 100).toArray()));
        assertEquals("6-128-100", model.settings().student().toString());
        robot.interact(() -> ((ToggleButton) node("train-omit-99")).fire());
        assertEquals(Set.of(99), model.settings().omitted());
    }

    @Test
    void theWayOverMnistKeepsEverythingThatFits(FxRobot robot) throws Exception {
        robot.interact(() -> model.edit(draft -> {
            draft.images = 123;
            draft.epochs = 9;
            draft.seed = 4;
        }));
        ask(robot, folder("three", 0, 1, 2));
        robot.interact(() -> box().setValue(TrainSettings.MNIST));
        TrainSettings now = model.settings();
        assertEquals(TrainSettings.MNIST, now.data());
        assertEquals("784-128-10", now.student().toString());
        assertEquals(123, now.images());
        assertEquals(9, now.epochs());
        assertEquals(4, now.seed());
        robot.interact(() -> box().setValue(TrainSettings.TOY));
        assertEquals(Preset.TOY.settings().student(), model.settings().student());
        assertEquals(123, model.settings().images());
    }

    @Test
    void aFolderThatIsNotThereIsSaidAndStaysWhatTheSettingsSay(FxRobot robot) throws Exception {
        ask(robot, folder("first", 0, 1, 2));
        robot.interact(() -> model.edit(draft -> draft.data = "C:\\Users\\name\\fashion"));
        until(() -> refusal().contains("another system"));
        assertEquals("fashion", boxSays());
        assertFalse(node("train-data-found").isVisible());
    }

    @Test
    void netsThatDoNotFitAreSaidAndFittedAtAPress(FxRobot robot) throws Exception {
        Path three = folder("three", 0, 1, 2);
        robot.interact(() -> model.edit(draft -> draft.data = three.toString()));
        until(() -> refusal().contains("6-128-3"));
        assertFalse(node("train-fit").isDisabled());
        robot.interact(() -> ((Button) node("train-fit")).fire());
        assertEquals("6-128-3", model.settings().student().toString());
        assertTrue(node("train-fit").isDisabled());
        until(() -> refusal().isEmpty());
    }

    /** What is said over the window of the chosen data, if anything. */
    private String refusal() {
        Node card = OnFxThread.look(() -> scene.lookup("#train-data-refusal"));
        return card instanceof Label words && words.isVisible() ? words.getText() : "";
    }

    @Test
    void nothingMovesWhenDataAreRefused(FxRobot robot) throws Exception {
        Path three = folder("three", 0, 1, 2);
        ask(robot, three);
        until(() -> node("train-data-found").isVisible());
        Places fitting = Places.of(scene);
        TrainSettings toy = Preset.TOY.settings();
        robot.interact(() -> model.edit(draft -> {
            draft.teacher = toy.teacher();
            draft.student = toy.student();
        }));
        until(() -> refusal().contains("6-10-3"));
        fitting.assertKept("nets do not fit");
        robot.interact(
                () -> model.edit(draft -> draft.data = folder.resolve("none").toString()));
        until(() -> refusal().contains("none"));
        Places missing = Places.of(scene);
        String far = "far/".repeat(30) + "away";
        robot.interact(
                () -> model.edit(draft -> draft.data = folder.resolve(far).toString()));
        until(() -> refusal().contains("away"));
        missing.assertKept("a longer sentence");
    }

    @Test
    void picturesAreTurnedOnlyWhenAskedTo(FxRobot robot) throws Exception {
        Path three = folder("emnist-three", 0, 1, 2);
        ask(robot, three);
        assertTrue(text("train-data-found").contains("EMNIST"));
        assertEquals(three.toString(), model.settings().data());
        robot.interact(() -> ((CheckBox) node("train-turned")).fire());
        assertEquals("transposed:" + three, model.settings().data());
        assertEquals("emnist-three", boxSays());
        assertFalse(text("train-data-found").contains("EMNIST"));
    }

    @Test
    void setsThatShareAFolderAreOffered(FxRobot robot) throws Exception {
        for (String name : new String[] {"one", "two"}) {
            IdxFile.fill(folder, 0, 1);
            for (String part : new String[] {"train", "t10k"}) {
                for (String kind : new String[] {"-images-idx3-ubyte", "-labels-idx1-ubyte"}) {
                    Files.move(folder.resolve(part + kind), folder.resolve(name + "-" + part + kind));
                }
            }
        }
        ask(robot, folder);
        until(() -> box().getItems().contains(folder.resolve("two").toString()));
        robot.interact(() -> box().setValue(folder.resolve("two").toString()));
        until(() -> model.settings().data().endsWith("two"));
        assertEquals("two", boxSays());
        assertEquals(2, model.settings().student().classes());
    }
}
