package distillery.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lab.Look;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Text can be read and edges can be seen, in every look: the contrast of WCAG 2.1, 1.4.3 and 1.4.11. */
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;

    /** The enhanced contrast of WCAG 2.1, 1.4.6: a projector in a bright room takes half of it away. */
    private static final double BEAMER = 7;

    private static final List<String> GROUNDS = List.of("d-card", "d-window", "d-field");

    private static final List<String> WORDS = List.of(
            "d-text",
            "d-text-soft",
            "d-text-faint",
            "d-teacher",
            "d-labels-only",
            "d-control",
            "d-shuffled",
            "d-helper",
            "d-rival",
            "d-ensemble",
            "d-hard",
            "d-soft",
            "d-total",
            "d-up",
            "d-down");

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static DynamicTest contrast(Look look, String front, String ground, double least) {
        Palette palette = Palette.of(look);
        double a = luminance(palette.color(front));
        double b = luminance(palette.color(ground));
        double contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        String name = look + ": " + front + " on " + ground;
        return DynamicTest.dynamicTest(name, () -> assertTrue(contrast >= least, name + " has only " + contrast));
    }

    @TestFactory
    List<DynamicTest> textStandsOutFromWhatItIsWrittenOn() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Look look : Look.values()) {
            WORDS.forEach(word -> GROUNDS.forEach(ground -> tests.add(contrast(look, word, ground, TEXT))));
            for (String ground : List.of("d-hover", "d-selected", "d-notice")) {
                tests.add(contrast(look, "d-text", ground, TEXT));
            }
            tests.add(contrast(look, "d-text-soft", "d-hollow", TEXT));
            tests.add(contrast(look, "d-strong-text", "d-strong", TEXT));
            tests.add(contrast(look, "d-strong-text", "d-strong-hover", TEXT));
            tests.add(contrast(look, "d-distilled", "d-card", SHAPE));
            for (String ground : List.of("d-card", "d-window", "d-field", "d-hollow")) {
                tests.add(contrast(look, "d-focus", ground, SHAPE));
            }
            tests.add(contrast(look, "d-field-edge", "d-card", SHAPE));
            for (char each = 'a'; each <= 'j'; each++) {
                tests.add(contrast(look, "d-class-" + each, "d-card", TEXT));
            }
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> theProjectorHasContrastToLose() {
        List<DynamicTest> tests = new ArrayList<>();
        WORDS.forEach(word -> tests.add(contrast(Look.PROJECTOR, word, "d-card", BEAMER)));
        WORDS.forEach(word -> tests.add(contrast(Look.CONTRAST, word, "d-card", BEAMER)));
        for (String line : List.of("d-edge", "d-line", "d-field-edge")) {
            tests.add(contrast(Look.PROJECTOR, line, "d-card", SHAPE));
        }
        tests.add(contrast(Look.PROJECTOR, "d-distilled", "d-card", TEXT));
        return tests;
    }
}
