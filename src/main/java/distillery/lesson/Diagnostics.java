package distillery.lesson;

import distillery.data.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The problems found in one file. */
final class Diagnostics {
    /** A file with more problems is hardly a lesson. */
    private static final int MOST = 50;

    private static final int LONGEST_WORD = 100;

    private final String file;
    private final Locale language;
    private final List<Problem> problems = new ArrayList<>();
    private boolean readable = true;

    Diagnostics(String file) {
        this(file, Locale.ENGLISH);
    }

    /** What is wrong with the file of a lesson in this language. */
    Diagnostics(String file, Locale language) {
        this.file = file;
        this.language = language;
    }

    String file() {
        return file;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Whether nothing was found that makes the lesson unusable. */
    boolean clean() {
        return readable;
    }

    /** Whether as many problems were found as are reported, so that no more need be looked for. */
    boolean full() {
        return problems.size() >= MOST;
    }

    /** Adds a problem whose first arguments are file and line, as text: a line number takes no commas. */
    void add(String key, int line, Object... more) {
        readable = false;
        if (!full()) {
            note(key, line, more);
        }
    }

    /**
     * The same for what makes only itself unusable; what stands in its place, with the last argument or the sentence as
     * reason.
     */
    Prose.Refused refuse(String source, String key, int line, Object... more) {
        if (full()) {
            return new Prose.Refused(shortened(source), "…");
        }
        Problem problem = note(key, line, more);
        String where = file + ":" + line + ": ";
        String reason = more[more.length - 1] instanceof Problem words
                ? words.in(language)
                : problem.in(language).substring(where.length());
        return new Prose.Refused(shortened(source), reason);
    }

    private Problem note(String key, int line, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(file, String.valueOf(line)));
        for (Object each : more) {
            arguments.add(each instanceof String word ? shortened(word) : each);
        }
        Problem problem = new Problem(key, arguments.toArray());
        problems.add(problem);
        return problem;
    }

    /** Adds that a word is none of the names, and which of them is nearest. */
    void addUnknown(String key, int line, String word, Collection<String> names) {
        if (!full()) {
            add(key, line, word, SpellingSuggestion.to(shortened(word), names));
        }
    }

    /** As much of a word as a sentence has room for. */
    static String shortened(String word) {
        return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD) + "…";
    }
}
