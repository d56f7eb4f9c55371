package distillery.view.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.loss.Tour.Stop;
import distillery.view.Keyboard;
import distillery.view.ScreenWords;
import distillery.view.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The way around the Loss screen. */
class LossTourTest extends LossOnStage {
    private static final List<String> LIT =
            List.of("loss-formula", "loss-stack", "loss-arrows-0", "loss-length-plot", "loss-check");

    private void begin(FxRobot robot, String language) {
        robot.interact(() -> {
            appearance.languageProperty().set(Locale.forLanguageTag(language));
            view.showAround();
        });
        WaitForAsyncUtils.waitForFxEvents(3);
    }

    private String focused() {
        return String.valueOf(
                scene.getFocusOwner() == null ? null : scene.getFocusOwner().getId());
    }

    private static Node card(Node part) {
        Node card = part;
        while (!card.getStyleClass().contains("card")) {
            card = card.getParent();
        }
        return card;
    }

    private static boolean has(Node card, String state) {
        return card.getPseudoClassStates().contains(PseudoClass.getPseudoClass(state));
    }

    private Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void theWayGoesThroughAllStopsByKeysAndEnds(String language, FxRobot robot) {
        begin(robot, language);
        List<String> said = new ArrayList<>();
        for (Stop stop : Stop.WAY) {
            assertEquals(stop, model.tour().stopProperty().get());
            assertEquals("loss-tour-next", focused());
            Node lit = card(node(LIT.get(stop.number() - 1)));
            assertTrue(has(lit, "toured") && !has(lit, "dimmed"), stop + " lights its card");
            assertTrue(has(card(node("loss-split")), "dimmed"), stop + " dims the rest");
            assertTrue(place(lit).getMinY() >= place(node("loss-tour-bar")).getMaxY(), stop + " is below the bar");
            assertTrue(place(lit).getMinY() < scene.getHeight() - 100, stop + " is in view");
            said.add(text("loss-tour-" + stop.id()));
            assertTrue(node("loss-tour-" + stop.id()).isVisible());
            assertEquals(text("loss-tour-" + stop.id()), node("loss-tour-next").getAccessibleHelp());
            Keyboard.press(KeyCode.SPACE);
        }
        assertEquals(Stop.WAY.size(), said.stream().distinct().count());
        assertTrue(model.tour().knownProperty().get());
        assertTrue(view.lookupAll(".card").stream().noneMatch(each -> has(each, "toured") || has(each, "dimmed")));
        assertTrue(node("loss-tour-over").isVisible(), "it says how to begin again");
    }

    @Thorough
    @ParameterizedTest
    @CsvSource({"en, 1280, 707", "zh-CN, 1280, 707", "en, 1024, 675", "zh-CN, 1024, 675", "en, 760, 675"})
    void nothingMovesUnderTheHand(String language, int width, int height, FxRobot robot) {
        robot.interact(() -> {
            scene.getWindow().setWidth(width);
            scene.getWindow().setHeight(height);
        });
        begin(robot, language);
        Map<Node, Bounds> bar = controls("loss-tour-next", "loss-tour-back", "loss-tour-skip", "loss-formula");
        for (Stop stop : Stop.WAY) {
            assertUnmoved(bar, "at " + stop);
            if (stop.isLast()) {
                Map<Node, Bounds> all = new LinkedHashMap<>();
                for (String type : List.of(".button", ".slider", ".check-box", ".card")) {
                    view.lookupAll(type).forEach(each -> all.put(each, place(each)));
                }
                Keyboard.press(KeyCode.SPACE);
                WaitForAsyncUtils.waitForFxEvents(3);
                assertFalse(node("loss-tour-next").getParent().isVisible());
                assertUnmoved(all, "once it is over");
            } else {
                Keyboard.press(KeyCode.SPACE);
            }
            WaitForAsyncUtils.waitForFxEvents(3);
        }
    }

    private Map<Node, Bounds> controls(String... ids) {
        Map<Node, Bounds> places = new LinkedHashMap<>();
        for (String id : ids) {
            places.put(Objects.requireNonNull(node(id), id), place(node(id)));
        }
        return places;
    }

    private void assertUnmoved(Map<Node, Bounds> before, String when) {
        before.forEach((node, bounds) -> assertEquals(bounds, place(node), () -> node + " " + when));
    }

    @ParameterizedTest
    @ValueSource(strings = {"loss-tour-skip", "Escape"})
    void skippedItIsKnownAndDoesNotBeginByItself(String way, FxRobot robot) {
        begin(robot, "en");
        Keyboard.press(KeyCode.SPACE);
        if (way.equals("Escape")) {
            Keyboard.press(KeyCode.ESCAPE);
        } else {
            Keyboard.press(KeyCode.TAB);
            assertEquals(way, focused());
            Keyboard.press(KeyCode.SPACE);
        }
        robot.interact(() -> model.tour().visit());
        assertEquals(null, model.tour().stopProperty().get());
        assertTrue(model.tour().knownProperty().get());
        robot.interact(() -> ((ButtonBase) node("loss-tour")).fire());
        assertEquals(Stop.FORMULA, model.tour().stopProperty().get(), "asked for, it begins again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void whatIsTriedIsDoneWithTheScreensOwnControls(String language, FxRobot robot) {
        begin(robot, language);
        String before = text("loss-term-total");
        robot.interact(() -> ((Slider) node("loss-alpha-slider")).setValue(0));
        assertNotEquals(before, text("loss-term-total"));
        for (int stop = 1; stop < Stop.WAY.size(); stop++) {
            Keyboard.press(KeyCode.SPACE);
        }
        String clinic = text("loss-tour-clinic");
        assertTrue(clinic.contains(((Labeled) node("loss-check")).getText()), clinic + " names the button as it is");
    }

    @Thorough
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void aScreenThatIsBuiltAnewSaysTheSame(String language, FxRobot robot) {
        begin(robot, language);
        for (int press = 0; press <= Stop.WAY.size(); press++) {
            robot.interact(() -> {
                LossView fresh = new LossView(model, appearance, new Texts(appearance.languageProperty()));
                ScreenWords.assertAsNew("tour", scene, fresh);
            });
            robot.interact(() -> model.tour().next());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itWaitsWhileALessonIsOpen(boolean ended, FxRobot robot) {
        begin(robot, "en");
        robot.interact(() -> {
            if (ended) {
                model.tour().end();
            }
            model.tour().waitingProperty().set(true);
        });
        assertFalse(node("loss-tour-bar").isVisible());
        assertTrue(view.lookupAll(".card").stream().noneMatch(each -> has(each, "dimmed")));
        robot.interact(() -> model.tour().waitingProperty().set(false));
        assertTrue(node("loss-tour-bar").isVisible());
    }
}
