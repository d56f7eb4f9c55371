package distillery.data;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Holds that files are data: a link in a folder that a person chose is not followed to what lies outside. The chosen
 * folder may itself be reached by a link, for that is what the person named.
 */
public final class Inside {
    private Inside() {}

    /** Whether links lead from this file of a chosen folder to a place outside; one that leads nowhere does not. */
    public static boolean leadsOut(Path chosen, Path file) {
        try {
            return !file.toRealPath().startsWith(chosen.toRealPath());
        } catch (IOException nowhere) {
            return false; // whoever wants to read it will say so
        }
    }
}
