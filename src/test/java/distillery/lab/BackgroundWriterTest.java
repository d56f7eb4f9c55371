package distillery.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import distillery.data.Agreed;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundWriterTest {
    private final Messages messages = new Messages();
    private final BackgroundWriter saving = new BackgroundWriter(Runnable::run, Runnable::run, messages);

    @TempDir
    Path folder;

    private String told() {
        return assertInstanceOf(
                        Messages.Trouble.class, messages.newestProperty().get())
                .key();
    }

    @Test
    void whateverEndsASaveIsToldInASentence() {
        saving.write(Agreed.replacing(folder.resolve("a.csv")), out -> {
            throw new OutOfMemoryError("Java heap space");
        });
        assertEquals("program.memory", told());
        saving.write(Agreed.replacing(folder.resolve("a.csv")), out -> {
            throw new NullPointerException();
        });
        assertEquals("program.bug", told());
    }
}
