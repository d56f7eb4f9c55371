package distillery.net;

import distillery.data.NumberRange;
import distillery.data.PlainSigns;
import distillery.data.Problem;
import distillery.data.Shape;
import distillery.data.TypedNumber;
import distillery.net.LayerSpec.Convolution;
import distillery.net.LayerSpec.Dense;
import distillery.net.LayerSpec.MaxPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a net as a person types it; every refusal names the part and its place. */
final class NetSpecReader {
    static final String EXAMPLE = "784-128-10";

    private static final String IMAGE_EXAMPLE = "28x28-c16-p2-128-10";

    /** What stands between two parts. */
    private static final Pattern DASH = Pattern.compile(" ?- ?");

    /** Between two widths an x was always a dash, too. */
    private static final Pattern ONLY_WIDTHS = Pattern.compile("[0-9]+( ?x ?[0-9]+)+");

    /** The size of a picture and nothing else: a net has never as many classes as inputs. */
    private static final Pattern SQUARE = Pattern.compile("([0-9]+) ?x ?\\1");

    private static final Pattern TIMES = Pattern.compile(" ?x ?");

    private static final Pattern CONVOLUTION = Pattern.compile("c ?([^k]*?) ?(?:k ?(.*))?");

    private final String said;

    private NetSpecReader(String said) {
        this.said = said;
    }

    static NetSpec read(String typed) throws Problem {
        String plain = PlainSigns.plain(latin(typed.replace("\u2014\u2014", "-"))); // a dash of Chinese keyboards
        if (plain.isEmpty()) {
            throw new Problem("net.nothing", EXAMPLE, IMAGE_EXAMPLE);
        }
        boolean widths =
                ONLY_WIDTHS.matcher(plain).matches() && !SQUARE.matcher(plain).matches();
        Pattern between = widths ? TIMES : DASH;
        return new NetSpecReader(NumberRange.quoted(typed)).read(between.split(plain, -1));
    }

    /** Small Latin letters for those of any width, and x for a multiplication sign. */
    private static String latin(String typed) {
        StringBuilder plain = new StringBuilder();
        typed.codePoints()
                .map(sign -> sign >= '\uff21' && sign <= '\uff5a' && Character.isLetter(sign) ? sign - 0xfee0 : sign)
                .map(sign -> sign == '\u00d7' || sign == '*' || sign == '\uff0a' ? 'x' : sign)
                .forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private NetSpec read(String[] parts) throws Problem {
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].isEmpty()) {
                throw new Problem("net.gap", said, i + 1, EXAMPLE);
            }
        }
        Shape input = input(parts[0]);
        List<LayerSpec> layers = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            layers.add(layer(parts[i], i + 1));
        }
        if (layers.isEmpty()) {
            throw new Problem("net.few", said, EXAMPLE);
        }
        NetSpec.check(input, layers);
        return new NetSpec(input, layers);
    }

    private Shape input(String part) throws Problem {
        String[] sides = TIMES.split(part, -1);
        if (sides.length == 1) {
            return Shape.flat(number(part, part, 1, NetSpec.WIDEST));
        }
        if (sides.length > 3) {
            throw new Problem("net.input", said, NumberRange.quoted(part), IMAGE_EXAMPLE);
        }
        int[] sizes = {1, 1, 1};
        for (int i = 0; i < sides.length; i++) {
            sizes[i] = number(sides[i], part, 1, NetSpec.WIDEST);
        }
        if ((long) sizes[0] * sizes[1] * sizes[2] > NetSpec.WIDEST || (sizes[0] == 1 && sizes[1] == 1)) {
            throw new Problem("net.input.large", said, NumberRange.quoted(part), NetSpec.WIDEST);
        }
        return new Shape(sizes[2], sizes[0], sizes[1]);
    }

    private LayerSpec layer(String part, int place) throws Problem {
        if (part.startsWith("p")) {
            return new MaxPool(number(part.substring(1).strip(), part, place, NetSpec.LARGEST_POOL));
        }
        Matcher convolution = CONVOLUTION.matcher(part);
        if (!convolution.matches()) {
            return new Dense(number(part, part, place, NetSpec.WIDEST));
        }
        int channels = number(convolution.group(1), part, place, NetSpec.MOST_CHANNELS);
        if (convolution.group(2) == null) {
            return new Convolution(channels, Convolution.USUAL_KERNEL);
        }
        int kernel = number(convolution.group(2), part, place, NetSpec.LARGEST_KERNEL, "net.kernel.range");
        if (kernel % 2 == 0) {
            throw new Problem("net.kernel.even", said, place, NumberRange.quoted(part), kernel - 1, kernel + 1);
        }
        return new Convolution(channels, kernel);
    }

    private int number(String digits, String part, int place, int most) throws Problem {
        return number(digits, part, place, most, "net.range");
    }

    private int number(String digits, String part, int place, int most, String range) throws Problem {
        if (!(TypedNumber.read(digits, true) instanceof TypedNumber.Exact)) {
            throw new Problem("net.part", said, NumberRange.quoted(part), place, EXAMPLE, IMAGE_EXAMPLE);
        }
        try {
            return (int) NumberRange.whole(1, most).read(digits);
        } catch (Problem outside) {
            throw new Problem(outside, range, said, place, NumberRange.quoted(part), String.valueOf(most));
        }
    }
}
