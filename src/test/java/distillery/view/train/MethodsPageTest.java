package distillery.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.data.IdxFile;
import distillery.lab.train.RunState.Stage;
import distillery.method.LiveHyperparameters;
import distillery.method.MethodKind;
import distillery.net.NetSpec;
import distillery.net.Optimiser;
import distillery.train.League;
import distillery.train.LiveSettings;
import distillery.train.Preset;
import distillery.train.TrainSettings;
import distillery.view.Keyboard;
import distillery.view.NumberSpinner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Methods side by side on the real screen. */
class MethodsPageTest extends TrainOnStage {
    @TempDir
    static Path digits;

    @BeforeAll
    static void write() throws Exception {
        IdxFile.digits(digits, 600);
    }

    private static TrainSettings quick() {
        return Preset.SMALL_CNN.settings().with(draft -> {
            draft.data = digits.toString();
            draft.images = 100;
            draft.epochs = 1;
        });
    }

    @TempDir
    Path folder;

    private void open(FxRobot robot, TrainSettings settings, MethodKind... kinds) throws TimeoutException {
        robot.interact(() -> {
            model.set(settings);
            model.start();
        });
        until(Stage.READY);
        robot.clickOn("#train-methods");
        List<MethodKind> wanted = List.of(kinds);
        robot.interact(() -> Arrays.stream(MethodKind.values())
                .filter(kind -> !wanted.isEmpty() && !wanted.contains(kind))
                .forEach(reading.methods().omitted()::add));
    }

    private void compare(FxRobot robot, int seeds) {
        robot.interact(() -> ((NumberSpinner) node("train-league-seeds")).show(seeds));
        robot.clickOn("#train-league-go");
    }

    private LeagueTable table() {
        return (LeagueTable) node("train-league-table");
    }

    private League league() {
        return Objects.requireNonNull(reading.methods().leagueProperty().get());
    }

