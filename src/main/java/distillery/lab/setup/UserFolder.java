package distillery.lab.setup;

import distillery.data.Problem;
import distillery.data.SystemReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The folder where the program remembers things between two runs. */
public record UserFolder(Path folder) {
    /** The system property that puts the folder elsewhere. */
    public static final String PROPERTY = "distillery.home";

    /** The environment variable that does the same, for a stick or a test. */
    public static final String VARIABLE = "DISTILLERY_HOME";

    /**
     * The folder this user's system keeps for such things, or the one named by {@value #PROPERTY} or {@value #VARIABLE}.
     *
     * @throws Problem if the system cannot name it in the language it is set to
     */
    public static UserFolder ofUser() throws Problem {
        String user = System.getProperty("user.home", ".");
        Map<String, String> environment = System.getenv();
        String named = System.getProperty(PROPERTY, "");
        String elsewhere = named.isBlank() ? environment.getOrDefault(VARIABLE, "") : named;
        try {
            if (!elsewhere.isBlank()) {
                return new UserFolder(Path.of(elsewhere).toAbsolutePath());
            }
            return new UserFolder(folder(System.getProperty("os.name", ""), Path.of(user), environment));
        } catch (InvalidPathException unnamed) {
            throw new Problem(unnamed, "memory.name", elsewhere.isBlank() ? user : elsewhere);
        }
    }

    static Path folder(String system, Path user, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            return (roaming.isBlank() ? user.resolve("AppData").resolve("Roaming") : Path.of(roaming))
                    .resolve("Distillery");
        }
        if (name.startsWith("mac")) {
            return user.resolve("Library").resolve("Application Support").resolve("Distillery");
        }
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        // The XDG rules: a relative path is to be ignored.
        return (config.startsWith("/") ? Path.of(config) : user.resolve(".config")).resolve("distillery");
    }

    /** Where the window's own state is kept. */
    public Path windowFile() {
        return folder.resolve("window.json");
    }

    /** Where the settings at the end of the last run are kept. */
    public Path lastSetUp() {
        return folder.resolve("last" + SetUpFile.ENDING);
    }

    /** Where the learner's progress through the lessons is kept. */
    public Path progressFile() {
        return folder.resolve("progress.json");
    }

    /** Where the runs that were kept are: an archive. */
    public Path runs() {
        return folder.resolve("runs");
    }

    /** Where sweeps of the window are, each in a folder of its own. */
    public Path sweeps() {
        return folder.resolve("sweeps");
    }

    /** Says which lesson folder is being opened, as long as it is not known to do no harm. */
    public Path openingFile() {
        return folder.resolve("opening.txt");
    }

    /** Makes sure that the folder is there. */
    public void prepare() throws Problem {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Problem(e, "write.failed", folder.toString(), SystemReason.of(e));
        }
    }
}
