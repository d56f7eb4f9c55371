package distillery.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What JavaFX warns of in style sheets; any such warning fails the test in which it arose. Holds for all tests. */
public final class StyleSheetWarnings implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final Logger SOURCE = Logger.getLogger("javafx.css"); // held, or it would be collected as garbage
    private static final List<String> SAID = new ArrayList<>();

    static {
        SOURCE.addHandler(new Listener());
    }

    private static final class Listener extends Handler {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                synchronized (SAID) {
                    SAID.add(line.getMessage());
                }
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** What was said since this was last asked, each sentence once. */
    static List<String> take() {
        synchronized (SAID) {
            List<String> said = SAID.stream().distinct().toList();
            SAID.clear();
            return said;
        }
    }

    static void assertNone() {
        assertEquals(List.of(), take(), "style sheets are read without a warning");
    }

    /** Being found is all it takes: the class now listens. */
    @Override
    public void beforeAll(ExtensionContext context) {}

    @Override
    public void afterEach(ExtensionContext context) {
        assertNone();
    }

    /** For what comes while windows close behind the last test. */
    @Override
    public void afterAll(ExtensionContext context) {
        assertNone();
    }
}
