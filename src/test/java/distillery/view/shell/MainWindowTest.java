package distillery.view.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import distillery.lab.Appearance;
import distillery.lab.Document;
import distillery.lab.EngineModel;
import distillery.lab.Look;
import distillery.lab.Messages;
import distillery.lab.Sample;
import distillery.lab.SetUpFile;
import distillery.view.Assets;
import distillery.view.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The real window around two small screens, driven by keys. */
@ExtendWith(ApplicationExtension.class)
class MainWindowTest {
    @TempDir
    Path folder;

    private final Appearance appearance = new Appearance();
    private final Texts texts = new Texts(appearance.languageProperty());
    private final Sample sample = new Sample();
    private final AtomicInteger clock = new AtomicInteger();
    private final Document document =
            new Document(List.of(sample.part()), Platform::runLater, () -> clock.addAndGet(10_000));
    private final EngineModel engine = new EngineModel();
    private final Messages messages = new Messages();
    private final AtomicInteger runs = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // these are set by open, on the window's thread
    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    private Slider slider;

    @SuppressWarnings("NullAway.Init")
    private TextField field;

    @Start
    void open(Stage shown) {
        Assets.loadFonts();
        stage = shown;
        slider = new Slider(0, 100, 4);
        field = new TextField();
        slider.setId("slider");
        slider.valueProperty().bindBidirectional(sample.temperature);
        ScreenView first = new ScreenView(
                new VBox(slider, field),
                texts.text("shell.group.experiment"),
                Map.of(Action.RUN, runs::incrementAndGet, Action.TEMPERATURE, slider::requestFocus));
        ScreenView second = new ScreenView(new VBox(new Button("?")), texts.text("shell.group.window"), Map.of());
        new MainWindow(
                stage,
                appearance,
                texts,
                document,
                engine,
                messages,
                List.of(new Screen("explore", () -> first), new Screen("train", () -> second)));
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
    }

    private static void press(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private static List<String> words(FxRobot robot) {
        List<String> words = new ArrayList<>();
        for (Labeled each : robot.lookup((Node node) -> node instanceof Labeled).queryAllAs(Labeled.class)) {
            if (isShown(each) && each.getText() != null && each.getText().matches(".*\\p{L}{2}.*")) {
                words.add(each.getText());
            }
        }
        return words;
    }

    @Test
    void theLanguageSwitchChangesEveryWord(FxRobot robot) {
        robot.interact(() -> engine.warmUp(() -> 2, Platform::runLater));
        Set<String> english = new HashSet<>(words(robot));
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        List<String> chinese = words(robot);
        // Names and units stay: the two languages in the switch, and megabytes.
        chinese.removeAll(List.of("EN", "中文"));
        chinese.removeIf(word -> word.endsWith("MB"));
        assertFalse(chinese.isEmpty());
        assertEquals(List.of(), chinese.stream().filter(english::contains).toList());
        assertTrue(chinese.contains("探索"));
        assertTrue(stage.getTitle().contains("知识蒸馏"));
    }

    @Test
    void theLookSwitchChangesTheGround(FxRobot robot) {
        Color light = ground();
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        assertEquals(Look.DARK, appearance.lookProperty().get());
        assertTrue(ground().getBrightness() < light.getBrightness() / 2);
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        assertEquals(light, ground());
    }

    private Color ground() {
        return WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> stage.getScene().snapshot(null).getPixelReader().getColor(640, 500));
    }

