package distillery.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.Messages.Message;
import distillery.lab.train.RunState.Stage;
import distillery.method.MethodKind;
import distillery.method.MethodParameter;
import distillery.method.MethodSettings;
import distillery.net.Initialisation;
import distillery.net.NetSpec;
import distillery.train.Preset;
import distillery.train.TeacherSettings;
import distillery.view.Drawer;
import distillery.view.Legible;
import distillery.view.Places;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What people type on the Train screen: each of its fields takes every way of writing, or says why not. */
class TrainTypingTest extends TrainOnStage {
    /** All there are while a decoupled method and a teacher trained here are chosen, and an example of what each takes. */
    private static final List<String> FIELDS = List.of(
            "train-teacher-layers",
            "train-teacher-epochs",
            "train-student-layers",
            "train-dkd-targetWeight",
            "train-dkd-nonTargetWeight",
            "train-dkd-warmUpEpochs",
            "train-temperature-value",
            "train-soft-weight",
            "train-hard-weight",
            "train-learning-rate",
            "train-batch-size",
            "train-epochs",
            "train-initial-deviation",
            "train-seed",
            "train-images",
            "train-jitter",
            "train-smoothing-of-control");

    private void showAllFields(FxRobot robot) {
        robot.interact(() -> model.set(model.settings().with(draft -> {
            draft.method = MethodSettings.of(MethodKind.DECOUPLED);
            draft.initialisation = Initialisation.normal(0.01);
            draft.teacher = TeacherSettings.trained(NetSpec.dense(784, 400, 400, 10), 5);
        })));
    }

    private String refusal(String id) {
        return node(id).getAccessibleHelp();
    }

    private String typed(String id) {
        return (node(id) instanceof ComboBox<?> combo ? combo.getEditor() : (TextField) node(id)).getText();
    }

    @Test
    void noFieldIsForgottenHere(FxRobot robot) {
        showAllFields(robot);
        for (Node field : scene.getRoot().lookupAll(".text-field")) {
            Node owner = field.getId() == null ? Objects.requireNonNull(field.getParent()) : field;
            boolean there = owner.isVisible(); // other methods' fields wait for their method
            assertTrue(!there || FIELDS.contains(owner.getId()), owner + " is not tried");
        }
    }

    @Thorough
    @Test
    void everyRefusalOfEveryFieldLiesOverTheWindow(FxRobot robot) {
        showAllFields(robot);
        refuseAll(robot, 1.5, Locale.ENGLISH, "nonsense");
    }

    @Thorough
    @Test
    void soItDoesWhateverIsTypedAndInBothLanguages(FxRobot robot) {
        showAllFields(robot);
        refuseAll(robot, 1, Locale.ENGLISH, "1,234.5.6", "1e400", "");
        refuseAll(robot, 1.5, Locale.SIMPLIFIED_CHINESE, "nonsense");
    }

    private void refuseAll(FxRobot robot, double scale, Locale language, String... all) {
        robot.interact(() -> {
            appearance.textScaleProperty().set(scale);
            appearance.languageProperty().set(language);
            scene.getRoot().setStyle("-fx-font-size: " + 14 * scale + "px; -d-icon-size: 16px;");
        });
        for (String nonsense : all) {
            for (String id : FIELDS) {
                String where = id + " in " + language + " at " + scale + " after '" + nonsense + "'";
                robot.interact(() -> {
                    Drawer.reveal(node(id));
                    node(id).requestFocus(); // which scrolls
                });
                WaitForAsyncUtils.waitForFxEvents(3);
                Places before = Places.of(scene);
                type(id, nonsense);
                before.assertKept(where);
                Legible.assertRefused(node(id), where);
            }
            robot.interact(() -> FIELDS.forEach(id -> assertEquals(nonsense, typed(id), id + " keeps what was typed")));
        }
    }

    @Thorough
    @Test
    void everyRefusalOfAMethodsOwnNumberIsSeenWhole(FxRobot robot) {
        NetSpec student = NetSpec.parse("28x28-c24-p2-c8-p2-32-10"); // fits every method
        robot.interact(() -> {
            model.set(Preset.SMALL_CNN.settings().with(draft -> draft.student = student));
            scene.getRoot().setStyle("-fx-font-size: 21px; -d-icon-size: 16px;");
        });
        for (MethodKind kind : MethodKind.values()) {
            robot.interact(() -> model.edit(draft -> draft.method = MethodSettings.of(kind)));
            for (MethodParameter parameter : kind.parameters()) {
                if (parameter.isChoice()) {
                    continue; // nothing is typed there
                }
                String id = "train-" + kind.id() + "-" + parameter.id();
                type(id, "nonsense");
                WaitForAsyncUtils.waitForFxEvents();
                Legible.assertRefused(node(id), id);
                int fits = (int) Math.min(3, parameter.range().highest());
                type(id, String.valueOf(fits));
                assertEquals(fits, model.settings().method().get(parameter.id()), id);
                assertEquals("", refusal(id), id);
            }
        }
    }

