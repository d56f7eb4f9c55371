package distillery.lesson;

import distillery.data.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The result of reading one lesson folder: the lesson in each language that could be read, and what its author should
 * mend.
 *
 * @param folder the folder's own name
 */
public record LessonFiles(String folder, Map<Locale, Lesson> lessons, List<Problem> problems) {
    /** The languages lessons can have; a file is named after one: {@code zh-CN.md}. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    public LessonFiles {
        lessons = Map.copyOf(lessons);
        problems = List.copyOf(problems);
    }

    /** The lesson in this language, else in the one there is; empty if none could be read. */
    public Optional<Lesson> in(Locale language) {
        return Optional.ofNullable(lessons.get(language)).or(() -> LANGUAGES.stream()
                .filter(lessons::containsKey)
                .map(lessons::get)
                .findFirst());
    }
}
