package distillery.view.lessons;

import distillery.lesson.Check;
import distillery.lesson.Condition;
import distillery.lesson.Fact;
import distillery.lesson.Quantity;
import distillery.lesson.Setting;
import distillery.lesson.Value;
import distillery.view.Numbers;
import distillery.view.Texts;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts what a check demands into words: "Temperature between 3 and 10". */
final class CheckWords {
    private final Texts texts;

    CheckWords(Texts texts) {
        this.texts = texts;
    }

    /** Before the words of these quantities in the keys of their texts, which the screens have already. */
    private static final Map<Quantity, String> WORDS = Map.of(
            Setting.TRAIN_PRESET, "train.preset.",
            Setting.EXPLORE_EXAMPLE, "explore.preset.",
            Setting.EXPLORE_PULL, "explore.pull.",
            Setting.DIGITS_NETS, "digits.nets.",
            Setting.DIGITS_FRAMING, "digits.framing.",
            Setting.DIGITS_FILTER, "digits.filter.",
            Setting.DIGITS_ORDER, "digits.order.",
            Setting.DIGITS_PAGE, "digits.page.",
            Setting.COMPARE_PAGE, "compare.page.");

    String words(Check check) {
        return check.conditions().stream()
                .map(this::words)
                .reduce((before, next) -> before + texts.get("lessons.check.and") + inSentence(next))
                .orElseThrow();
    }

    /** Without a capital, unless it stands alone or others follow: those of a symbol stay. */
    private static String inSentence(String words) {
        boolean capital = words.length() > 1 && Character.isLowerCase(words.charAt(1));
        return capital ? Character.toLowerCase(words.charAt(0)) + words.substring(1) : words;
    }

    private String words(Condition condition) {
        Quantity quantity = condition.quantity();
        String name = texts.get("lessons.quantity." + quantity.id().replace('.', '-'));
        if (condition.test() instanceof Condition.Within within) {
            return within(quantity, name, within);
        }
        Value wanted = ((Condition.Same) condition.test()).value();
        return texts.get("lessons.check.is", name, value(quantity, wanted));
    }

    private String within(Quantity quantity, String name, Condition.Within within) {
        String low = number(quantity, within.low());
        String high = number(quantity, within.high());
        if (Double.isInfinite(within.high())) {
            return texts.get(within.lowIncluded() ? "lessons.check.at-least" : "lessons.check.above", name, low);
        }
        if (Double.isInfinite(within.low())) {
            return texts.get(within.highIncluded() ? "lessons.check.at-most" : "lessons.check.below", name, high);
        }
        return texts.get("lessons.check.between", name, low, high);
    }

    private static String number(Quantity quantity, double number) {
        boolean share = quantity == Fact.TRAIN_ACCURACY
                || quantity == Fact.EXPLORE_TEACHER_TOP
                || quantity == Fact.EXPLORE_STUDENT_TOP;
        return share ? Numbers.plain(100 * number) + "%" : Numbers.plain(number);
    }

    private String value(Quantity quantity, Value value) {
        if (value instanceof Value.Amount amount) {
            return number(quantity, amount.number());
        }
        if (value instanceof Value.Logits logits) {
            return logits.numbers().stream().map(Numbers::plain).collect(Collectors.joining(", "));
        }
        return word(quantity, ((Value.Word) value).text());
    }

    /** A word of the lesson's language as the screens say it. */
    private String word(Quantity quantity, String word) {
        if (quantity == Fact.SCREEN) {
            return texts.get("shell.screen." + word);
        }
        String key = WORDS.get(quantity);
        if (key != null) {
            return texts.get(key + word);
        }
        if (quantity == Setting.LOSS_FAULT && !word.equals("none")) {
            return texts.get("loss.fault." + word);
        }
        return texts.get("lessons.word." + word);
    }
}
