package distillery.view;

import distillery.lab.Look;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/**
 * The colours of a look by name, for canvases, which style sheets do not reach. They are read from the look's style
 * sheet, so that each colour is written down once.
 */
public final class Palette {
    private static final Pattern TOKEN = Pattern.compile("-(d-[a-z-]+):\\s*(#[0-9a-fA-F]{6,8})\\s*;");

    private static final Map<Look, Palette> LOADED = new HashMap<>();

    /** How much thicker lines are for a projector. */
    private static final double BOLD = 1.6;

    /** Of a screen, near enough. */
    private static final double GAMMA = 2.2;

    private final Look look;
    private final Map<String, Color> colors = new HashMap<>();

    private Palette(Look look) {
        this.look = look;
        Matcher token = TOKEN.matcher(Assets.text("styles/" + styleSheet(look) + ".css"));
        while (token.find()) {
            colors.put(token.group(1), Color.web(token.group(2)));
        }
    }

    public static Palette of(Look look) {
        return LOADED.computeIfAbsent(look, Palette::new);
    }

    /** The name of the style sheet that holds a look's colours. */
    public static String styleSheet(Look look) {
        return look.name().toLowerCase(Locale.ROOT);
    }

    /** By how much lines are thicker than on a screen nearby. */
    public double thickness() {
        return look.isBold() ? BOLD : 1;
    }

    /** A dash pattern that looks the same on lines as thick as these. */
    public double[] dashes(double... pattern) {
        return Arrays.stream(pattern).map(dash -> dash * thickness()).toArray();
    }

    /** The darker or lighter of two inks, whichever stands out more on coloured paper. */
    public Color ink(Color paper) {
        Color text = color("d-text");
        Color card = color("d-card");
        return contrast(paper, text) >= contrast(paper, card) ? text : card;
    }

    /** As WCAG 2.1 defines it: from 1 for none to 21 for black on white. */
    private static double contrast(Color a, Color b) {
        double first = luminance(a) + 0.05;
        double second = luminance(b) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(Color color) {
        return 0.2126 * Math.pow(color.getRed(), GAMMA)
                + 0.7152 * Math.pow(color.getGreen(), GAMMA)
                + 0.0722 * Math.pow(color.getBlue(), GAMMA);
    }

    /** A colour by its name in the style sheet, without the leading dash: {@code d-teacher}. */
    public Color color(String name) {
        Color color = colors.get(name);
        if (color == null) {
            throw new IllegalArgumentException("no colour named " + name);
        }
        return color;
    }
}
