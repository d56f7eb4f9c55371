package distillery.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A queue from a worker thread to the window's thread. Posting never blocks; the window receives all items posted since
 * its last turn, in order, as one list. A slow window receives longer lists and loses nothing.
 */
public final class Mailbox<T> {
    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean queued = new AtomicBoolean();
    private final Executor window;
    private final Consumer<List<T>> receiver;

    /**
     * An empty queue.
     *
     * @param window runs a task on the window's thread at its next turn
     */
    public Mailbox(Executor window, Consumer<List<T>> receiver) {
        this.window = window;
        this.receiver = receiver;
    }

    /** Adds an item, from any thread. */
    public void post(T item) {
        waiting.add(item);
        if (queued.compareAndSet(false, true)) {
            window.execute(this::deliver);
        }
    }

    private void deliver() {
        queued.set(false); // before emptying: an item posted from here on queues its own delivery
        List<T> items = new ArrayList<>();
        for (T item = waiting.poll(); item != null; item = waiting.poll()) {
            items.add(item);
        }
        if (!items.isEmpty()) {
            receiver.accept(items);
        }
    }
}
