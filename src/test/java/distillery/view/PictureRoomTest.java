package distillery.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.App;
import distillery.Thorough;
import distillery.lab.setup.UserFolder;
import distillery.view.chart.CurveChart;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The picture gets the room, and nothing moves under the hand: the whole program in windows of several sizes. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the program is started before each test
class PictureRoomTest {
    private static final double LEAST_PLOT_WIDTH = 260;
    private static final double LEAST_PLOT_HEIGHT = 120;
    private static final int PATIENCE_SECONDS = 60;

    @TempDir(cleanup = CleanupMode.NEVER) // the program may still be writing its last lines there
    Path home;

    private Stage stage;

    @BeforeEach
    void start() throws TimeoutException {
        System.setProperty(UserFolder.PROPERTY, home.toString());
        Locale.setDefault(Locale.ENGLISH);
        FxToolkit.registerPrimaryStage();
        stage = FxToolkit.registerStage(Stage::new);
        FxToolkit.setupApplication(App.class);
    }

    @AfterEach
    void end() throws TimeoutException {
        FxToolkit.cleanupStages();
        System.clearProperty(UserFolder.PROPERTY);
    }

    private Scene scene() {
        return stage.getScene();
    }

    private Node node(String id) {
        return OnFxThread.look(() -> Objects.requireNonNull(scene().lookup("#" + id), id));
    }

    private Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private void show(FxRobot robot, int width, int height, String language, KeyCode screen, boolean dock)
            throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> { // a new window is put where it was, first
                    WaitForAsyncUtils.sleep(50, TimeUnit.MILLISECONDS);
                    robot.interact(() -> {
                        stage.setWidth(width);
                        stage.setHeight(height);
                    });
                    WaitForAsyncUtils.waitForFxEvents();
                    return scene().getWidth() == width && scene().getHeight() == height;
                });
        if (language.equals("zh")) {
            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        }
        robot.push(KeyCode.CONTROL, screen);
        if (!dock) {
            robot.push(KeyCode.CONTROL, KeyCode.B);
        }
        WaitForAsyncUtils.waitForFxEvents(3);
    }

    @Thorough
    @ParameterizedTest
    @CsvSource({"1024, 768, en, true", "1280, 800, zh, false"})
    void curvesAndVerdictAreNeverBelowTheFold(int width, int height, String language, boolean dock, FxRobot robot)
            throws TimeoutException {
        show(robot, width, height, language, KeyCode.DIGIT3, dock);
        robot.interact(() -> ((ButtonBase) node("train-step")).fire());
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(
                        5_000,
                        () -> !node("train-chart-hard").getAccessibleText().contains("No points")
                                && !node("train-chart-hard").getAccessibleText().contains("还没有")));
        WaitForAsyncUtils.waitForFxEvents(3);
        double bottom = place(node("status-facts")).getMinY();
        for (String id : List.of(
                "train-chart-soft-times-t2", "train-chart-hard", "train-chart-accuracy", "train-chart-agreement")) {
            CurveChart chart = (CurveChart) node(id);
            Bounds plot = chart.localToScene(chart.plotBounds());
            assertTrue(plot.getWidth() >= LEAST_PLOT_WIDTH, id + " is " + plot.getWidth() + " wide");
            assertTrue(plot.getHeight() >= LEAST_PLOT_HEIGHT, id + " is " + plot.getHeight() + " high");
            assertTrue(plot.getMaxY() <= bottom, id + " ends at " + plot.getMaxY());
        }
        assertTrue(place(node("train-verdict-strip")).getMaxY() <= bottom, "the verdict is in view");
        assertTrue(place(node("train-run")).getMinY() > 0, "and what runs it");
    }

    @Thorough
    @ParameterizedTest
    @CsvSource({"1024, 768, en, false", "1024, 768, zh, true", "1280, 800, en, true"})
    void norInOtherSizesAndLanguages(int width, int height, String language, boolean dock, FxRobot robot)
            throws TimeoutException {
        curvesAndVerdictAreNeverBelowTheFold(width, height, language, dock, robot);
    }

    @Thorough
    @ParameterizedTest
    @CsvSource({"1024, 768, en, true", "1280, 800, en, true", "1280, 800, zh, false"})
    void aFullBarDoesSoInOtherSizesAndLanguages(int width, int height, String language, boolean dock, FxRobot robot)
            throws TimeoutException {
        aFullBarOnEitherSideUsesHalfOfItsCard(width, height, language, dock, robot);
    }

    @ParameterizedTest
    @CsvSource("1024, 768, zh, true")
    void aFullBarOnEitherSideUsesHalfOfItsCard(int width, int height, String language, boolean dock, FxRobot robot)
            throws TimeoutException {
        show(robot, width, height, language, KeyCode.DIGIT1, dock);
        robot.interact(() -> ((ButtonBase) node("explore-temperature-zero")).fire());
        WaitForAsyncUtils.waitForFxEvents(3);
        double card = place(node("explore-bars")).getWidth();
        double teacher = place(node("explore-bar-teacher-0")).getWidth();
        double student = place(node("explore-bar-student-0")).getWidth();
        assertTrue(teacher + student >= card / 2, teacher + " and " + student + " of " + card);
        for (String side : List.of("teacher", "student")) {
            assertTrue(place(node("explore-bars")).contains(place(node("explore-percent-" + side + "-0"))), side);
        }
    }

    @Thorough
    @ParameterizedTest
    @CsvSource({
        "1024, 768, zh, DIGIT1, true, explore-temperature-slider",
        "1280, 800, en, DIGIT2, false, loss-alpha-slider",
        "1024, 768, en, DIGIT3, true, train-smoothing",
    })
    void nothingMovesWhileASliderIsMoved(
            int width, int height, String language, KeyCode screen, boolean dock, String id, FxRobot robot)
            throws TimeoutException {
        show(robot, width, height, language, screen, dock);
        robot.interact(() -> {
            Drawer.reveal(node(id));
            node(id).requestFocus();
        });
        robot.type(KeyCode.HOME);
        WaitForAsyncUtils.waitForFxEvents(3);
        Places before = Places.of(scene());
        for (int i = 0; i < 8; i++) {
            robot.type(KeyCode.PAGE_UP);
            WaitForAsyncUtils.waitForFxEvents(3);
            before.assertKept(id + " is moved");
        }
    }

    @Thorough
    @ParameterizedTest
    @CsvSource({
        "1024, 768, en, DIGIT1, true, explore-temperature-slider",
        "1280, 800, en, DIGIT1, false, explore-alpha-slider",
        "1280, 800, zh, DIGIT1, true, explore-temperature-slider",
        "1280, 800, en, DIGIT1, false, explore-temperature-slider",
        "1024, 768, en, DIGIT2, true, loss-temperature-slider",
        "1280, 800, zh, DIGIT2, false, loss-temperature-slider",
        "1280, 800, en, DIGIT3, false, train-temperature-slider",
        "1280, 800, zh, DIGIT3, false, train-alpha-slider",
        "1024, 768, en, DIGIT3, true, train-viewing",
    })
    void norWhileAnyOtherIsMoved(
            int width, int height, String language, KeyCode screen, boolean dock, String id, FxRobot robot)
            throws TimeoutException {
        nothingMovesWhileASliderIsMoved(width, height, language, screen, dock, id, robot);
    }
}