    @Test
    void textGrowsShrinksAndComesBack(FxRobot robot) {
        double before =
                robot.lookup("#status-memory").queryAs(Label.class).getFont().getSize();
        press(robot, KeyCode.CONTROL, KeyCode.ADD);
        press(robot, KeyCode.CONTROL, KeyCode.EQUALS);
        double larger =
                robot.lookup("#status-memory").queryAs(Label.class).getFont().getSize();
        assertEquals(before * 1.21, larger, 0.1);
        press(robot, KeyCode.CONTROL, KeyCode.MINUS);
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT0);
        assertEquals(
                before,
                robot.lookup("#status-memory").queryAs(Label.class).getFont().getSize(),
                1e-9);
    }

    @Test
    void keysLeadToTheScreensAndBack(FxRobot robot) {
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
        assertTrue(robot.lookup("#tab-train").queryAs(ToggleButton.class).isSelected());
        assertFalse(robot.lookup("#tab-explore").queryAs(ToggleButton.class).isSelected());
        assertEquals(
                "Window", robot.lookup("#status-facts").queryAs(Label.class).getText());
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT5);
        assertTrue(robot.lookup("#tab-train").queryAs(ToggleButton.class).isSelected());
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT1);
        assertEquals(
                "Experiment", robot.lookup("#status-facts").queryAs(Label.class).getText());
    }

    @Test
    void pressingTheOpenTabKeepsItOpen(FxRobot robot) {
        robot.clickOn("#tab-explore");
        assertTrue(robot.lookup("#tab-explore").queryAs(ToggleButton.class).isSelected());
    }

    @Test
    void spaceRunsUnlessAControlNeedsIt(FxRobot robot) {
        press(robot, KeyCode.CONTROL, KeyCode.T);
        assertSame(slider, stage.getScene().getFocusOwner());
        press(robot, KeyCode.SPACE);
        press(robot, KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals(2, runs.get());
        robot.clickOn(field).write("a b");
        assertEquals("a b", field.getText());
        assertEquals(2, runs.get());
    }

    @Test
    void everyControlOfTheBarIsReachedByTab(FxRobot robot) {
        Set<Node> visited = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            press(robot, KeyCode.TAB);
            visited.add(stage.getScene().getFocusOwner());
        }
        for (String id : List.of("tab-explore", "tab-train", "larger-text", "smaller-text", "language", "look")) {
            assertTrue(visited.contains(robot.lookup("#" + id).query()), id);
        }
        assertTrue(visited.contains(slider));
        assertTrue(visited.contains(robot.lookup("#menu").query()));
    }

    @Test
    void everyControlOfTheBarHasANameForScreenReaders(FxRobot robot) {
        for (Button button : robot.lookup(".top-bar .button").queryAllAs(Button.class)) {
            assertNotEquals("", button.getAccessibleText(), button::getId);
            assertTrue(button.getTooltip().getText().startsWith(button.getAccessibleText()), button::getId);
        }
    }

    @Test
    void theSheetListsEveryActionAndEscClosesIt(FxRobot robot) {
        press(robot, KeyCode.CONTROL, KeyCode.T);
        press(robot, KeyCode.F1);
        Set<Action> absent = Set.of(Action.SCREEN_3, Action.SCREEN_4, Action.SCREEN_5);
        for (Action action : Action.values()) {
            assertEquals(
                    absent.contains(action) ? Set.of() : Set.of(action.keyText()),
                    new HashSet<>(robot.lookup("#keys-" + action.id()).queryAllAs(Label.class).stream()
                            .map(Label::getText)
                            .toList()));
        }
        press(robot, KeyCode.SPACE);
        assertFalse(robot.lookup("#sheet").query().isVisible(), "Space closes through the focused button");
        assertEquals(0, runs.get());
        press(robot, KeyCode.F1);
        press(robot, KeyCode.ESCAPE);
        assertFalse(robot.lookup("#sheet").query().isVisible());
        assertSame(slider, stage.getScene().getFocusOwner());
    }

    @Test
    void whatLiesUnderASheetIsOutOfReach(FxRobot robot) {
        press(robot, KeyCode.SHIFT, KeyCode.F1);
        assertTrue(robot.lookup("#about-sheet").tryQuery().isPresent());
        press(robot, KeyCode.CONTROL, KeyCode.ENTER);
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
        assertEquals(0, runs.get());
        assertTrue(robot.lookup("#tab-explore").queryAs(ToggleButton.class).isSelected());
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        assertEquals(Locale.SIMPLIFIED_CHINESE, appearance.languageProperty().get());
    }

    @Test
    void theCreditsNameEveryVersion(FxRobot robot) {
        press(robot, KeyCode.SHIFT, KeyCode.F1);
        List<String> words = words(robot);
        assertTrue(words.stream().anyMatch(word -> word.startsWith("JavaFX 2")), words::toString);
        assertTrue(words.contains("CC BY-SA 3.0"));
        assertEquals(
                List.of(), words.stream().filter(word -> word.contains("$")).toList());
    }

    @Test
    void undoAndRedoFollowTheKeys(FxRobot robot) {
        assertTrue(robot.lookup("#undo").query().isDisabled());
        robot.interact(() -> slider.setValue(50));
        WaitForAsyncUtils.waitForFxEvents();
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        assertEquals(4, slider.getValue());
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(50, slider.getValue());
        robot.clickOn("#undo");
        assertEquals(4, slider.getValue());
    }

    @Test
    void saveGoesToTheOpenFileAndTheTitleTells(FxRobot robot) throws IOException {
        Path file = folder.resolve("hot" + SetUpFile.ENDING);
        robot.interact(() -> assertSaved(file));
        assertEquals("hot – Distillery", stage.getTitle());
        robot.interact(() -> slider.setValue(50));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("• hot – Distillery", stage.getTitle());
        press(robot, KeyCode.CONTROL, KeyCode.S);
        assertEquals("hot – Distillery", stage.getTitle());
        assertTrue(Files.readString(file).contains("50.0"));
        assertTrue(robot.lookup("#message").queryAs(Label.class).getText().contains("hot"));
    }

    private void assertSaved(Path file) {
        try {
            document.save(file);
        } catch (Problem refused) {
            throw new AssertionError(refused);
        }
    }

    @Test
    void closingAsksBeforeAChangedFileIsLost(FxRobot robot) throws IOException {
        Path file = folder.resolve("hot" + SetUpFile.ENDING);
        robot.interact(() -> assertSaved(file));
        robot.interact(() -> slider.setValue(50));
        press(robot, KeyCode.CONTROL, KeyCode.Q);
        assertTrue(stage.isShowing());
        robot.clickOn("#shell-ask-cancel");
        assertTrue(stage.isShowing());
        assertFalse(robot.lookup("#sheet").query().isVisible());
        press(robot, KeyCode.CONTROL, KeyCode.Q);
        press(robot, KeyCode.ENTER);
        assertFalse(stage.isShowing());
        assertTrue(Files.readString(file).contains("50.0"));
    }

    @Test
    void theEngineTellsHowFarItIs(FxRobot robot) throws Exception {
        Label label = robot.lookup("#status-engine").queryAs(Label.class);
        assertTrue(label.getText().contains("loading"));
        engine.warmUp(() -> 2, Platform::runLater);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> label.getText().equals("ND4J ready · 2 threads"));
        engine.warmUp(
                () -> {
                    throw new UnsatisfiedLinkError("no jnind4jcpu");
                },
                Platform::runLater);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> label.getText().contains("did not load"));
    }

    @Test
    void aProblemIsToldInTheLanguageOfTheMomentUntilItIsClosed(FxRobot robot) {
        robot.interact(() -> messages.warn(new Problem("setup.too-large", "a.json")));
        Label sentence = robot.lookup("#message").queryAs(Label.class);
        assertEquals("a.json is larger than 1 MB; no set-up is. Choose another file.", sentence.getText());
        assertFalse(robot.lookup("#message-copy").query().isVisible());
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        assertTrue(sentence.getText().startsWith("a.json 超过 1 MB"));
        robot.clickOn("#message-close");
        assertFalse(robot.lookup("#message-bar").query().isVisible());
    }

    @Test
    void anErrorOfOursShowsItsDetails(FxRobot robot) {
        robot.interact(() -> messages.confess(new IllegalStateException(new RuntimeException("no luck"))));
        assertTrue(robot.lookup("#message").queryAs(Label.class).getText().contains("no luck"));
        robot.clickOn("#message-copy");
        String copied = WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.contains("Caused by: java.lang.RuntimeException: no luck"), copied);
    }

    @Test
    void aRefusedFileIsToldAndChangesNothing(FxRobot robot) throws IOException {
        Path file = folder.resolve("new" + SetUpFile.ENDING);
        Files.writeString(file, "{\"distillery\": \"set-up\", \"version\": 99}");
        document.recent().add(file);
        press(robot, KeyCode.F10);
        robot.clickOn("#menu-recent");
        robot.clickOn("new  —  " + folder);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#message").queryAs(Label.class).getText().contains("newer Distillery"));
        assertEquals(4, slider.getValue());
        assertEquals("Distillery", stage.getTitle());
    }
}
