package distillery.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.net.Initialisation;
import distillery.net.NetSpec;
import distillery.net.Weights;
import distillery.train.TeacherSettings;
import distillery.view.Controls;
import distillery.view.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Teachers: included, trained, or from a file, which is named where it is chosen. */
class NetCardsTest extends TrainOnStage {
    @TempDir
    private Path folder;

    private @Nullable Path answer;

    @Override
    void build(Stage stage) {
        NetCards nets = new NetCards(model, new Controls(new Texts(appearance.languageProperty())), () -> answer);
        scene = new Scene(new VBox(nets.teacher(), nets.students()), 400, 600);
        stage.setScene(scene);
        stage.show();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> box() {
        return (ComboBox<String>) node("train-teacher-source");
    }

    private void choose(FxRobot robot, int item) {
        robot.interact(() -> box().getSelectionModel().select(item));
    }

    private Path weights(NetSpec net) throws Exception {
        Path file = folder.resolve("mine.npz");
        new Weights(net, new float[Math.toIntExact(net.parameters())]).write(file);
        return file;
    }

    @Test
    void bothIncludedTeachersCanBeChosen(FxRobot robot) {
        choose(robot, 1);
        assertEquals(
                TeacherSettings.shipped(TeacherSettings.CONVOLUTIONAL),
                model.settings().teacher());
        choose(robot, 0);
        assertEquals(TeacherSettings.shipped(), model.settings().teacher());
    }

    @Test
    void aTeacherFromAFileIsTakenAndNamed(FxRobot robot) throws Exception {
        NetSpec net = NetSpec.parse("28x28-c2-p2-12-10");
        answer = weights(net);
        robot.interact(() -> box().getSelectionModel().selectLast());
        until(() -> model.settings().teacher().source() == TeacherSettings.Source.FILE);
        assertEquals(net, model.settings().teacher().layers());
        assertEquals("mine.npz", box().getButtonCell().getText());
        assertEquals(6, box().getItems().size(), "another file can still be named");
    }

    @Test
    void givingUpTheChoiceChangesNothing(FxRobot robot) {
        TeacherSettings before = model.settings().teacher();
        robot.interact(() -> box().getSelectionModel().selectLast());
        assertEquals(before, model.settings().teacher());
        assertEquals("the one included", box().getButtonCell().getText());
    }

    @Test
    void aFileThatDoesNotFitIsRefusedWithItsNameUntilSomethingElseIsChosen(FxRobot robot) throws Exception {
        answer = Files.writeString(folder.resolve("noise.npz"), "no weights");
        TeacherSettings before = model.settings().teacher();
        robot.interact(() -> box().getSelectionModel().selectLast());
        until(() -> node("train-teacher-source").getAccessibleHelp().contains("noise.npz"));
        assertEquals(before, model.settings().teacher());
        choose(robot, 3);
        assertTrue(node("train-teacher-source").getAccessibleHelp().isEmpty());
    }

    @Test
    void firstWeightsOfAnySpreadCanBeAskedFor() {
        for (String text : List.of("he", "xavier", "normal", "normal:1", "normal:0.5")) {
            assertEquals(text, Initialisation.parse(text).text());
        }
        assertEquals(Initialisation.HE, Initialisation.parse("HE"));
        assertEquals(Initialisation.normal(0.01), Initialisation.parse("NORMAL"));
    }

    @Thorough
    @Test
    void whileATeacherLearnsItsCurvesStandWhereTheStudentsWillBe(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.edit(draft -> {
            draft.teacher = TeacherSettings.trained(NetSpec.dense(784, 16, 10), 3);
            draft.images = 100;
        }));
        robot.interact(model::step);
        until(() -> reading.curves().teacherLearned().size() >= 1);
        until(() -> reading.step() == 1);
        assertEquals(3, reading.curves().teacherLearned().size());
        assertTrue(reading.curves().teacherLoss().size() >= 3 * 15);
        double last = reading.curves().teacherLearned().raw().get(2);
        double errors = reading.readyProperty().get() == null
                ? -1
                : reading.readyProperty().get().teacherScore().accuracy();
        assertEquals(errors, last, 1e-12, "its last test is the one that its card tells");
    }
}
