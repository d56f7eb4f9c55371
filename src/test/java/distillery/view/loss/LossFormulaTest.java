package distillery.view.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.clinic.Fault;
import distillery.lab.example.ExampleKind;
import distillery.lab.loss.LossKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The numbers under the formula. */
class LossFormulaTest extends LossOnStage {
    private static final List<Double> TEMPERATURES =
            List.of(0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.7, 8.0, 20.0, 33.0, 50.0, 73.0, 100.0);

    /** A product of numbers with four digits, as a reader works it out. */
    private double term(String name) {
        String text = text("loss-term-" + name);
        return text.startsWith("<") ? 0 : number("loss-term-" + name);
    }

    private static void assertSame(double total, double product, String where) {
        assertEquals(total, product, 1e-3 * total + 1e-4, where);
    }

    @Thorough
    @ParameterizedTest
    @EnumSource(names = {"HORSE_DONKEY_CAR", "ALL_EQUAL", "TWO_CLASSES", "CONFIDENT_TEACHER", "CONFIDENTLY_WRONG"})
    void makeTheTotalAtEveryTemperature(ExampleKind kind, FxRobot robot) {
        robot.interact(() -> {
            explore.choose(kind);
            for (double temperature : TEMPERATURES) {
                explore.temperatureProperty().set(temperature);
                String where = kind + " at T = " + temperature;
                model.kindProperty().set(LossKind.HINTON);
                double hard = term("hard-weight") * term("hard");
                double scale = term("soft-weight") * term("squared");
                assertSame(term("total"), scale * term("divergence") + hard, where);
                model.kindProperty().set(LossKind.DECOUPLED);
                double soft = term("target-weight") * term("target") + term("non-target-weight") * term("non-target");
                assertSame(term("total"), scale * soft + hard, where);
                assertSentencesAddUp(where);
            }
        });
    }

    private void assertSentencesAddUp(String where) {
        double[] split = numbers("loss-split-words");
        assertEquals(split[0], split[1] + split[2] * split[3], 1e-3 * split[0] + 1e-8, where);
        double[] weighted = numbers("loss-weighted-words");
        assertEquals(
                weighted[4], weighted[0] * weighted[1] + weighted[2] * weighted[3], 1e-3 * weighted[4] + 1e-8, where);
    }

    private double[] numbers(String id) {
        return Pattern.compile("<?\\d+\\.?\\d*")
                .matcher(text(id))
                .results()
                .mapToDouble(found -> found.group().startsWith("<") ? 0 : Double.parseDouble(found.group()))
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"en, HINTON", "en, DECOUPLED", "zh-CN, HINTON", "zh-CN, DECOUPLED"})
    void fitOnASmallScreenWhereTheyAreLongest(String language, LossKind kind, FxRobot robot) {
        robot.interact(() -> {
            scene.getWindow().setWidth(1024);
            appearance.languageProperty().set(Locale.forLanguageTag(language));
            explore.temperatureProperty().set(99.99);
            explore.softWeightProperty().set(0.87);
            model.kindProperty().set(kind);
            model.targetWeightProperty().set(12.3456);
            model.nonTargetWeightProperty().set(98.7654);
            model.faults().addAll(Set.of(Fault.MEAN_OVER_CLASSES, Fault.NO_T2));
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            Node card = view.lookup(".formula-card");
            Bounds room = card.localToScene(card.getLayoutBounds());
            for (Node found : card.lookupAll(".label")) {
                Label label = (Label) found;
                if (label.isVisible()) {
                    assertTrue(room.contains(label.localToScene(label.getLayoutBounds())), label.getText());
                    assertTrue(label.getWidth() + 0.5 >= label.prefWidth(-1), label.getText() + " is cut off");
                }
            }
        });
    }
}
