package distillery.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lab.Appearance;
import distillery.lab.Curve;
import distillery.lab.Measure;
import distillery.lab.Messages;
import distillery.lab.RunReading;
import distillery.lab.RunReading.Stage;
import distillery.lab.TrainModel;
import distillery.lab.Workers;
import distillery.method.Knobs;
import distillery.net.Layers;
import distillery.net.Optimiser;
import distillery.train.Evaluation;
import distillery.train.LiveSettings;
import distillery.train.Preset;
import distillery.train.StepReport;
import distillery.train.Student;
import distillery.view.Assets;
import distillery.view.NextFrame;
import distillery.view.Palette;
import distillery.view.Texts;
import distillery.view.chart.CurveChart;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The Train screen over real runs: MNIST where digits matter, toy points elsewhere. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the window is built before each test
class TrainViewTest {
    private static final int PATIENCE_SECONDS = 120;

    private final Appearance appearance = new Appearance();
    private final TrainModel model = new TrainModel(Workers.beside(new NextFrame()), new Messages());
    private final RunReading reading = model.reading();
    private Scene scene;

    @BeforeEach
    void raise() throws TimeoutException {
        FxToolkit.setupStage(this::build);
    }

    private void build(javafx.stage.Stage stage) {
        Assets.loadFonts();
        TrainView view = new TrainView(model, appearance, new Texts(appearance.languageProperty()));
        view.setStyle("-fx-font-size: 14px; -d-icon-size: 16px;");
        scene = new Scene(view, 1280, 800);
        String look = Palette.styleSheet(appearance.lookProperty().get());
        scene.getStylesheets().addAll(Assets.styleSheet("base"), Assets.styleSheet(look));
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void endTheRun(FxRobot robot) {
        robot.interact(() -> {
            model.reset();
            model.cancel();
        });
    }

    private void until(BooleanSupplier holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(10_000, holds::getAsBoolean));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void until(RunReading.Stage stage) throws TimeoutException {
        until(() -> reading.stage() == stage);
    }

    private void useToys(FxRobot robot) {
        robot.interact(() -> model.set(Preset.TOY.settings()));
    }

    private Node node(String id) {
        return Objects.requireNonNull(scene.lookup("#" + id), id);
    }

    private String text(String id) {
        return ((Labeled) node(id)).getText();
    }

    private static double last(Curve curve) {
        return curve.raw().get(curve.size() - 1);
    }

    private void type(FxRobot robot, String id, String typed) {
        robot.interact(() -> {
            TextField field = node(id) instanceof ComboBox<?> combo ? combo.getEditor() : (TextField) node(id);
            field.requestFocus();
            field.setText(typed);
        });
        robot.type(KeyCode.ENTER);
    }

    @Test
    void aRealRunOnRealDigitsRaisesTheAccuracyAndTheChartsHoldItsNumbers(FxRobot robot) throws TimeoutException {
        robot.clickOn("#train-run");
        until(() -> reading.epochs() >= 2);
        robot.clickOn("#train-run");
        until(Stage.RESTING);
        Curve accuracy = reading.curves().of(Student.DISTILLED, Measure.ACCURACY);
        assertTrue(accuracy.raw().get(0) < 0.3, "an untrained net knows nothing");
        assertTrue(last(accuracy) > 0.7, "accuracy " + last(accuracy));
        Evaluation evaluation =
                Objects.requireNonNull(reading.evaluationProperty().get());
        StepReport report = Objects.requireNonNull(reading.reportProperty().get());
        for (Student student : Student.values()) {
            assertEquals(
                    Objects.requireNonNull(evaluation.students().get(student)).accuracy(),
                    last(reading.curves().of(student, Measure.ACCURACY)));
            assertEquals(
                    Objects.requireNonNull(report.students().get(student)).total(),
                    last(reading.curves().of(student, Measure.TOTAL)));
        }
        assertEquals("79 of 10,000", text("train-teacher-errors"));
        assertEquals(report.batch().size(), model.batchProperty().get().size());
        assertNotNull(model.digitsProperty().get());
        assertTrue(text("train-dark-knowledge").startsWith("Dark knowledge"), text("train-dark-knowledge"));
    }

    @Test
    void theTemperatureMovedOnTheWayActsAndLeavesAMarkOnEveryChart(FxRobot robot) throws TimeoutException {
        useToys(robot);
        robot.interact(() -> model.stepMillisProperty().set(5));
        robot.clickOn("#train-run");
        until(() -> reading.step() >= 2);
        robot.interact(() -> node("train-temperature-slider").requestFocus());
        robot.type(KeyCode.PAGE_UP);
        until(() -> !reading.changes().isEmpty());
        assertEquals(8, model.settings().live().knobs().temperature());
        assertEquals(8, reading.changes().get(0).to());
        CurveChart chart = (CurveChart) node("train-chart-hard");
        assertEquals("T 5 → 8", chart.markers().get(0).label());
        assertEquals(Stage.RUNNING, reading.stage());
    }

    @Test
    void stepEpochAndResetDoWhatTheySay(FxRobot robot) throws TimeoutException {
        useToys(robot);
        robot.clickOn("#train-step");
        until(Stage.RESTING);
        assertEquals(1, reading.step());
        robot.clickOn("#train-epoch");
        until(() -> reading.stage() == Stage.RESTING && reading.epochs() == 1);
        assertEquals(10, reading.step());
        assertEquals("epoch 1 of 100 · step 10", text("train-progress-words"));
        robot.clickOn("#train-reset");
        until(Stage.READY);
        assertEquals(0, reading.curves().of(Student.CONTROL, Measure.HARD).size());
    }

    @Test
    void anotherStudentWaitsForResetInPlainSight(FxRobot robot) throws TimeoutException {
        useToys(robot);
        robot.clickOn("#train-step");
        until(Stage.RESTING);
        assertFalse(node("train-pending").isVisible());
        type(robot, "train-student-layers", "10-5-2");
        assertTrue(node("train-pending").isVisible());
        assertEquals(1, reading.curves().of(Student.CONTROL, Measure.HARD).size());
        robot.clickOn("#train-apply");
        until(Stage.READY);
        assertFalse(node("train-pending").isVisible());
        assertEquals(Layers.of(10, 5, 2), model.settings().student());
    }

    @Test
    void whatCannotBeTakenIsExplainedAndNothingChanges(FxRobot robot) {
        type(robot, "train-learning-rate", "-3");
        assertTrue(text("train-learning-rate-refusal").contains("10"));
        type(robot, "train-student-layers", "784-many-10");
        assertTrue(text("train-student-layers-refusal").contains("784-128-10"));
        assertEquals(Preset.FEW_LABELS.settings(), model.settings());
        robot.type(KeyCode.ESCAPE);
        assertFalse(node("train-student-layers-refusal").isVisible());
    }

    @Test
    void divergenceIsExplainedAndOneButtonGoesOn(FxRobot robot) throws TimeoutException {
        useToys(robot);
        robot.interact(() -> model.edit(draft -> {
            draft.optimiser = new Optimiser.Sgd(0.99);
            draft.live = new LiveSettings(new Knobs(100, 1000, 1000), 10, 64);
        }));
        robot.clickOn("#train-run");
        until(Stage.DIVERGED);
        assertTrue(node("train-diverged").isVisible());
        assertTrue(text("train-diverged-words").contains("stopped being a number"));
        robot.interact(() -> model.edit(draft ->
                draft.live = new LiveSettings(Preset.TOY.settings().live().knobs(), 1e-3, 64)));
        robot.clickOn("#train-slower");
        until(() -> reading.stage() == Stage.RUNNING || reading.stage() == Stage.FINISHED);
        assertFalse(node("train-diverged").isVisible());
        assertNull(reading.divergedProperty().get());
    }

    @Test
    void fiveSeedsGiveAVerdictInWords(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.set(Preset.TOY.settings().with(draft -> draft.epochs = 3)));
        robot.clickOn("#train-compare");
        until(() -> reading.comparison().results().size() == 5 && reading.stage() == Stage.READY);
        assertTrue(text("train-verdict").contains("5"), text("train-verdict"));
        assertTrue(text("train-verdict-words").contains("±"));
        assertEquals("5 more seeds", text("train-compare"));
        type(robot, "train-seed", "7");
        assertTrue(text("train-verdict-words").contains("other settings"));
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
            robot.type(KeyCode.TAB);
        }
        for (String id : Set.of(
                "train-preset",
                "train-teacher-source",
                "train-method",
                "train-temperature-slider",
                "train-alpha-slider",
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
            if (node.isVisible() && node instanceof Control control) {
                assertTrue(control.getWidth() >= Math.floor(control.prefWidth(-1)), () -> "cut: " + control);
            }
        }
        Region batch = (Region) node("train-batch");
        assertTrue(batch.localToScene(batch.getBoundsInLocal()).getMaxX() <= scene.getWidth() + 1);
    }

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
}
