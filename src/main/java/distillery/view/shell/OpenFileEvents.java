package distillery.view.shell;

import com.sun.glass.ui.Application;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The files that macOS has a program open: there a click on one sends an event, at the start and later, and names no
 * argument. JavaFX has no public way to hear of it, so this listens where JavaFX itself does, and passes on its order to
 * quit; that colours of the system changed concerns no part of this program. What comes before somebody {@linkplain #passTo takes} it waits.
 */
public final class OpenFileEvents extends Application.EventHandler {
    private final Application.EventHandler own;
    private final List<Path> waiting = new ArrayList<>();
    private @Nullable Consumer<Path> receiver;

    /** Beside the one that JavaFX has. */
    OpenFileEvents(Application.EventHandler own) {
        this.own = own;
    }

    /** Listens from now on, where the system has such events; on the window's thread, as soon as it runs. */
    public static OpenFileEvents listen() {
        Application glass = Application.GetApplication();
        OpenFileEvents events = new OpenFileEvents(glass.getEventHandler());
        if (System.getProperty("os.name", "").startsWith("Mac")) {
            glass.setEventHandler(events);
        }
        return events;
    }

    /** Hands over what has come, and whatever comes. */
    public void passTo(Consumer<Path> taker) {
        receiver = taker;
        waiting.forEach(taker);
        waiting.clear();
    }

    @Override
    public void handleOpenFilesAction(Application application, long time, String[] files) {
        for (String file : files) {
            if (receiver == null) {
                waiting.add(Path.of(file));
            } else {
                receiver.accept(Path.of(file));
            }
        }
    }

    @Override
    public void handleQuitAction(Application application, long time) {
        own.handleQuitAction(application, time);
    }
}
