package distillery.data;

import java.util.Optional;

/** What a field of a file is called: by its path there, and in the window's words where it has any. */
final class FieldName {
    private static final String LABEL = "field.";

    private FieldName() {}

    /** The window's words, or else the name in the file. */
    static Object spoken(String name) {
        return label(name).<Object>map(Problem::new).orElse(name);
    }

    /** Both, where the field stands deeper in a file. */
    static Problem inFile(String path) {
        return Optional.of(path)
                .filter(deep -> deep.indexOf('.') >= 0)
                .flatMap(deep -> label(deep.replaceAll("\\[\\d+]", "")))
                .map(label -> new Problem("json.field.labelled", path, new Problem(label)))
                .orElseGet(() -> new Problem("json.field", path));
    }

    /** The label that fits most of the path's end: what is {@code epochs} to a teacher is something else to students. */
    private static Optional<String> label(String path) {
        for (String end = path; ; end = end.substring(end.indexOf('.') + 1)) {
            if (Problem.hasSentence(LABEL + end)) {
                return Optional.of(LABEL + end);
            }
            if (end.indexOf('.') < 0) {
                return Optional.empty();
            }
        }
    }
}
