package distillery.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a learner reads in one language file, step by step, without what only the program reads. */
final class PrintedText {
    private static final Path LESSONS = Path.of("lessons");

    /** A number with the sign, percent or {@code T =} that belongs to it. */
    private static final Pattern NUMBER =
            Pattern.compile("(?:T ?[=→] ?)?(?:[+−±] ?)?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?%?");

    private static final Pattern STEP = Pattern.compile("(?m)^## ");
    private static final Pattern FORMULA = Pattern.compile("\\$\\$?([^$]*)\\$\\$?");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(step|check|predict)\\n(.*?)^```$");
    private static final Pattern GIVEN = Pattern.compile("(?<=[\\s\\[])-?\\d+(\\.\\d+)?");
    private static final Pattern UNREAD = Pattern.compile("(?m)^(id|kind|tolerance|unlock|minutes):.*$");

    private final String source;

    private PrintedText(String source) {
        this.source = source;
    }

    static PrintedText of(String lesson, String language) {
        return new PrintedText(read(LESSONS.resolve(lesson).resolve(language + ".md")));
    }

    static List<String> lessons() {
        return read(LESSONS.resolve("index.txt")).lines().toList();
    }

    /** The numbers of each step as printed; opening and front matter come first. */
    List<Set<String>> numbers() {
        return STEP.splitAsStream(source).map(PrintedText::numbers).toList();
    }

    private static Set<String> numbers(String step) {
        return NUMBER.matcher(words(step))
                .results()
                .map(MatchResult::group)
                .map(PrintedText::plain)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The words of each step; opening and front matter come first. */
    List<String> words() {
        return STEP.splitAsStream(source).map(PrintedText::words).toList();
    }

    /** The numbers that each step sets and its checks ask for. */
    List<Set<BigDecimal>> given() {
        return STEP.splitAsStream(source).map(PrintedText::given).toList();
    }

    private static Set<BigDecimal> given(String step) {
        return FENCE.matcher(step)
                .results()
                .filter(fence -> !fence.group(1).equals("predict"))
                .flatMap(fence ->
                        GIVEN.matcher(fence.group(2).replaceAll("hint:.*", "")).results())
                .map(number -> new BigDecimal(number.group()).stripTrailingZeros())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String words(String step) {
        String read = FENCE.matcher(step).replaceAll(fence -> switch (fence.group(1)) {
            case "step" -> "";
            case "check" -> quoted(fence.group(2).replaceAll("(?m)^(?!hint:).*$", ""));
            default -> quoted(question(fence.group(2)));
        });
        read = UNREAD.matcher(read).replaceAll("");
        return FORMULA.matcher(read)
                .replaceAll(formula -> quoted(formula.group(1).replaceAll("[_^](\\{[^{}]*}|\\S)", "")));
    }

    /** The answer of a choice is a place in a list, not a number that anybody reads. */
    private static String question(String block) {
        return block.contains("kind: number")
                ? block.replaceAll("(?s)answer: (\\S+)(.*?)unit: \"(.*?)\"", "$1$3 $2")
                : block.replaceAll("answer:.*", "");
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }

    /** Without what languages write differently: separators of thousands and spaces. */
    private static String plain(String number) {
        return number.replace(",", "").replace(" ", "").replaceFirst("^T[=→]", "T = ");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
