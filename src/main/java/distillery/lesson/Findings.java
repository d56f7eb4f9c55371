package distillery.lesson;

import distillery.data.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is wrong with one file, as it comes to light. */
final class Findings {
    /** Whoever wrote so many has opened the wrong file. */
    private static final int MOST = 50;

    private static final int LONGEST_WORD = 100;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    List<Problem> problems() {
        return problems;
    }

    boolean clean() {
        return problems.isEmpty();
    }

    /** Adds a problem whose first arguments are file and line, as text: a line number takes no commas. */
    void add(String key, int line, String... more) {
        if (problems.size() < MOST) {
            List<Object> arguments = new ArrayList<>(List.of(file, String.valueOf(line)));
            for (String each : more) {
                arguments.add(shortened(each));
            }
            problems.add(new Problem(key, arguments.toArray()));
        }
    }

    /** Adds that a word is none of the names, and which of them is nearest. */
    void addUnknown(String key, int line, String word, Collection<String> names) {
        add(key, line, word, Nearest.to(shortened(word), names));
    }

    private static String shortened(String word) {
        return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD) + "…";
    }
}
