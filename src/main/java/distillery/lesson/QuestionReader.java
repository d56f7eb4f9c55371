package distillery.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads how a question is answered. */
final class QuestionReader {
    private static final List<String> KINDS = List.of("choice", "number", "order");
    private static final List<String> OF_ALL = List.of("id", "kind", "ask", "unlock", "right", "wrong");
    /** All names that any kind of question knows. */
    static final List<String> NAMES = List.of(
            "id",
            "kind",
            "ask",
            "unlock",
            "right",
            "wrong",
            "options",
            "answer",
            "feedback",
            "tolerance",
            "unit",
            "items");

    private static final int FEWEST = 2;
    private static final int MOST = 8;

    private final Yaml yaml;
    private final Diagnostics findings;
    private final BiFunction<String, Integer, Prose> prose;

    /** Reads from a {@code predict} block; {@code prose} makes prose of a text in a line. */
    QuestionReader(Yaml yaml, Diagnostics findings, BiFunction<String, Integer, Prose> prose) {
        this.yaml = yaml;
        this.findings = findings;
        this.prose = prose;
    }

    /** Empty, with findings, if it makes no sense. */
    Optional<GuessQuestion> read() {
        String kind = yaml.required("kind").orElse("");
        return switch (kind) {
            case "choice" -> choice();
            case "number" -> estimate();
            case "order" -> order();
            default -> {
                if (!kind.isEmpty()) {
                    findings.addUnknown("lesson.kind", yaml.line("kind"), kind, KINDS);
                }
                yield Optional.empty();
            }
        };
    }

    private Optional<GuessQuestion> choice() {
        allow("options", "answer", "feedback");
        List<Prose> options = texts("options");
        List<Prose> feedback = yaml.has("feedback") ? texts("feedback") : List.of();
        Optional<Double> answer = number("answer");
        if (!feedback.isEmpty() && feedback.size() != options.size()) {
            findings.add("lesson.feedback", yaml.line("feedback"), count(feedback), count(options));
        }
        if (!inRange("options", options) || answer.isEmpty()) {
            return Optional.empty();
        }
        double right = answer.get();
        if (right != Math.rint(right) || right < 1 || right > options.size()) {
            findings.add(
                    "lesson.answer", yaml.line("answer"), yaml.text("answer").orElse(""), count(options));
            return Optional.empty();
        }
        return Optional.of(new GuessQuestion.Choice(options, (int) right, feedback));
    }

    private Optional<GuessQuestion> estimate() {
        allow("answer", "tolerance", "unit");
        Optional<Double> answer = number("answer");
        Optional<Double> tolerance = number("tolerance");
        if (tolerance.isPresent() && tolerance.get() < 0) {
            findings.add(
                    "lesson.number",
                    yaml.line("tolerance"),
                    "tolerance",
                    yaml.text("tolerance").orElse(""));
        }
        return answer.flatMap(right -> tolerance.map(each ->
                new GuessQuestion.Estimate(right, each, yaml.text("unit").orElse(""))));
    }

    private Optional<GuessQuestion> order() {
        allow("items");
        List<Prose> items = texts("items");
        return inRange("items", items) ? Optional.of(new GuessQuestion.Order(items)) : Optional.empty();
    }

    private void allow(String... more) {
        List<String> all = new ArrayList<>(OF_ALL);
        all.addAll(List.of(more));
        yaml.allow(all);
    }

    private boolean inRange(String key, List<Prose> texts) {
        boolean fine = texts.size() >= FEWEST && texts.size() <= MOST;
        if (!fine && yaml.has(key)) {
            findings.add(
                    "lesson.count", yaml.line(key), key, count(texts), String.valueOf(FEWEST), String.valueOf(MOST));
        }
        return fine;
    }

    private List<Prose> texts(String key) {
        if (!yaml.has(key)) {
            findings.add("lesson.missing", yaml.line(key), key);
        }
        return yaml.list(key).stream()
                .map(item -> prose.apply(item.text(), item.line()))
                .toList();
    }

    private Optional<Double> number(String key) {
        Optional<String> text = yaml.required(key);
        Optional<Double> number = text.flatMap(ValueType.Amount::typed).filter(Double::isFinite);
        if (text.isPresent() && number.isEmpty()) {
            findings.add("lesson.number", yaml.line(key), key, text.get());
        }
        return number;
    }

    private static String count(List<?> list) {
        return String.valueOf(list.size());
    }
}
