package distillery.lab;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Who does what beside the window.
 *
 * @param trainer one thread, for runs
 * @param files another, for files
 * @param window runs a task on the window's thread at its next turn
 * @param millis a clock that never goes back
 */
public record Workers(Executor trainer, Executor files, Executor window, LongSupplier millis) {

    /** A trainer that does not keep the program alive; files are left to somebody who does, or a save would be cut off. */
    public static Workers beside(Executor window, Executor files) {
        Executor trainer = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "trainer");
            thread.setDaemon(true);
            return thread;
        });
        return new Workers(trainer, files, window, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    }
}
