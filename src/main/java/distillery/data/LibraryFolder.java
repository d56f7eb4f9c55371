package distillery.data;

import java.io.File;

/** Where the libraries of window and engine are unpacked: each into a folder that its maker chose, or both into one. */
public final class LibraryFolder {
    /** The environment variable that names another folder for both. */
    public static final String VARIABLE = "DISTILLERY_CACHE";

    private static final String ENGINE = "org.bytedeco.javacpp.cachedir";
    private static final String WINDOW = "javafx.cachedir";

    private LibraryFolder() {}

    /** Has them unpacked to {@code named}, where it names one; before any of them is loaded. */
    public static void choose(String named) {
        if (!named.isBlank()) {
            unlessSet(ENGINE, new File(named, "javacpp"));
            unlessSet(WINDOW, new File(named, "javafx"));
        }
    }

    private static void unlessSet(String property, File folder) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, folder.getAbsolutePath());
        }
    }

    /** Where the engine's are. */
    public static String ofEngine() {
        return of(ENGINE, ".javacpp");
    }

    /** Where the window's are. */
    public static String ofWindow() {
        return of(WINDOW, ".openjfx");
    }

    private static String of(String property, String own) {
        String home = System.getProperty("user.home", ".");
        return System.getProperty(property, String.join(File.separator, home, own, "cache"));
    }
}
