package distillery.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Makes a path of a text: not every text is one, and which is depends on the computer's language. */
public final class PathText {
    private PathText() {}

    /**
     * The path that is written so.
     *
     * @throws Problem if this computer cannot have such a file
     */
    public static Path path(String text) throws Problem {
        if (text.isBlank()) {
            throw new Problem("file.no-name");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException impossible) {
            throw new Problem(impossible, "file.bad-name", text.replaceAll("\\p{Cntrl}", "?"));
        }
    }

    /** What stands behind the last separator, of this system or another's, even if this computer has no such path. */
    public static String lastName(String text) {
        String name = text.replaceAll("[/\\\\]+$", "").replaceAll(".*[/\\\\]", "");
        return (name.isEmpty() ? text : name).replaceAll("\\p{Cntrl}", "?");
    }
}
