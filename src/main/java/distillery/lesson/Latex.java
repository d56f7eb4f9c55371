package distillery.lesson;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

/** Sets formulas, and says what is wrong with those that cannot be set. */
public final class Latex {
    private static final int LONGEST = 2_000;

    /** Commands that define others, and so could go on for ever, that read files, or that repeat something at will. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("\\\\(?:(?:re)?new[a-z]*|def|let|Declare[A-Za-z]*|includegraphics|jlm[A-Za-z]*"
                    + "|multicolumn|hdotsfor|fcscore|[rR]omannumeral)"
                    + "|\\\\begin\\s*\\{(?:array|tabular)}\\s*\\{[^}]*\\*");

    private static final Pattern BRACES = Pattern.compile("\\\\.|[^{}]");

    private Latex() {}

    /** Loads what AWT needs to draw letters, all its libraries; the typesetter itself is loaded with the first formula. */
    public static void loadLibraries() {
        try {
            FontRenderContext paper = new FontRenderContext(null, true, true);
            Font font = new Font(Font.SERIF, Font.PLAIN, 1);
            font.layoutGlyphVector(paper, new char[] {'x'}, 0, 1, Font.LAYOUT_LEFT_TO_RIGHT)
                    .getOutline();
        } catch (RuntimeException | InternalError noFonts) {
            // a system without any font: the typesetter brings its own
        }
    }

    /** What is wrong with a formula, in the words of the typesetter; empty if nothing is. */
    public static Optional<String> complaint(String latex) {
        Graphics2D paper = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        try {
            return set(latex, box -> {
                box.draw(paper, 0, 0); // only then are all letters looked up
                return Optional.empty();
            });
        } catch (IllegalArgumentException notLatex) {
            return Optional.of(String.valueOf(notLatex.getMessage()));
        } finally {
            paper.dispose();
        }
    }

    /**
     * Sets a formula in display style and makes something of it. The typesetter keeps state of its own, so only one
     * formula is set at a time.
     *
     * @throws IllegalArgumentException with what is wrong, if it cannot be set
     */
    public static synchronized <T> T set(String latex, Function<Box, T> draw) {
        refuseWhatIsForgiven(latex);
        try {
            return draw.apply(new TeXFormula(latex)
                    .createTeXIcon(TeXConstants.STYLE_DISPLAY, 1)
                    .getBox());
        } catch (RuntimeException | StackOverflowError notLatex) {
            // Not only the typesetter's own exceptions: a letter too few is also an index out of bounds.
            String message = notLatex.getMessage();
            throw new IllegalArgumentException(
                    message == null ? notLatex.getClass().getSimpleName() : message.replaceAll("\\s*\n\\s*", ": "),
                    notLatex);
        }
    }

    private static void refuseWhatIsForgiven(String latex) {
        if (latex.length() > LONGEST) {
            throw new IllegalArgumentException("A formula has at most " + LONGEST + " characters");
        }
        Matcher forbidden = FORBIDDEN.matcher(latex);
        if (forbidden.find()) {
            throw new IllegalArgumentException("The command " + forbidden.group() + " is not allowed in a formula");
        }
        if (!isClosed(latex)) {
            throw new IllegalArgumentException("A brace is not closed");
        }
    }

    /** The typesetter forgives missing braces; whoever wrote the formula would rather know. */
    private static boolean isClosed(String latex) {
        String braces = BRACES.matcher(latex).replaceAll("");
        return braces.chars().filter(brace -> brace == '{').count()
                == braces.chars().filter(brace -> brace == '}').count();
    }
}
