package distillery.lab;

import distillery.data.Agreed;
import distillery.data.AtomicFile;
import distillery.data.Failure;
import distillery.data.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Writes files off the window's thread, and reports success or failure as a message. */
public record BackgroundWriter(Executor files, Executor window, Messages messages) {

    public void write(Agreed file, AtomicFile.Content content) {
        write(Map.of(file.path(), content), file);
    }

    /** Writes files of one folder that belong together. */
    public void write(Map<Path, AtomicFile.Content> together, Agreed agreed) {
        files.execute(() -> {
            try {
                AtomicFile.writeAll(together, agreed.replaced());
                window.execute(() -> messages.say("train.saved", names(together)));
            } catch (Problem | RuntimeException | Error failed) {
                window.execute(() -> messages.warn(Failure.of(failed)));
            }
        });
    }

    /** Makes the bytes of a file that is not to be one: for the clipboard, say. */
    public void make(AtomicFile.Content content, Consumer<byte[]> then) {
        files.execute(() -> {
            try {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                content.writeTo(bytes);
                window.execute(() -> then.accept(bytes.toByteArray()));
            } catch (IOException | RuntimeException | Error failed) {
                window.execute(() -> messages.warn(Failure.of(failed)));
            }
        });
    }

    private static String names(Map<Path, AtomicFile.Content> together) {
        Path first = together.keySet().iterator().next();
        return together.keySet().stream()
                .skip(1)
                .map(file -> ", " + file.getFileName())
                .collect(Collectors.joining("", first.toString(), ""));
    }
}
