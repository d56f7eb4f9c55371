package distillery.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.loss.ReferenceLoss;
import distillery.method.LiveHyperparameters;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.net.NetSpec;
import distillery.train.Preset;
import distillery.view.Legible;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Methods are chosen here, and one that these nets cannot learn by says why. */
class KnowledgeCardTest extends TrainOnStage {
    @SuppressWarnings("unchecked")
    private void choose(FxRobot robot, MethodKind kind) {
        robot.interact(() -> ((ComboBox<MethodKind>) node("train-method"))
                .getSelectionModel()
                .select(kind));
    }

    @Thorough
    @Test
    void everyMethodCanBeChosenForNetsWithMaps(FxRobot robot) {
        NetSpec student = NetSpec.parse("28x28-c24-p2-c8-p2-32-10"); // begins as the teacher does
        robot.interact(() -> model.set(Preset.SMALL_CNN.settings().with(draft -> draft.student = student)));
        for (MethodKind kind : MethodKind.values()) {
            choose(robot, kind);
            assertEquals(kind, model.settings().method().kind());
            kind.parameters()
                    .forEach(parameter -> assertTrue(
                            node("train-" + kind.id() + "-" + parameter.id()).isVisible(), parameter.id()));
        }
    }

    @Test
    void aMethodThatTheseNetsLackMapsForSaysSoUntilAnotherIsChosen(FxRobot robot) {
        Node method = node("train-method");
        robot.interact(method::requestFocus);
        choose(robot, MethodKind.ATTENTION);
        assertEquals(MethodKind.HINTON, model.settings().method().kind());
        WaitForAsyncUtils.waitForFxEvents();
        Legible.assertRefused(method, "method");
        assertTrue(method.getAccessibleHelp().contains("28x28-c4-p2-c8-p2-32-10"), method.getAccessibleHelp());
        choose(robot, MethodKind.HINT);
        assertEquals(MethodKind.HINT, model.settings().method().kind());
        assertEquals("", method.getAccessibleHelp());
    }

    @Test
    void bothWeightsCanBeTypedAndTakenBackAndAlphaFollows(FxRobot robot) {
        type("train-soft-weight", "100");
        type("train-hard-weight", "0.5");
        LiveHyperparameters knobs = model.settings().live().knobs();
        assertEquals(new LiveHyperparameters(knobs.temperature(), 100, 0.5), knobs);
        Slider thumb = (Slider) node("train-alpha-slider");
        assertEquals(thumb.getMax(), thumb.getValue(), "as far as it goes");
        assertEquals("soft 100 · hard 0.5", text("train-alpha-weights"));
        assertEquals("α = –", text("train-alpha-value"));
        robot.interact(() -> thumb.setValue((thumb.getMin() + thumb.getMax()) / 2));
        assertEquals(
                1,
                model.settings().live().knobs().softWeight()
                        + model.settings().live().knobs().hardWeight());
        assertFalse(text("train-alpha-value").contains("–"));
        robot.interact(() -> model.edit(draft -> draft.live = draft.live.withKnobs(knobs)));
        assertEquals("soft 100 · hard 0.5", text("train-alpha-weights"));
    }

    @Test
    void theEffectOfACodesWeightsMovesWithTheTemperatureInTheSameRoom(FxRobot robot) {
        robot.interact(() -> model.edit(draft -> {
            draft.method = MethodSettings.of(MethodKind.CODE_BASE)
                    .with("codeBase", List.of(ReferenceLoss.values()).indexOf(ReferenceLoss.LABML));
            draft.live = draft.live.withKnobs(new LiveHyperparameters(5, 0.5, 0.5));
        }));
        assertEquals(
                "At T = 5 with 10 classes this pulls like 0.4 · T² · KL + 0.5 · cross-entropy."
                        + " The code itself has T = 5.",
                text("train-effect"));
        Node room = Objects.requireNonNull(node("train-effect").getParent());
        double height = height(robot, room);
        Slider slider = (Slider) node("train-temperature-slider");
        robot.interact(() -> slider.setValue(slider.getMax()));
        assertTrue(text("train-effect").contains("T = 100 with 10 classes this pulls like 0.001 ·"));
        assertEquals(height, height(robot, room));
        assertTrue(node("train-alpha").isDisabled() && node("train-soft-weight").isDisabled());
        choose(robot, MethodKind.HINTON);
        assertFalse(room.isVisible() || node("train-alpha").isDisabled());
    }

    private double height(FxRobot robot, Node node) {
        double[] height = new double[1];
        robot.interact(() -> {
            scene.getRoot().layout();
            height[0] = node.getLayoutBounds().getHeight();
        });
        return height[0];
    }

    @Thorough
    @Test
    void aSketchSaysWhichPointsOfWhichNetsAreCompared(FxRobot robot) {
        NetSpec student = NetSpec.parse("28x28-c24-p2-c8-p2-32-10");
        robot.interact(() -> model.set(Preset.SMALL_CNN.settings().with(draft -> draft.student = student)));
        Set<String> all = new HashSet<>();
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            robot.interact(() -> appearance.languageProperty().set(language));
            for (MethodKind kind : MethodKind.values()) {
                choose(robot, kind);
                String spoken = node("train-method-sketch").getAccessibleText();
                assertFalse(spoken.isBlank(), kind.id());
                all.add(spoken);
            }
        }
        choose(robot, MethodKind.ATTENTION);
        String spoken = node("train-method-sketch").getAccessibleText();
        assertTrue(spoken.contains("the maps after pooling 1 of the teacher and the maps after pooling 1"), spoken);
        assertTrue(spoken.contains("the outputs of the teacher"), spoken);
        assertTrue(all.size() > MethodKind.values().length, "sketches differ");
    }

    @Test
    void nothingMovesBelowTheSketchWhereOnlyItChanges(FxRobot robot) {
        robot.interact(() -> model.set(Preset.SMALL_CNN.settings()));
        double before = ((Region) node("train-method-sketch")).getHeight();
        choose(robot, MethodKind.BORN_AGAIN);
        assertEquals(before, ((Region) node("train-method-sketch")).getHeight(), 0.5);
    }
}
