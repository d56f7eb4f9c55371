package distillery.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of a check: {@code explore.temperature between 3 and 5}. */
final class ConditionReader {
    private static final Pattern LINE =
            Pattern.compile("(?<name>\\S+)\\s+(?<relation>between|above|below|at least|at most|is)\\s+(?<rest>.+)");
    private static final Pattern TWO = Pattern.compile("(\\S+)\\s+and\\s+(\\S+)");
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** What words of lessons written for an earlier version are called now. */
    private static final Map<String, String> RENAMED = Map.of("no-difference", "not-decided");

    private final Diagnostics findings;

    ConditionReader(Diagnostics findings) {
        this.findings = findings;
    }

    /** One line; empty, with a finding, if it makes no sense. */
    Optional<Condition> read(String text, int line) {
        Matcher matcher = LINE.matcher(text);
        if (!matcher.matches()) {
            findings.add("lesson.check", line, text);
            return Optional.empty();
        }
        String name = matcher.group("name");
        Optional<Quantity> quantity = Keyword.find(Quantity.ALL, name);
        if (quantity.isEmpty()) {
            findings.addUnknown("lesson.quantity", line, name, ids());
            return Optional.empty();
        }
        return test(
                        quantity.get(),
                        matcher.group("relation"),
                        matcher.group("rest").strip(),
                        line)
                .map(test -> new Condition(quantity.get(), test));
    }

    private static List<String> ids() {
        return Quantity.ALL.stream().map(Quantity::id).toList();
    }

    private Optional<Condition.Test> test(Quantity quantity, String relation, String rest, int line) {
        if (relation.equals("is")) {
            return value(quantity, rest, line).map(Condition.Same::new);
        }
        if (!(quantity.form() instanceof ValueType.Amount form)) {
            findings.add("lesson.check-is", line, quantity.id(), quantity.form().expected());
            return Optional.empty();
        }
        Optional<Condition.Within> within = within(relation, rest);
        if (within.isEmpty()) {
            findings.add("lesson.check", line, quantity.id() + " " + relation + " " + rest);
        } else if (!within.get().meets(form)) {
            findings.add("lesson.value", line, quantity.id(), rest, form.expected());
            return Optional.empty();
        }
        return within.map(test -> test);
    }

    /** A value that the quantity can have. */
    Optional<Value> value(Quantity quantity, String text, int line) {
        Optional<Value> value = quantity.form().read(text);
        String now = RENAMED.getOrDefault(text, "");
        if (value.isEmpty()
                && quantity.form() instanceof ValueType.Words words
                && words.words().contains(now)) {
            findings.add("lesson.renamed", line, quantity.id(), text, now);
        } else if (value.isEmpty() && quantity.form() instanceof ValueType.Words words) {
            findings.add(
                    "lesson.word",
                    line,
                    quantity.id(),
                    text,
                    SpellingSuggestion.to(Diagnostics.shortened(text), words.words()),
                    words.expected());
        } else if (value.isEmpty()) {
            findings.add(
                    "lesson.value", line, quantity.id(), text, quantity.form().expected());
        }
        return value;
    }

    private static Optional<Condition.Within> within(String relation, String rest) {
        Matcher two = TWO.matcher(rest);
        if (relation.equals("between")) {
            return two.matches() ? between(two.group(1), two.group(2)) : Optional.empty();
        }
        return ValueType.Amount.typed(rest).map(bound -> switch (relation) {
            case "above" -> new Condition.Within(bound, false, INFINITY, true);
            case "at least" -> new Condition.Within(bound, true, INFINITY, true);
            case "below" -> new Condition.Within(-INFINITY, true, bound, false);
            default -> new Condition.Within(-INFINITY, true, bound, true);
        });
    }

    private static Optional<Condition.Within> between(String low, String high) {
        return ValueType.Amount.typed(low).flatMap(from -> ValueType.Amount.typed(high)
                .filter(to -> from <= to)
                .map(to -> new Condition.Within(from, true, to, true)));
    }
}
