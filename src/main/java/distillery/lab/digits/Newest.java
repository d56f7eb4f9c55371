package distillery.lab.digits;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Has a worker do the newest of the tasks it was given: one that is overtaken while it waits is never begun. */
final class Newest {
    private final Executor worker;
    private final AtomicReference<@Nullable Runnable> waiting = new AtomicReference<>();

    Newest(Executor worker) {
        this.worker = worker;
    }

    void run(Runnable task) {
        if (waiting.getAndSet(task) == null) {
            worker.execute(() -> {
                Runnable newest = waiting.getAndSet(null);
                if (newest != null) {
                    newest.run();
                }
            });
        }
    }
}
