package distillery.lab;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The threads that work beside the window's.
 *
 * @param trainer one thread, for runs
 * @param files another, for files
 * @param window runs a task on the window's thread at its next turn
 * @param millis a clock that never goes back
 */
public record Workers(Executor trainer, Executor files, Executor window, LongSupplier millis) {

    /** Workers whose trainer is a daemon thread; the one for files must not be, or a save would be cut off. */
    public static Workers beside(Executor window, Executor files) {
        Executor trainer = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "trainer");
            thread.setDaemon(true);
            return thread;
        });
        return new Workers(trainer, files, window, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    }
}
