package distillery.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.Thorough;
import distillery.lab.Appearance;
import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.lab.clinic.Fault;
import distillery.lab.example.ExampleKind;
import distillery.lab.explore.ExploreModel;
import distillery.lab.explore.ExploreSettings;
import distillery.lab.loss.LossKind;
import distillery.lab.loss.LossModel;
import distillery.lab.loss.LossSettings;
import distillery.lab.setup.Document;
import distillery.lab.setup.SetUpPart;
import distillery.view.explore.ExploreView;
import distillery.view.loss.LossView;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Two screens on one example whose number of classes changes, whatever is looked at or going on meanwhile. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the window is built before each test
class ChangingExampleTest {
    private final ExploreModel explore = new ExploreModel();
    private final LossModel loss =
            new LossModel(explore, new Workers(Runnable::run, Runnable::run, Runnable::run, () -> 0), new Messages());
    private final Document document = new Document(
            List.of(
                    new SetUpPart<>(
                            "explore",
                            ExploreSettings.class,
                            explore::snapshot,
                            explore::restore,
                            explore.exampleProperty(),
                            explore.temperatureProperty()),
                    new SetUpPart<>("loss", LossSettings.class, loss::snapshot, loss::restore, loss.limitProperty())),
            Platform::runLater,
            () -> 0);
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private final FxRobot robot = new FxRobot();
    private Scene scene;

    @BeforeEach
    void raise() throws TimeoutException {
        FxToolkit.setupStage(this::build);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Thread.currentThread()
                .setUncaughtExceptionHandler((thread, error) -> uncaught.add(error)));
    }

    private void build(Stage stage) {
        Assets.loadFonts();
        Appearance appearance = new Appearance();
        Texts texts = new Texts(appearance.languageProperty());
        HBox both = new HBox(new ExploreView(explore, appearance, texts), new LossView(loss, appearance, texts));
        both.setStyle("-d-icon-size: 16px;");
        both.getChildren().forEach(view -> HBox.setHgrow(view, Priority.ALWAYS));
        scene = new Scene(both, 1280, 800);
        scene.getStylesheets()
                .addAll(
                        Assets.styleSheet("base"),
                        Assets.styleSheet(
                                Palette.styleSheet(appearance.lookProperty().get())));
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void nothingWentWrong() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Thread.currentThread().setUncaughtExceptionHandler(null));
        assertEquals(List.of(), uncaught);
    }

    private void resize(int classes) {
        robot.interact(() -> {
            while (explore.exampleProperty().get().size() < classes) {
                explore.addClass();
            }
            while (explore.exampleProperty().get().size() > classes) {
                explore.removeClass(classes / 2);
            }
            document.history().separate();
            scene.getRoot().layout();
        });
        assertShown(classes);
    }

    private void assertShown(int classes) {
        for (String rows : List.of("explore-true-", "loss-ledger-", "loss-arrows-")) {
            long shown = scene.getRoot().lookupAll("*").stream()
                    .filter(node -> node.getId() != null && node.getId().matches(rows + "\\d+"))
                    .count();
            assertEquals(classes, shown, rows);
        }
    }

    private void walk() {
        for (int classes : new int[] {10, 2, 3, 10, 3}) {
            resize(classes);
        }
    }

    /** What belongs to the tenth class, and the plots. */
    private List<String> parts() {
        return scene.getRoot().lookupAll("*").stream()
                .map(Node::getId)
                .filter(id -> id != null && id.matches(".*-(9|plot)"))
                .toList();
    }

    @Thorough
    @Test
    void followsWhateverHasTheFocus() {
        resize(10);
        for (String id : parts()) {
            robot.interact(() -> scene.lookup("#" + id).requestFocus());
            resize(9);
            resize(10);
        }
    }

    @Thorough
    @Test
    void followsWhateverTheMouseIsOn() {
        for (String id : List.of(
                "explore-true-9",
                "explore-bar-student-9",
                "loss-ledger-9",
                "loss-arrow-soft-9",
                "explore-curves-plot",
                "loss-length-plot")) {
            resize(10);
            robot.interact(() -> scene.lookup("#" + id).requestFocus()); // which brings it into view
            robot.moveTo("#" + id);
            resize(2);
        }
    }

    @Thorough
    @Test
    void followsWithEveryMarkOnTheArrows() {
        for (LossKind kind : LossKind.values()) {
            for (Fault fault : Fault.values()) {
                robot.interact(() -> {
                    loss.kindProperty().set(kind);
                    loss.limitProperty().set(true);
                    loss.timesT2Property().set(fault == Fault.NO_T2);
                    loss.faults().clear();
                    loss.faults().add(fault);
                    loss.check();
                });
                resize(2);
                resize(4);
            }
        }
    }

    @Thorough
    @Test
    void followsAtTheLimitsOfTheTemperature() {
        for (double temperature : new double[] {0, 0.05, 100, Double.POSITIVE_INFINITY}) {
            robot.interact(() -> explore.temperatureProperty().set(temperature));
            walk();
        }
    }

    @Test
    void followsWhileTheStudentLearns() {
        for (int classes : new int[] {10, 2, 3, 10, 3}) {
            robot.interact(() -> explore.playingProperty().set(true));
            WaitForAsyncUtils.sleep(150, TimeUnit.MILLISECONDS);
            resize(classes);
        }
        robot.interact(() -> {
            explore.playingProperty().set(true);
            explore.choose(ExampleKind.TWO_CLASSES);
            explore.step();
            loss.step();
        });
    }

    @Thorough
    @Test
    void followsUndoAndRedo() {
        walk();
        int[] sizes = {3, 10, 3, 2, 10, 3};
        for (int i = 1; i < sizes.length; i++) {
            robot.interact(document.history()::undo);
            WaitForAsyncUtils.waitForFxEvents();
            assertShown(sizes[i]);
        }
        for (int i = sizes.length - 2; i >= 0; i--) {
            robot.interact(document.history()::redo);
            WaitForAsyncUtils.waitForFxEvents();
            assertShown(sizes[i]);
        }
    }
}
