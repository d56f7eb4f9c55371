package distillery.view;

import distillery.lesson.Latex;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;
import org.scilab.forge.jlatexmath.Box;

/**
 * A formula of mathematics, given in LaTeX and shown as outlines: crisp at any size, as large as the text around it, in
 * the colour of the style class {@code formula-ink}. What is no LaTeX is shown as it was written, and {@link #complaint}
 * says what is wrong with it.
 */
public final class Formula extends Region {
    /** Units of an outline in one em. */
    private static final double EM = 100;

    private static final Map<String, Outline> KNOWN = new ConcurrentHashMap<>();

    private final Outline outline;
    private final SVGPath ink = new SVGPath();
    private final Text words = new Text();
    private final Scale scale = new Scale();

    /** A formula that readers of the screen hear as {@code spoken}. */
    public Formula(String latex, String spoken) {
        outline = KNOWN.computeIfAbsent(latex, Outline::of);
        getStyleClass().add("formula");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(spoken);
        ink.setContent(outline.path);
        ink.getStyleClass().add("formula-ink");
        ink.getTransforms().setAll(scale);
        words.setText(outline.complaint == null ? "M" : latex);
        words.setVisible(outline.complaint != null);
        words.getStyleClass().add("formula-ink");
        words.fontProperty().addListener((property, before, now) -> requestLayout());
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().setAll(ink, words);
    }

    /** What is wrong with the LaTeX, in the words of the typesetter; null if nothing is. */
    public @Nullable String complaint() {
        return outline.complaint;
    }

    /** Loads the typesetter, which takes a moment, so that the first formula shown need not wait for it. */
    public static void warmUp() {
        Outline.of("x^2");
    }

    @Override
    public double getBaselineOffset() {
        return outline.complaint == null
                ? snappedTopInset() + outline.ascent * size()
                : snappedTopInset() + words.getBaselineOffset();
    }

    @Override
    protected double computePrefWidth(double height) {
        double content = outline.complaint == null
                ? outline.width * size()
                : words.getLayoutBounds().getWidth();
        return snappedLeftInset() + Math.ceil(content) + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double content = outline.complaint == null
                ? (outline.ascent + outline.descent) * size()
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
        scale.setX(size() / EM);
        scale.setY(size() / EM);
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

    /**
     * A formula set once, in units of an em; its path has its origin on the base line.
     *
     * @param complaint what is wrong with the LaTeX, else null
     */
    private record Outline(
            String path,
            double width,
            double ascent,
            double descent,
            @Nullable String complaint) {
        static Outline of(String latex) {
            try {
                return Latex.set(latex, Outline::drawn);
            } catch (IllegalArgumentException notLatex) {
                return refused(String.valueOf(notLatex.getMessage()));
            }
        }

        private static Outline drawn(Box box) {
            Outlines paper = new Outlines();
            paper.scale(EM, EM);
            box.draw(paper, 0, 0);
            return new Outline(paper.svg(), box.getWidth(), box.getHeight(), box.getDepth(), null);
        }

        private static Outline refused(String complaint) {
            return new Outline("", 0, 0, 0, complaint);
        }
    }
}
