package distillery.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class FormulaTest {
    private static final String LOSS =
            "\\alpha\\,T^2\\,\\mathrm{KL}(p\\|q)+\\frac{1-\\alpha}{\\sqrt{N}}\\sum_i\\tilde z_i";

    private static Formula shown(String latex, double pixels) throws TimeoutException {
        Formula formula = new Formula(latex, "spoken");
        HBox box = new HBox(formula);
        box.setStyle("-fx-font-size: " + pixels + "px");
        FxToolkit.setupStage(stage -> {
            stage.setScene(new Scene(box, 600, 200));
            stage.show();
        });
        return formula;
    }

    private static SVGPath ink(Formula formula) {
        return (SVGPath) formula.lookup("SVGPath");
    }

    @Test
    void isSetAsOutlinesWithinItsRoom(FxRobot robot) throws TimeoutException {
        Formula formula = shown(LOSS, 20);
        assertNull(formula.complaint());
        assertEquals("spoken", formula.getAccessibleText());
        SVGPath ink = ink(formula);
        assertFalse(ink.getContent().isEmpty());
        assertTrue(formula.getLayoutBounds().getWidth() > 100);
        assertTrue(ink.getBoundsInParent().getMinX() >= -2);
        assertTrue(ink.getBoundsInParent().getMaxX() <= formula.getWidth() + 2);
        assertTrue(ink.getBoundsInParent().getMaxY() <= formula.getHeight() + 2);
        assertTrue(ink.getBoundsInParent().getMinY() >= -2);
    }

    @Test
    void knowsTheSignsOfLosses(FxRobot robot) throws TimeoutException {
        for (String sign : new String[] {
            "\\alpha",
            "α",
            "\\theta",
            "\\Sigma",
            "\\tilde z",
            "\\bar v",
            "\\frac{1}{T}",
            "\\sum_i p_i",
            "\\ln q",
            "\\mathrm{KL}",
            "\\lVert g\\rVert",
            "\\partial L",
            "\\infty",
            "\\text{soft}",
            "\\mathbf{1}",
            "\\mathcal{L}",
            "\\mathbb{R}",
            "\\hat y"
        }) {
            Formula formula = shown(sign, 20);
            assertNull(formula.complaint(), sign);
            assertFalse(ink(formula).getContent().isEmpty(), sign);
        }
    }

    @Test
    void growsWithTheTextAround(FxRobot robot) throws TimeoutException {
        double small = shown(LOSS, 10).prefWidth(-1);
        double large = shown(LOSS, 30).prefWidth(-1);
        assertEquals(3 * small, large, 4);
    }

    @Test
    void standsOnTheBaseLineOfItsText(FxRobot robot) throws TimeoutException {
        Formula plain = shown("x", 20);
        Formula deep = shown("x_{y_z}", 20);
        assertEquals(plain.getHeight(), plain.getBaselineOffset(), 1.5);
        assertTrue(deep.getHeight() > deep.getBaselineOffset() + 3);
    }

    @Test
    void whatIsNoLatexIsShownAsItIs(FxRobot robot) throws TimeoutException {
        for (String broken : new String[] {
            "\\frac{1}{",
            "\\nosuchcommand x",
            "a } b",
            "\\begin{matrix} 1",
            "\\newcommand{\\forever}{\\forever}\\forever",
            "\\includegraphics{picture.png}",
            "\\text{α}",
            "\\char",
            "\\hdotsfor{3}",
            "\\multicolumn{2}{c}{x}",
            "\\sqrt".repeat(400) + "x"
        }) {
            Formula formula = shown(broken, 20);
            assertNotNull(formula.complaint(), broken);
            Text words = (Text) formula.lookup("Text");
            assertTrue(words.isVisible());
            assertEquals(broken, words.getText());
            assertTrue(ink(formula).getContent().isEmpty());
        }
    }
}
