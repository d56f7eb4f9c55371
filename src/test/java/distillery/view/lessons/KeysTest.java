package distillery.view.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.train.Preset;
import distillery.view.Focus;
import distillery.view.OnFxThread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keys do on every screen of the whole program, beside the lessons and without them. */
class KeysTest extends LessonsOnStage {
    private static final List<String> SCREENS = List.of("explore", "loss", "train");

    /** With all the controls that there are for digits. */
    @Override
    Preset leftOnTrain() {
        return Preset.FEW_LABELS;
    }

    private void goTo(String screen) {
        press(KeyCode.CONTROL, KeyCode.getKeyCode(String.valueOf(SCREENS.indexOf(screen) + 1)));
    }

    private void resize(double width, double height) {
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        settle();
    }

    /** What Tab should reach now: every control, but of several to choose from the chosen one, and no part of one. */
    private Set<Node> controls() {
        Set<Node> controls = Collections.newSetFromMap(new IdentityHashMap<>());
        all("*").stream()
                .filter(node -> node.isFocusTraversable() && !node.isDisabled() && isShown(node))
                .filter(node -> !(node.getParent() instanceof Spinner<?> || node.getParent() instanceof ComboBox<?>))
                .filter(node ->
                        !(node instanceof Toggle toggle) || toggle.getToggleGroup() == null || toggle.isSelected())
                .forEach(controls::add);
        return controls;
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    /** Whether it is to be seen once what scrolls has had its frame. */
    private boolean isSeen(Node node) {
        if (OnFxThread.look(() -> isInView(node))) {
            return true;
        }
        OnFxThread.awaitFrame(scene());
        return OnFxThread.look(() -> isInView(node));
    }

    /** Whether a node's middle is to be seen, whatever scrolls around it. */
    private boolean isInView(Node node) {
        Bounds all = node.localToScene(node.getLayoutBounds());
        double x = all.getCenterX();
        double y = Math.min(all.getCenterY(), all.getMinY() + 40);
        for (Node around = node.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane
                    && !around.localToScene(around.getLayoutBounds()).contains(x, y)) {
                return false;
            }
        }
        return new BoundingBox(0, 0, scene().getWidth(), scene().getHeight()).contains(x, y);
    }

    @Thorough
    @ParameterizedTest
    @CsvSource({"explore, true", "explore, false", "loss, false", "train, true"})
    void soItDoesWithAndWithoutLessons(String screen, boolean dock) throws TimeoutException {
        tabReachesEveryControlOfTheScreen(screen, dock);
    }

    @Thorough
    @ParameterizedTest
    @CsvSource({"loss, true", "train, false"})
    void tabReachesEveryControlOfTheScreen(String screen, boolean dock) throws TimeoutException {
        resize(1024, 768);
        goTo(screen);
        if (screen.equals("train")) {
            until(60, () -> !node("train-compare").isDisabled()); // some controls wait for the digits
        }
        if (!dock) {
            press(KeyCode.CONTROL, KeyCode.B);
        }
        Set<Node> missing = controls();
        List<String> hidden = new ArrayList<>();
        int most = 2 * missing.size();
        for (int i = 0; i < most; i++) {
            press(KeyCode.TAB);
            Node owner = scene().getFocusOwner();
            missing.remove(owner);
            if (!isSeen(owner)) {
                hidden.add(String.valueOf(owner));
            }
        }
        assertEquals(Set.of(), missing);
        assertEquals(List.of(), hidden, "what has the focus is to be seen");
    }

    @Thorough
    @Test
    void arrowKeysChooseWithinAChoice() {
        goTo("loss");
        String before = text("loss-pull-soft-0");
        tabTo("loss-arrows-true");
        press(KeyCode.LEFT);
        assertEquals("loss-arrows-false", focused());
        assertNotEquals(before, text("loss-pull-soft-0"), "what is chosen holds");
        press(KeyCode.RIGHT);
        assertEquals(before, text("loss-pull-soft-0"));
    }

    @Thorough
    @ParameterizedTest
    @CsvSource({"explore", "loss", "train"})
    void pageKeysAndEndsReachTheSliderInFocus(String screen) {
        resize(1024, 768);
        goTo(screen);
        press(KeyCode.CONTROL, KeyCode.T);
        press(KeyCode.HOME);
        assertEquals(0.05, amount());
        press(KeyCode.END);
        assertEquals(100, amount());
        press(KeyCode.PAGE_DOWN);
        assertEquals(20, amount());
        press(KeyCode.LEFT);
        assertTrue(amount() < 20);
        assertTrue(isInView(scene().getFocusOwner()), "a key that brings the focus brings the slider");
    }

    @Test
    void spaceRunsUnlessAButtonHasTheFocus() throws TimeoutException {
        String resting = text("explore-play");
        String none = text("explore-steps");
        press(KeyCode.CONTROL, KeyCode.T);
        press(KeyCode.SPACE);
        assertNotEquals(resting, text("explore-play"));
        until(() -> !text("explore-steps").equals(none));
        press(KeyCode.SPACE);
        assertEquals(resting, text("explore-play"));
        tabTo("explore-reset");
        press(KeyCode.SPACE);
        assertEquals(none, text("explore-steps"));
        assertEquals(resting, text("explore-play"));
    }

    @Thorough
    @Test
    void spaceRunsOnTrainFromTheInnermostOfItsParts() throws TimeoutException {
        resize(1024, 768);
        goTo("train");
        until(60, () -> !node("train-compare").isDisabled());
        String resting = text("train-run");
        press(KeyCode.CONTROL, KeyCode.T);
        press(KeyCode.SPACE);
        until(() -> !text("train-run").equals(resting));
        press(KeyCode.SPACE);
        until(() -> text("train-run").equals(resting));
    }

    @Thorough
    @Test
    void spaceNeverTurnsThePage() {
        resize(1024, 600);
        goTo("loss");
        tabTo("loss-ledger-0");
        List<Double> places = scrolled();
        press(KeyCode.SPACE);
        assertEquals(places, scrolled());
    }

    @Thorough
    @Test
    void aScreenHasTheFocusWhenAKeyOpensIt() {
        for (String screen : List.of("loss", "train", "explore")) {
            goTo(screen);
            assertTrue(Focus.isWithin(scene().getFocusOwner(), node(screen)), screen);
        }
    }

    @Thorough
    @Test
    void theFocusIsWhereItWasWhenAScreenComesBack() {
        goTo("explore");
        press(KeyCode.CONTROL, KeyCode.L);
        goTo("loss");
        press(KeyCode.CONTROL, KeyCode.T);
        goTo("explore");
        assertEquals("explore-alpha-slider", focused());
        goTo("loss");
        assertEquals("loss-temperature-slider", focused());
    }

    private double amount() {
        return (double) scene().getFocusOwner().queryAccessibleAttribute(AccessibleAttribute.VALUE);
    }

    private List<Double> scrolled() {
        return all(".scroll-pane").stream()
                .map(node -> ((ScrollPane) node).getVvalue())
                .toList();
    }
}
