package distillery.lab;

import distillery.data.AtomicFile;
import distillery.data.Failure;
import distillery.data.Problem;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/** Writes files while the window goes on, and tells how it went. */
record Saving(Executor files, Executor window, Messages messages) {

    /** Some writing that may be refused. */
    @FunctionalInterface
    interface Writing {
        void write() throws Problem;
    }

    void write(Path file, AtomicFile.Content content) {
        write(file, () -> AtomicFile.write(file, content));
    }

    void write(Path place, Writing writing) {
        files.execute(() -> {
            try {
                writing.write();
                window.execute(() -> messages.say("train.saved", place.toString()));
            } catch (Problem | RuntimeException | Error failed) {
                window.execute(() -> messages.warn(Failure.of(failed)));
            }
        });
    }
}
