package distillery.view.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.glass.ui.Application;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenFileEventsTest {
    private final List<String> told = new ArrayList<>();

    private final OpenFileEvents events = new OpenFileEvents(new Application.EventHandler() {
        @Override
        public void handleQuitAction(Application application, long time) {
            told.add("quit");
        }
    });

    @Test
    @SuppressWarnings("NullAway") // which application it is plays no part
    void filesThatComeBeforeTheWindowIsReadyWaitForItAndLaterOnesDoNot() {
        events.handleOpenFilesAction(null, 0, new String[] {"a.distillery", "b.distillery"});
        List<Path> opened = new ArrayList<>();
        events.passTo(opened::add);
        assertEquals(List.of(Path.of("a.distillery"), Path.of("b.distillery")), opened);
        events.handleOpenFilesAction(null, 0, new String[] {"c.distillery"});
        assertEquals(Path.of("c.distillery"), opened.get(2));
        assertEquals(3, opened.size());
    }

    @Test
    @SuppressWarnings("NullAway") // which application it is plays no part
    void quittingStaysWithJavaFx() {
        events.handleQuitAction(null, 0);
        assertEquals(List.of("quit"), told);
    }
}
