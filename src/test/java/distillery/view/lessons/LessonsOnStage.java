package distillery.view.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.App;
import distillery.data.Problem;
import distillery.lab.screens.LabScreens;
import distillery.lab.setup.SetUp;
import distillery.lab.setup.UserFolder;
import distillery.lab.train.TrainSetUp;
import distillery.lesson.Guess;
import distillery.lesson.GuessQuestion;
import distillery.lesson.Lesson;
import distillery.lesson.LessonReader;
import distillery.lesson.Prediction;
import distillery.train.Preset;
import distillery.view.Keyboard;
import distillery.view.Numbers;
import distillery.view.OnFxThread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The whole program with a learner who has begun no lesson, and how tests read and use its lessons: by keys alone. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the program is started before each test
class LessonsOnStage {
    static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final int PATIENCE_SECONDS = 20;

    @TempDir(cleanup = CleanupMode.NEVER) // the program may still be writing its last lines there
    Path home;

    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();

    final FxRobot robot = new FxRobot();
    Stage stage;

    @BeforeEach
    void start() throws TimeoutException, Problem {
        TrainSetUp left = new TrainSetUp(leftOnTrain().settings(), 4, 0.9, false, 0);
        LabScreens.file().write(new UserFolder(home).lastSetUp(), new SetUp(Map.of("train", left)));
        System.setProperty(UserFolder.PROPERTY, home.toString());
        Locale.setDefault(Locale.ENGLISH);
        FxToolkit.registerPrimaryStage();
        stage = FxToolkit.registerStage(Stage::new); // what the program hangs on its window must not outlive the test
        FxToolkit.setupApplication(App.class);
        Thread.UncaughtExceptionHandler own = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
            uncaught.add(error);
            own.uncaughtException(thread, error);
        });
        until(() -> !all(".lesson-entry").isEmpty());
    }

    /** What the learner left on Train: toys, or every test would have all the digits read that few of them look at. */
    Preset leftOnTrain() {
        return Preset.TOY;
    }

    @AfterEach
    void end() throws TimeoutException {
        FxToolkit.cleanupStages();
        System.clearProperty(UserFolder.PROPERTY);
        assertEquals(List.of(), uncaught, "nothing goes wrong unseen");
    }

    /** The included lessons in a language, in their order. */
    static List<Lesson> lessons(Locale language) {
        return LessonReader.included().stream()
                .flatMap(files -> files.in(language).stream())
                .toList();
    }

    Scene scene() {
        return stage.getScene();
    }

    /** The node of this id, if there is one now. */
    @Nullable
    Node find(String id) {
        return OnFxThread.look(() -> scene().lookup("#" + id));
    }

    Node node(String id) {
        return Objects.requireNonNull(find(id), id);
    }

    /** All nodes below one that a style sheet would find by these words. */
    static List<Node> all(Node root, String selector) {
        return OnFxThread.look(() -> List.copyOf(root.lookupAll(selector)));
    }

    /** All nodes in the window that a style sheet would find by these words. */
    List<Node> all(String selector) {
        return all(scene().getRoot(), selector);
    }

    String text(String id) {
        return OnFxThread.look(() -> ((Labeled) node(id)).getText());
    }

    String focused() {
        return OnFxThread.look(() -> {
            Node owner = scene().getFocusOwner();
            return owner == null || owner.getId() == null ? "" : owner.getId();
        });
    }

    void press(KeyCode... keys) {
        Keyboard.press(keys);
    }

    void until(BooleanSupplier holds) throws TimeoutException {
        until(PATIENCE_SECONDS, holds);
    }

    void until(int seconds, BooleanSupplier holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, () -> {
            WaitForAsyncUtils.sleep(50, TimeUnit.MILLISECONDS); // or the window would have no time to draw
            return WaitForAsyncUtils.waitForAsyncFx(10_000, holds::getAsBoolean);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    void speak(Locale language) {
        if (language.equals(Locale.SIMPLIFIED_CHINESE)) {
            press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        }
    }

    /** Goes by Tab to the control of this id. */
    void tabTo(String id) {
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < 150 && !focused().equals(id); i++) {
            press(KeyCode.TAB);
            reached.add(focused());
        }
        if (!focused().equals(id)) {
            throw new AssertionError("Tab does not reach " + id + " but " + reached);
        }
    }

    /** Opens a lesson from the list; the way there by Tab is long. */
    void open(Lesson lesson) throws TimeoutException {
        robot.interact(() -> node("lessons-entry-" + lesson.id()).requestFocus());
        enter();
    }

    /** Opens the lesson whose entry has the focus. */
    void enter() throws TimeoutException {
        press(KeyCode.ENTER);
        until(() -> find("lessons-step") != null);
        settle();
    }

    /** Lets the sliders arrive where the step wants them. */
    void settle() {
        WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Makes a guess with the focus where a new step puts it: in the question. */
    void guess(Prediction predict, Guess guess) {
        GuessQuestion question = predict.question();
        if (question instanceof GuessQuestion.Choice) {
            int option = guess.values().get(0).intValue();
            for (int i = 0; i < option; i++) {
                press(i == 0 ? KeyCode.SPACE : KeyCode.DOWN);
            }
        } else if (question instanceof GuessQuestion.Estimate) {
            robot.write(Numbers.plain(guess.values().get(0)));
        } else {
            order(((GuessQuestion.Order) question).shuffled(), guess);
        }
        press(KeyCode.ENTER);
    }

    private void order(List<Integer> shown, Guess wanted) {
        List<Integer> now = new ArrayList<>(shown);
        for (int place = 0; place < now.size(); place++) {
            int item = wanted.values().get(place).intValue();
            tabTo("lessons-item-" + item);
            for (int from = now.indexOf(item); from > place; from--) {
                press(KeyCode.ALT, KeyCode.UP);
                Collections.swap(now, from, from - 1);
            }
        }
    }

    /** Whether all of a part of the step is to be seen, or as much of it as there is room for. */
    boolean isRead(Node part) {
        return OnFxThread.look(() -> {
            ScrollPane page = (ScrollPane) node("lessons-scroll");
            Bounds room = page.localToScene(page.getLayoutBounds());
            Bounds all = part.localToScene(part.getLayoutBounds());
            double end = Math.min(
                    all.getMaxY(), all.getMinY() + page.getViewportBounds().getHeight() / 2);
            return part.isVisible() && all.getMinY() >= room.getMinY() && end <= room.getMaxY();
        });
    }

    /** Whether the check at this place of the step, from 0, is satisfied. */
    boolean checked(int place) {
        return OnFxThread.look(
                () -> all(".check-line").get(place).getPseudoClassStates().contains(DONE));
    }

    /** Types a temperature, or presses the button for a limit. */
    final void temperature(double wanted) {
        press(KeyCode.CONTROL, KeyCode.T);
        String id = focused().replace("-slider", "");
        assertTrue(id.endsWith("-temperature"), id);
        boolean limit = wanted == 0 || Double.isInfinite(wanted);
        String goal = !limit ? id + "-value" : id + (wanted == 0 ? "-zero" : "-infinity");
        for (int i = 0; i < 6 && !focused().equals(goal); i++) {
            press(KeyCode.SHIFT, KeyCode.TAB);
        }
        assertEquals(goal, focused());
        if (limit) {
            press(KeyCode.SPACE);
        } else {
            press(KeyCode.CONTROL, KeyCode.A);
            robot.write(Numbers.plain(wanted));
            press(KeyCode.ENTER);
        }
    }
}
