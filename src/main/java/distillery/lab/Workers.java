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

    /** Threads of their own, which do not keep the program alive. */
    public static Workers beside(Executor window) {
        return new Workers(
                thread("trainer"), thread("files"), window, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    }

    private static Executor thread(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
