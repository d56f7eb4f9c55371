package distillery.view.digits;

import distillery.train.LogitSum;
import distillery.view.Numbers;
import distillery.view.Texts;

/** The sum that makes one logit, written out: the bias, the parts that matter most, all others together, and what comes out. */
final class SumWords {
    private static final int WRITTEN = 5;
    private static final int DECIMALS = 3;

    private SumWords() {}

    static String of(LogitSum sum, String net, String className, Texts texts) {
        int[] units = sum.largest(WRITTEN);
        StringBuilder terms = new StringBuilder(texts.get("digits.inside.bias", number(sum.bias())));
        for (int unit : units) {
            terms.append(' ').append(texts.get("digits.inside.part", number(sum.part(unit)), unit));
        }
        if (sum.units() > units.length) {
            terms.append(' ')
                    .append(texts.get("digits.inside.rest", number(sum.rest(units)), sum.units() - units.length));
        }
        return texts.get("digits.inside.sum", net, className, terms.toString(), number(sum.logit()));
    }

    private static String number(double value) {
        return Numbers.signed(value, DECIMALS);
    }
}
