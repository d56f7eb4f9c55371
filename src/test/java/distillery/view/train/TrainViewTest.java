package distillery.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.Look;
import distillery.lab.train.RunState.Stage;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.train.Preset;
import distillery.train.TrainSettings;
import distillery.view.Assets;
import distillery.view.Drawer;
import distillery.view.Keyboard;
import distillery.view.LessonAnchors;
import distillery.view.Palette;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The Train screen itself: its words, its keys, its fields. */
class TrainViewTest extends TrainOnStage {
    @Test
    void whatCannotBeTakenIsExplainedAndNothingChanges(FxRobot robot) {
        type("train-learning-rate", "-3");
        assertTrue(text("train-learning-rate-refusal").contains("10"));
        type("train-student-layers", "784-many-10");
        assertTrue(text("train-student-layers-refusal").contains("784-128-10"));
        assertEquals(Preset.FEW_LABELS.settings(), model.settings());
        robot.type(KeyCode.ESCAPE);
        assertFalse(node("train-student-layers-refusal").isVisible());
    }

    @Test
    void theWholeScreenSpeaksChinese(FxRobot robot) throws TimeoutException {
        useToys(robot);
        robot.clickOn("#train-step");
        until(Stage.RESTING);
        Set<String> english = words(scene.getRoot());
        robot.interact(() -> appearance.languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        assertEquals("运行", text("train-run"));
        Set<String> left = words(scene.getRoot());
        left.retainAll(english);
        left.removeIf(word -> !word.matches(".*[a-z]{3}.*") || word.equals("Adam"));
        assertEquals(Set.of(), left);
    }

    private static Set<String> words(Parent parent) {
        Set<String> found = new HashSet<>();
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Labeled labeled && child.isVisible() && labeled.getText() != null) {
                found.add(labeled.getText());
            }
            if (child instanceof Parent inner) {
                found.addAll(words(inner));
            }
        }
        return found;
    }

    @Thorough
    @Test
    void everyControlIsReachedByTabAndSaysWhatItIs(FxRobot robot) throws TimeoutException {
        robot.interact(model::start);
        until(Stage.READY);
        robot.interact(() -> node("train-preset").requestFocus());
        Set<String> reached = new HashSet<>();
        for (int i = 0; i < 80; i++) {
            Node owner = scene.getFocusOwner();
            String id = String.valueOf(owner.getId());
            reached.add(id);
            String spoken = owner instanceof Labeled labeled && owner.getAccessibleText() == null
                    ? labeled.getText()
                    : owner.getAccessibleText();
            assertTrue(spoken != null && !spoken.isBlank(), () -> "what is " + owner + "?");
            Keyboard.press(KeyCode.TAB);
        }
        for (String id : Set.of(
                "train-preset",
                "train-teacher-source",
                "train-method",
                "train-temperature-slider",
                "train-alpha-slider",
                "train-mistake",
                "train-learning-rate",
                "train-seed",
                "train-images",
                "train-omit-3",
                "train-run",
                "train-step",
                "train-epoch",
                "train-reset",
                "train-until",
                "train-speed",
                "train-log",
                "train-smoothing",
                "train-save",
                "train-chart-accuracy",
                "train-compare",
                "train-viewing",
                "train-copy",
                "train-samples")) {
            assertTrue(reached.contains(id), () -> id + " is not reached: " + reached);
        }
    }

    @Test
    void theViewingTemperatureIsNotTheTrainingTemperatureUntilItIsCopied(FxRobot robot) {
        robot.interact(() -> node("train-viewing").requestFocus());
        robot.type(KeyCode.END);
        assertEquals(100, model.viewingProperty().get());
        assertEquals(8, model.settings().live().knobs().temperature());
        robot.clickOn("#train-copy");
        assertEquals(100, model.settings().live().knobs().temperature());
    }

    @Test
    void nothingIsCutOffInASmallWindowOrWithLargeText(FxRobot robot) {
        robot.interact(() -> scene.getWindow().setWidth(1024));
        robot.interact(() -> scene.getWindow().setHeight(700));
        for (Node node : scene.getRoot().lookupAll(".button")) {
            if (LessonAnchors.isShown(node) && node instanceof Control control) {
                assertTrue(control.getWidth() >= Math.floor(control.prefWidth(-1)), () -> "cut: " + control);
            }
        }
        Region batch = (Region) node("train-batch");
        assertTrue(
                batch.localToScene(batch.getBoundsInLocal()).getMaxX() <= scene.getWidth() + 1,
                () -> batch.localToScene(batch.getBoundsInLocal()) + " in " + scene.getWidth());
    }

    @Thorough
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void noChoiceInTheDrawerIsCut(String language, FxRobot robot) {
        robot.interact(() -> {
            appearance.languageProperty().set(Locale.forLanguageTag(language));
            Drawer.reveal(node("train-teacher-source"));
        });
        WaitForAsyncUtils.waitForFxEvents(3);
        List<Node> choices = scene.getRoot().lookupAll(".form > .combo-box").stream()
                .filter(Node::isVisible)
                .toList();
        assertTrue(choices.size() > 4);
        for (Node each : choices) {
            ComboBox<?> choice = (ComboBox<?>) each;
            assertTrue(choice.getWidth() >= choice.prefWidth(-1), () -> choice.getId() + " has " + choice.getWidth());
        }
    }

    @Test
    void oneChartHasTheScreenUntilItGivesItBack(FxRobot robot) {
        Region chart = (Region) node("train-chart-accuracy");
        double before = chart.getWidth();
        for (KeyCode way : List.of(KeyCode.ENTER, KeyCode.ESCAPE)) {
            robot.interact(chart::requestFocus);
            robot.type(KeyCode.ENTER);
            WaitForAsyncUtils.waitForFxEvents();
            assertTrue(chart.getWidth() > 2 * before, "it has the screen");
            assertTrue(chart.isFocused());
            robot.type(way);
            WaitForAsyncUtils.waitForFxEvents();
            assertEquals(before, chart.getWidth(), "all is as before after " + way);
            assertTrue(LessonAnchors.isShown(node("train-run")));
        }
    }

    @Test
    void theTotalHasItsCardBackWhereThereIsRoomAgain(FxRobot robot) {
        robot.clickOn("#train-hard-kind-total");
        assertTrue(node("train-chart-total").getParent().isVisible(), "it stands in the hard loss' card");
        robot.interact(() -> appearance.textScaleProperty().set(0.6)); // as good as a larger window
        WaitForAsyncUtils.waitForFxEvents();
        Node chart = node("train-chart-total");
        assertTrue(chart.getParent().isVisible());
        assertTrue(chart.getBoundsInParent().getWidth() > 100);
    }

    @Thorough
    @Test
    void whatAMethodAddsHasAChartWhereThereIsLittleRoom(FxRobot robot) throws TimeoutException {
        robot.interact(model::start);
        TrainSettings without = model.settings();
        until(() -> isOwnChartOffered(false));
        robot.interact(() -> model.set(without.with(draft -> draft.method = MethodSettings.of(MethodKind.SIMILARITY))));
        until(() -> isOwnChartOffered(true));
        robot.clickOn("#train-hard-kind-own");
        assertTrue(node("train-chart-own").getBoundsInParent().getWidth() > 100);
        robot.interact(() -> model.set(without));
        until(() -> isOwnChartOffered(false));
        assertTrue(LessonAnchors.isShown(node("train-chart-hard")), "the card has its first chart again");
    }

    private boolean isOwnChartOffered(boolean offered) {
        return offered == (node("train-hard-kind").lookup("#train-hard-kind-own") != null);
    }

    @Thorough
    @Test
    void aChosenPresetIsTakenWhole(FxRobot robot) {
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Preset> picker = (ComboBox<Preset>) node("train-preset");
            picker.setValue(Preset.TINY_STUDENT);
            picker.fireEvent(new ActionEvent());
        });
        assertEquals(Preset.TINY_STUDENT.settings(), model.settings());
        assertTrue(text("train-preset-about").contains("Sixteen"));
        robot.clickOn("#train-log");
        assertTrue(model.logAxisProperty().get());
        robot.interact(() -> model.set(model.settings().withSeed(99)));
        ListCell<?> shown = ((ComboBox<?>) node("train-preset")).getButtonCell();
        assertEquals("your own settings", shown.getText());
    }

    @Thorough
    @Test
    void theNameOfAClassLeftOutCanBeRead(FxRobot robot) {
        for (Look look : List.of(Look.LIGHT, Look.DARK)) {
            robot.interact(() -> {
                scene.getStylesheets().set(1, Assets.styleSheet(Palette.styleSheet(look)));
                ToggleButton left = (ToggleButton) node("train-omit-3");
                left.setSelected(true);
                left.applyCss();
                Color text = (Color) left.getTextFill();
                List<BackgroundFill> fills = left.getBackground().getFills();
                Color ground = (Color) fills.get(fills.size() - 1).getFill();
                assertTrue(Math.abs(text.getBrightness() - ground.getBrightness()) > 0.4, text + " on " + ground);
            });
        }
    }
}
