package distillery.view;

import distillery.data.Problem;
import distillery.lesson.Latex;
import distillery.lesson.Outline;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/**
 * A formula of mathematics, given in LaTeX and shown as outlines: crisp at any size, as large as the text around it, in
 * the colour of the style class {@code formula-ink}. What is no LaTeX is shown as it was written, and {@link #complaint}
 * says what is wrong with it.
 */
public final class Formula extends Region {
    private static final Outline NONE = new Outline("", 0, 0, 0);

    private final Outline outline;
    private final @Nullable String complaint;
    private final SVGPath ink = new SVGPath();
    private final Text words = new Text();
    private final Scale scale = new Scale();

    /** A formula that screen readers speak as {@code spoken}. */
    public Formula(String latex, String spoken) {
        Outline set = NONE;
        String refused = null;
        try {
            set = Latex.outline(latex);
        } catch (Problem notLatex) {
            refused = notLatex.getMessage();
        }
        outline = set;
        complaint = refused;
        getStyleClass().add("formula");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(spoken);
        ink.setContent(outline.path());
        ink.getStyleClass().add("formula-ink");
        ink.getTransforms().setAll(scale);
        words.setText(complaint == null ? "M" : latex);
        words.setVisible(complaint != null);
        words.getStyleClass().add("formula-ink");
        words.fontProperty().addListener((property, before, now) -> requestLayout());
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().setAll(ink, words);
    }

    /** What is wrong with the LaTeX, in English; null if nothing is. */
    public @Nullable String complaint() {
        return complaint;
    }

    /** Loads the typesetter, which takes a moment, so that the first formula shown need not wait for it. */
    public static void warmUp() {
        try {
            Latex.outline("x^2");
        } catch (Problem later) {
            // whoever needs one is told
        }
    }

    @Override
    public double getBaselineOffset() {
        return complaint == null
                ? snappedTopInset() + outline.ascent() * size()
                : snappedTopInset() + words.getBaselineOffset();
    }

    @Override
    protected double computePrefWidth(double height) {
        double content = complaint == null
                ? outline.width() * size()
                : words.getLayoutBounds().getWidth();
        return snappedLeftInset() + Math.ceil(content) + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double content = complaint == null
                ? (outline.ascent() + outline.descent()) * size()
                : words.getLayoutBounds().getHeight();
        return snappedTopInset() + Math.ceil(content) + snappedBottomInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        scale.setX(size() / Outline.EM);
        scale.setY(size() / Outline.EM);
        ink.setLayoutX(snappedLeftInset());
        ink.setLayoutY(getBaselineOffset());
        words.setLayoutX(snappedLeftInset());
        words.setLayoutY(getBaselineOffset());
    }

    /** The size of the text around, in pixels; an invisible letter inherits it from the style sheets. */
    private double size() {
        Font font = words.getFont();
        return font.getSize();
    }
}
