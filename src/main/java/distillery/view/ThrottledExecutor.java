package distillery.view;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * Runs tasks on the window's thread, a set number of times a second at most, so that drawing leaves the processor to
 * the nets in training. In between the window's thread is idle, for even a frame without changes takes processor time.
 */
public final class ThrottledExecutor implements Executor {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private final long pause;
    private volatile long last;

    public ThrottledExecutor(int perSecond) {
        pause = SECOND / perSecond;
        last = System.nanoTime() - pause;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (due.compareAndSet(false, true)) {
            long wait = last + pause - System.nanoTime();
            CompletableFuture.delayedExecutor(Math.max(0, wait), TimeUnit.NANOSECONDS, Platform::runLater)
                    .execute(this::run);
        }
    }

    private void run() {
        last = System.nanoTime();
        due.set(false); // before the tasks: whoever adds one from here on has another turn coming
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }
}