    /** All that stands in the row of this name. */
    private List<String> row(String name) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            table().applyCss();
            table().layout();
            for (Node each : table().lookupAll(".table-row-cell")) {
                List<String> words = new ArrayList<>();
                collect((Parent) each, words);
                if (words.contains(name)) {
                    return words;
                }
            }
            throw new AssertionError("no row " + name);
        });
    }

    private static void collect(Parent parent, Collection<String> words) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Labeled labeled && labeled.getText() != null) {
                words.add(labeled.getText().replace('\u00a0', ' '));
            }
            if (child instanceof Parent inner) {
                collect(inner, words);
            }
        }
    }

    private List<String> names() {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> table().getItems().stream().map(LeagueRow::name).toList());
    }

    @Thorough
    @Test
    void twoMethodsOverThreeSeedsFillTheTableAndOneSentenceSaysWhatCameOut(FxRobot robot) throws TimeoutException {
        open(robot, quick(), MethodKind.HINTON, MethodKind.DECOUPLED);
        assertEquals("Which methods help here?", text("train-league-title"));
        compare(robot, 3);
        until(() -> reading.stage() == Stage.READY && league().isComplete());
        assertEquals(2, league().methods().size());
        League.Row hinton = league().rows().get(0);
        List<String> row = row("soft labels (Hinton)");
        String errors = String.format(
                Locale.ROOT,
                "%,d ± %,d",
                Math.round(hinton.errors().mean()),
                Math.round(hinton.errors().deviation()));
        assertTrue(row.contains(errors), row.toString());
        assertTrue(row.stream().anyMatch(words -> words.matches("(better|worse|not decided).*")), row.toString());
        assertTrue(row.stream().anyMatch(words -> words.matches("p [=<] .*, .*(fewer|more)")), row.toString());
        assertTrue(text("train-league-title").matches("Fewer errors than labels only: \\d of 2 methods.*"));
        assertTrue(text("train-league-notes").contains("Seeds 1 to 3. Every p is corrected for 4 comparisons"));
        assertEquals("3 new seeds", text("train-league-go"));
        robot.interact(() -> model.edit(draft -> draft.seed = 9));
        assertTrue(text("train-league-notes").startsWith("This was for other settings"));
    }

    @Thorough
    @Test
    void cancelKeepsTheSeedsThatAreDoneAndTheOthersCanFollow(FxRobot robot) throws TimeoutException {
        open(robot, Preset.TOY.settings().with(draft -> draft.epochs = 300), MethodKind.HINTON);
        compare(robot, 40);
        assertEquals("Cancel", text("train-league-go"));
        until(() -> reading.methods().leagueProperty().get() != null);
        robot.type(KeyCode.ENTER);
        until(Stage.READY);
        int done = league().seeds().size();
        assertTrue(done >= 1 && done < 40, "done " + done);
        assertEquals("Run missing seeds: " + (40 - done), text("train-league-go"));
        assertEquals(node("train-league-go"), scene.getFocusOwner(), "the way on is under the same finger");
        assertTrue(text("train-league-title").startsWith("Stopped after " + done + " of 40"));
        robot.type(KeyCode.ENTER);
        until(() -> league().seeds().size() > done);
        assertEquals(done + 1, new HashSet<>(league().seeds().subList(0, done + 1)).size());
    }

    @Thorough
    @Test
    void itIsSortedByAnyColumnAndWhatWasNotTriedStaysLast(FxRobot robot) throws TimeoutException {
        open(robot, quick(), MethodKind.HINTON, MethodKind.DECOUPLED, MethodKind.SIMILARITY);
        List<String> listed = names();
        compare(robot, 3);
        until(() -> reading.stage() == Stage.READY && league().isComplete());
        assertEquals(listed, names(), "nothing moves by itself");
        for (TableColumn.SortType type : TableColumn.SortType.values()) {
            robot.interact(() -> {
                TableColumn<LeagueRow, ?> errors = table().getColumns().get(3);
                errors.setSortType(type);
                table().getSortOrder().setAll(List.of(errors));
            });
            List<Double> means = table().getItems().stream()
                    .limit(5)
                    .map(row -> type == TableColumn.SortType.ASCENDING ? row.mean() : -row.mean())
                    .toList();
            assertEquals(means.stream().sorted().toList(), means);
            assertFalse(table().getItems().get(5).isTried());
        }
        robot.interact(() -> {
            MenuButton sort = (MenuButton) node("train-league-sort");
            sort.getItems().get(0).fire();
        });
        assertEquals(listed, names());
    }

    @Test
    void whatTheseNetsCannotLearnByIsGreyAndSaysWhy(FxRobot robot) throws TimeoutException {
        open(robot, Preset.TOY.settings());
        assertTrue(reading.methods().chosen(model.settings()).stream()
                .noneMatch(method -> method.kind() == MethodKind.ATTENTION));
        List<String> row = row("attention transfer");
        assertTrue(row.stream().anyMatch(words -> words.startsWith("This method compares")), row.toString());
        robot.interact(() -> {
            for (Node each : table().lookupAll(".table-row-cell")) {
                if (each instanceof TableRow<?> shown
                        && shown.getItem() instanceof LeagueRow item
                        && item.kind() == MethodKind.ATTENTION) {
                    assertTrue(each.lookup(".check-box").isDisabled());
                    assertTrue(shown.getAccessibleText().startsWith("attention transfer is left out. This method"));
                }
            }
        });
    }

    @Thorough
    @Test
    void theSpaceBarTicksMethodsAndWithoutAnyThereIsNothingToStart(FxRobot robot) throws TimeoutException {
        open(robot, Preset.TOY.settings(), MethodKind.HINTON);
        assertFalse(node("train-league-go").isDisabled());
        robot.interact(() -> {
            table().requestFocus();
            table().getSelectionModel().select(2);
        });
        robot.type(KeyCode.SPACE);
        assertTrue(reading.methods().omitted().contains(MethodKind.HINTON));
        assertTrue(node("train-league-go").isDisabled());
        robot.type(KeyCode.SPACE);
        assertFalse(node("train-league-go").isDisabled());
        robot.interact(() -> {
            CheckBox first = (CheckBox) table().lookupAll(".check-box").stream()
                    .filter(box -> box.isVisible() && "soft labels (Hinton) takes part".equals(box.getAccessibleText()))
                    .findFirst()
                    .orElseThrow();
            first.fire();
        });
        assertTrue(reading.methods().omitted().contains(MethodKind.HINTON));
    }

    /** A squared difference of logits grows with each step that is too long; what a softmax gives back never does. */
    @Thorough
    @Test
    void aMethodThatStopsBeingNumbersSaysSoAndTheOthersGoOn(FxRobot robot) throws TimeoutException {
        TrainSettings wild = Preset.FEW_LABELS.settings().with(draft -> {
            draft.images = 100;
            draft.epochs = 5;
            draft.student = NetSpec.parse("784-10");
            draft.optimiser = new Optimiser.Sgd(0);
            draft.live = new LiveSettings(new LiveHyperparameters(4, 0.9, 0.1), 1, 10);
        });
        open(robot, wild, MethodKind.HINTON, MethodKind.LOGIT_MATCHING);
        compare(robot, 3);
        until(() -> reading.stage() == Stage.READY && league().isComplete());
        List<String> row = row("logit matching");
        assertTrue(row.contains("diverged") && row.contains("no number"), row.toString());
        assertTrue(row("soft labels (Hinton)").stream().anyMatch(words -> words.contains("±")));
        assertTrue(text("train-league-notes").contains("One stopped being numbers in some seed."));
        assertTrue(text("train-league-title").contains("of 2 methods"));
    }

    @Thorough
    @Test
    void bothLanguagesSayAllOfItAndEscapeLeadsBack(FxRobot robot) throws TimeoutException {
        open(robot, quick(), MethodKind.HINTON, MethodKind.DECOUPLED);
        compare(robot, 3);
        until(() -> reading.stage() == Stage.READY && league().isComplete());
        Set<String> english = words();
        robot.interact(() -> appearance.languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        Set<String> left = words();
        left.retainAll(english);
        left.removeIf(word -> !word.matches(".*[a-z]{3}.*"));
        assertEquals(Set.of(), left);
        assertTrue(text("train-league-title").startsWith("2 种方法中"), text("train-league-title"));
        robot.interact(() -> node("train-league-go").requestFocus());
        robot.type(KeyCode.ESCAPE);
        assertEquals(node("train-methods"), scene.getFocusOwner());
        assertNotNull(node("train-charts"));
    }

    private Set<String> words() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Set<String> found = new HashSet<>();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            collect(scene.getRoot(), found);
            return found;
        });
    }

    @Thorough
    @Test
    void everyPartIsReachedByTabAndSaysWhatItIs(FxRobot robot) throws TimeoutException {
        open(robot, quick(), MethodKind.HINTON);
        compare(robot, 3);
        until(() -> reading.stage() == Stage.READY && league().isComplete());
        Set<String> reached = new HashSet<>();
        for (int i = 0; i < 12; i++) {
            Node owner = scene.getFocusOwner();
            reached.add(String.valueOf(owner.getId()));
            String spoken = owner instanceof Labeled labeled && owner.getAccessibleText() == null
                    ? labeled.getText()
                    : owner.getAccessibleText();
            assertTrue(spoken != null && !spoken.isBlank(), () -> "what is " + owner + "?");
            Keyboard.press(KeyCode.TAB);
        }
        for (String id : List.of(
                "train-league-close",
                "train-league-seeds",
                "train-league-go",
                "train-league-sort",
                "train-league-save",
                "train-league-table")) {
            assertTrue(reached.contains(id), () -> id + " is not reached: " + reached);
        }
    }

    @Thorough
    @Test
    void tableAndPictureAreSavedAndThePictureIsCopied(FxRobot robot) throws Exception {
        open(robot, quick(), MethodKind.HINTON);
        compare(robot, 3);
        until(() -> reading.stage() == Stage.READY && league().isComplete());
        LeagueSave menu = (LeagueSave) node("train-league-save");
        save(robot, menu, "train-league-save-table", "a.csv");
        List<String> lines = Files.readAllLines(folder.resolve("a.csv"));
        assertTrue(lines.get(0).contains("method,test_errors_seed_1,test_errors_seed_2,test_errors_seed_3,mean,"));
        List<Integer> errors = new ArrayList<>(league().rows().get(0).errors().testErrors());
        assertTrue(lines.get(3).startsWith("hinton," + errors.get(0) + "," + errors.get(1) + ","), lines.get(3));
        save(robot, menu, "train-league-save-picture", "a.svg");
        String svg = Files.readString(folder.resolve("a.svg"));
        assertTrue(svg.contains("soft labels (Hinton)") && svg.contains("label smoothing") && svg.contains("Holm"));
        robot.interact(() -> item(menu, "train-league-copy").fire());
        until(() -> Clipboard.getSystemClipboard().hasImage());
    }

    private void save(FxRobot robot, LeagueSave menu, String item, String name) throws TimeoutException {
        robot.interact(() -> {
            messages.dismiss();
            menu.place().setFileDialog((chooser, window) -> folder.resolve(name).toFile());
            item(menu, item).fire();
        });
        until(() -> messages.newestProperty().get() != null);
    }

    private static MenuItem item(MenuButton menu, String id) {
        return menu.getItems().stream()
                .filter(each -> id.equals(each.getId()))
                .findFirst()
                .orElseThrow();
    }
}
