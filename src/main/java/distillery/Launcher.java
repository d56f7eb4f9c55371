package distillery;

import distillery.cli.Distillery;
import distillery.data.LibraryFolder;
import distillery.data.Problem;
import distillery.data.ProgramFolder;
import distillery.data.TemporaryFolder;
import distillery.data.TextBundles;
import distillery.data.Translation;
import distillery.lab.setup.StartOptions;
import distillery.lab.setup.UserFolder;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

/**
 * Starts the program: without arguments its window, with arguments its command line. A class of its own because a main
 * class that extends {@link Application} does not start from the class path.
 */
public final class Launcher {
    /** What the shell is told where no window can open, and where the command line is used wrongly. */
    private static final int CANNOT = 2;

    private static final String TRANSLATIONS = "translations";

    // Held here, for a logger that nobody holds forgets its level.
    private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

    private Launcher() {}

    public static void main(String[] arguments) {
        // AWT only sets formulas and writes pictures; it starts sooner if it need open no window.
        System.setProperty("java.awt.headless", "true");
        // AWT asks for the computer's own name, to call a file after it, and that may go out to the network.
        // With a file of names that is not there, nobody is asked.
        System.setProperty("jdk.net.hosts.file", "none");
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> give(said(fault)));
        LibraryFolder.choose(Objects.requireNonNullElse(System.getenv(LibraryFolder.VARIABLE), ""));
        TemporaryFolder.tidy();
        addLanguages();
        StartOptions asked = StartOptions.NONE;
        if (arguments.length > 0) {
            List<StartOptions> window = new ArrayList<>();
            int code = Distillery.run(window::add, arguments);
            if (window.isEmpty()) {
                System.exit(code);
            }
            asked = window.get(0);
        }
        String display = System.getenv("DISPLAY");
        if (isLinux() && System.getProperty("glass.platform") == null && (display == null || display.isBlank())) {
            give("Distillery needs a display and DISPLAY is not set: start it in a desktop session, or use its command"
                    + " line (add --help to see it).");
        }
        try {
            UserFolder.ofUser();
        } catch (Problem unnamed) {
            give(String.valueOf(unnamed.getMessage()));
        }
        openWindow(asked);
    }

    /** Those in the folder {@code translations} beside the program, and in the one that keeps a person's settings. */
    private static void addLanguages() {
        List<Translation> all = new ArrayList<>();
        ProgramFolder.find().ifPresent(folder -> all.addAll(Translation.all(folder.resolve(TRANSLATIONS))));
        try {
            all.addAll(Translation.all(UserFolder.ofUser().folder().resolve(TRANSLATIONS)));
        } catch (Problem unnamed) {
            // whoever needs the folder says so
        }
        TextBundles.add(all);
    }

    private static String said(Throwable fault) {
        return remedy(trace(fault));
    }

    /**
     * JavaFX prints a stack trace of its own, from a thread of its own, when it cannot start. So what it prints is held
     * back until the window is on its way, and dropped where one sentence says more.
     */
    private static void openWindow(StartOptions asked) {
        JAVAFX_LOG.setLevel(Level.SEVERE); // it warns that it runs from the class path, as it should here
        PrintStream console = System.err;
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        System.setErr(new PrintStream(held, true, StandardCharsets.UTF_8));
        // Told to end, JavaFX may stumble over its own painting, and would print that.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() ->
                        System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))));
        try {
            App.prepare(asked, () -> System.setErr(console)); // what it tried in vain before it could start is over
            Application.launch(App.class);
        } catch (RuntimeException | LinkageError failed) {
            System.setErr(console);
            give(remedy(trace(failed) + held.toString(StandardCharsets.UTF_8)));
        }
    }

    /** The one sentence for what JavaFX said while it failed. */
    static String remedy(String said) {
        if (said.contains("Unable to open DISPLAY")) {
            return "Distillery cannot reach the display " + System.getenv("DISPLAY")
                    + ": start it in a desktop session, or set DISPLAY to one that this user may use.";
        }
        if (said.contains("failed to map segment") || said.contains("No toolkit found")) {
            return "Distillery cannot unpack the libraries of its window to " + LibraryFolder.ofWindow()
                    + " and load them: they need about 1 MB of room, those for training another 400 MB, and a folder"
                    + " from which programs may run. Make room there, or name another folder in the environment"
                    + " variable " + LibraryFolder.VARIABLE + ".";
        }
        if (said.contains("gtk") || said.contains("GTK") || said.contains("no glass")) {
            return "Distillery needs GTK 3 to open its window: install it with \"sudo apt install libgtk-3-0\""
                    + " (Debian, Ubuntu) or \"sudo dnf install gtk3\" (Fedora).";
        }
        if (said.contains("UnsupportedClassVersionError")) {
            return "Distillery was built with a newer Java than the "
                    + Runtime.version().feature()
                    + " that starts it: start it with that one, or build it anew with this one (mvn package).";
        }
        return "Distillery cannot open its window: " + said.lines().findFirst().orElse("JavaFX does not start") + ".";
    }

    /** What went wrong, line by line, the innermost cause first. */
    private static String trace(Throwable error) {
        StringBuilder said = new StringBuilder();
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            said.insert(0, cause + "\n");
        }
        return said.toString();
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
    }

    private static void give(String sentence) {
        System.err.println(sentence);
        System.exit(CANNOT);
    }
}
