package distillery.lab.setup;

import distillery.lab.Look;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a shortcut or a file's icon asks of the window as it opens. It holds for this one time: whoever starts the program
 * without it finds language and look as he left them.
 *
 * @param file a set-up, a folder of lessons or a run that was kept; null for none
 * @param lesson the folder name of the lesson to begin; null for none
 * @param screen the id of the screen in front; null for the one that was open last
 * @param look null for the one that was chosen last
 * @param language null for the one that was chosen last
 */
public record StartOptions(
        @Nullable Path file,
        @Nullable String lesson,
        @Nullable String screen,
        @Nullable Look look,
        @Nullable Locale language) {
    /** Asks for nothing. */
    public static final StartOptions NONE = new StartOptions(null, null, null, null, null);
}
