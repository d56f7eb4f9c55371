package distillery.data;

import java.nio.file.Path;
import java.util.Set;

/**
 * What a person has agreed to have written.
 *
 * @param path the file, or the folder for several
 * @param replaced the files that were there and may go; whatever else is there when it is written came later, and stays
 */
public record Agreed(Path path, Set<Path> replaced) {
    public Agreed {
        replaced = Set.copyOf(replaced);
    }

    /** Leave to write this one file, whether it is there or not. */
    public static Agreed replacing(Path file) {
        return new Agreed(file, Set.of(file));
    }
}