    @Test
    void aNumberIsReadAsItWasMeantOrNotAtAll() {
        type("train-learning-rate", "0,002");
        assertEquals(0.002, model.settings().live().learningRate());
        type("train-learning-rate", "1,5e-3");
        assertEquals(0.0015, model.settings().live().learningRate());
        type("train-learning-rate", "2。5");
        assertEquals(2.5, model.settings().live().learningRate());
        type("train-learning-rate", "1,234");
        assertEquals(2.5, model.settings().live().learningRate());
        assertTrue(refusal("train-learning-rate").contains("1234 or 1.234"));
        type("train-images", "1,234");
        assertEquals(1234, model.settings().images());
        type("train-images", "2,5");
        assertEquals(1234, model.settings().images());
        assertTrue(refusal("train-images").contains("whole"));
        type("train-images", "３０００");
        assertEquals(3000, model.settings().images());
        type("train-student-layers", "784—32－10");
        assertEquals(NetSpec.dense(784, 32, 10), model.settings().student());
        type("train-student-layers", "10-5");
        assertTrue(refusal("train-student-layers").contains("784 inputs"));
        type("train-student-layers", "784-10000000-10");
        assertTrue(refusal("train-student-layers").contains("10000000"));
    }

    @Test
    void whatIsRefusedStaysUntilItIsMendedOrTakenBack(FxRobot robot) {
        type("train-learning-rate", "fast");
        robot.interact(() -> node("train-batch-size").requestFocus());
        assertEquals("fast", typed("train-learning-rate"));
        robot.interact(() -> model.edit(draft -> draft.epochs = 7)); // something else changes
        assertEquals("fast", typed("train-learning-rate"));
        assertNotEquals("", refusal("train-learning-rate"));
        robot.interact(() -> node("train-learning-rate").requestFocus());
        robot.type(KeyCode.ESCAPE);
        assertEquals("0.003", typed("train-learning-rate"));
        assertEquals("", refusal("train-learning-rate"));
        type("train-learning-rate", "fast");
        robot.interact(() -> model.edit(draft -> draft.live = draft.live.withLearningRate(0.5)));
        assertEquals("0.5", typed("train-learning-rate"), "the value itself changed");
        assertEquals("", refusal("train-learning-rate"));
    }

    @Thorough
    @Test
    void aComplaintGoesWithWhatItComplainsAbout(FxRobot robot) throws Exception {
        robot.interact(model::start);
        until(Stage.READY);
        type("train-learning-rate", "11");
        robot.clickOn("#train-step");
        robot.interact(() -> node("train-batch-size").requestFocus());
        assertNotNull(messages.newestProperty().get(), "it is refused still");
        robot.interact(() -> node("train-learning-rate").requestFocus());
        robot.type(KeyCode.ESCAPE);
        assertNull(messages.newestProperty().get(), "taken back");
        type("train-learning-rate", "11");
        robot.clickOn("#train-step");
        type("train-learning-rate", "0.5");
        assertNull(messages.newestProperty().get(), "mended");
        type("train-learning-rate", "11");
        robot.clickOn("#train-step");
        type("train-learning-rate", "12");
        assertNull(messages.newestProperty().get(), "11 stands there no more");
        robot.clickOn("#train-step");
        robot.interact(() -> messages.say("shell.saved", "another"));
        robot.interact(() -> model.edit(draft -> draft.live = draft.live.withLearningRate(0.1)));
        assertNotNull(messages.newestProperty().get(), "what another message says is no matter of the field's");
    }

    @Thorough
    @Test
    void nothingBeginsOverAFieldThatHoldsWhatCannotBeTaken(FxRobot robot) throws Exception {
        robot.interact(model::start);
        until(Stage.READY);
        type("train-learning-rate", "11");
        for (String verb : new String[] {"run", "step", "epoch", "reset", "compare"}) {
            robot.interact(() -> messages.dismiss());
            robot.clickOn("#train-" + verb);
            Message said = messages.newestProperty().get();
            assertNotNull(said, verb);
            assertEquals(List.of("learning rate", "11"), said.arguments());
            assertEquals(Stage.READY, reading.stage(), verb);
            assertEquals(node("train-learning-rate"), scene.getFocusOwner());
        }
        robot.interact(
                () -> ((TextField) node("train-learning-rate")).setText("0,5")); // no Enter: a key begins at once
        robot.interact(model::step);
        until(() -> reading.step() == 1);
        assertEquals(0.5, model.settings().live().learningRate());
    }
}
