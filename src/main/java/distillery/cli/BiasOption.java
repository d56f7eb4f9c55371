package distillery.cli;

import distillery.data.HeldOut;
import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.Samples;
import distillery.train.BiasChoice;
import distillery.train.BiasChoice.Rule;
import distillery.train.TrainSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --bias} says. Classes need not be the omitted ones: of a student that saw nothing but 7 and 8 the paper lowers
 * the biases of these two. But some class must have been omitted, for else there is nothing to correct.
 */
final class BiasOption {
    /** No logit is that large. */
    private static final double MOST = 1_000;

    private BiasOption() {}

    /**
     * The choice that was asked for; null if none was.
     *
     * @param typed such as {@code 3:3.5}, {@code 3:auto} or {@code 3:prior}, one of each class
     * @param names what the classes are called, in their order
     */
    static @Nullable BiasChoice read(@Nullable List<String> typed, TrainSettings settings, List<String> names)
            throws WrongOption {
        if (typed == null) {
            return null;
        }
        if (settings.omitted().isEmpty()) {
            throw new WrongOption("--bias corrects students that never saw some classes: name these with --omit, or leave"
                    + " --bias out");
        }
        Map<Integer, Double> bias = new TreeMap<>();
        Rule first = null;
        for (String each : typed) {
            int colon = each.replace('：', ':').lastIndexOf(':');
            String value = each.substring(colon + 1).strip();
            Rule rule = value.equals("auto") ? Rule.AUTO : value.equals("prior") ? Rule.PRIOR : Rule.GIVEN;
            int index = names.indexOf(each.substring(0, Math.max(0, colon)).strip());
            requireClass(each, index, names, bias);
            if (first != null && rule != first) {
                throw wrong("all classes must be corrected in one way: numbers, auto or prior; was " + typed);
            }
            bias.put(index, rule == Rule.GIVEN ? number(value) : 0);
            first = rule;
        }
        if (first == null || bias.size() == names.size()) {
            throw wrong("a bias for every class alike changes nothing; leave one class out");
        }
        return new BiasChoice(first, bias);
    }

    private static void requireClass(String each, int index, List<String> names, Map<Integer, Double> before)
            throws WrongOption {
        if (index < 0) {
            throw wrong("write CLASS:NUMBER, CLASS:auto or CLASS:prior, with a class among "
                    + String.join(", ", names) + "; was \"" + NumberRange.quoted(each) + "\"");
        }
        if (before.containsKey(index)) {
            throw wrong("class " + names.get(index) + " is named twice");
        }
    }

    private static double number(String value) throws WrongOption {
        try {
            return NumberRange.of(-MOST, MOST).read(value);
        } catch (Problem refused) {
            throw WrongOption.value("--bias", refused);
        }
    }

    private static WrongOption wrong(String sentence) {
        return new WrongOption("Invalid value for option '--bias': " + sentence);
    }

    /**
     * The choice for a run on these samples: the one that was asked for, or where classes are omitted one constant for all of
     * them; null if there is nothing to correct or nothing to choose on.
     *
     * @throws Problem if what was asked for needs held-out samples, and there are none
     */
    static @Nullable BiasChoice on(@Nullable BiasChoice asked, TrainSettings settings, Samples samples) throws Problem {
        int most = samples.drawable() - HeldOut.count(samples.drawable());
        boolean canChoose = settings.images() <= most;
        if (asked != null && asked.isChosen() && !canChoose) {
            throw new Problem("bias.nothing-held-out", samples.drawable(), most);
        }
        boolean usual = asked == null && canChoose && !settings.omitted().isEmpty();
        return usual ? BiasChoice.auto(settings.omitted()) : asked;
    }
}
