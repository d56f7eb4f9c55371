package distillery.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a Chinese sentence must not hold: words of a library, or of a programmer, that nobody put into Chinese. */
public final class PlainChinese {
    /** What a person wrote stands in quotes, and what a path is called has no spaces. */
    private static final Pattern QUOTED = Pattern.compile("“[^”]*”|\"[^\"]*\"");

    private static final Pattern WORDS = Pattern.compile("[A-Za-z]{2,}'?[a-z]*(?: +[A-Za-z]{2,})+");

    private PlainChinese() {}

    /** Fails unless a problem speaks Chinese, but for the file it names and what it quotes. */
    public static void assertSpokenBy(Problem problem) {
        String sentence = problem.in(Locale.SIMPLIFIED_CHINESE);
        assertTrue(sentence.codePoints().anyMatch(Character::isIdeographic), sentence);
        String file = problem.arguments().isEmpty()
                ? ""
                : String.valueOf(problem.arguments().get(0));
        assertEquals(List.of(), english(file.contains("/") ? sentence.replace(file, "") : sentence), sentence);
    }

    /** Runs of two English words or more outside of quotes. */
    static List<String> english(String sentence) {
        return WORDS.matcher(QUOTED.matcher(sentence).replaceAll("“”"))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
