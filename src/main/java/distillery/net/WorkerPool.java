package distillery.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The threads that work on one net together: the caller and a worker on each other core. Every task is cut into as many
 * parts, and all are done when {@link #parallel} returns. Products, loops and updates all go through here, so that the
 * second core helps with Adam and ReLU too, not just with the products that OpenBLAS would share out by itself.
 *
 * <p>A step has a handful of tasks, some of a few microseconds, so workers spin until the next one comes. They yield their
 * core to other threads, and park when none has come for about a millisecond.
 */
final class WorkerPool {
    private static final Map<Integer, WorkerPool> POOLS = new ConcurrentHashMap<>();

    private static final int EAGER = 2_000;
    private static final int PATIENT = 4_000;

    private final List<Thread> workers = new ArrayList<>();
    private final int size;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger asleep = new AtomicInteger();
    private volatile Consumer<Slice> task = WorkerPool::rest;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile @Nullable Throwable trouble;

    /** The pool of this size, the caller counted in. All nets share it, for spinning workers cost a core each. */
    static WorkerPool of(int size) {
        return POOLS.computeIfAbsent(size, WorkerPool::new);
    }

    private WorkerPool(int size) {
        this.size = size;
        for (int i = 1; i < size; i++) {
            Slice slice = new Slice(i, size);
            Thread worker = new Thread(() -> work(slice), "net-" + i);
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
    }

    /**
     * Slice {@code index} of {@code count}, as equal as whole strips of {@value #STRIP} allow: vector instructions take no
     * less at a time. OpenBLAS rounds a strip's sums by its place among others, so another number of parts can change a
     * number's last digit; the same number of parts never does.
     */
    record Slice(int index, int count) {
        private static final int STRIP = 16;

        /** Where this slice of so many things begins. */
        int from(int length) {
            return border(length, index);
        }

        /** Where it ends. */
        int to(int length) {
            return border(length, index + 1);
        }

        /** The same in shares as equal as can be, for things of which each is work enough. */
        int evenFrom(int length) {
            return (int) ((long) length * index / count);
        }

        int evenTo(int length) {
            return (int) ((long) length * (index + 1) / count);
        }

        private int border(int length, int at) {
            long strips = (length + STRIP - 1L) / STRIP;
            return (int) Math.min(length, strips * at / count * STRIP);
        }
    }

    /** How many work together, the caller counted in. */
    int size() {
        return size;
    }

    /**
     * Does a task, all parts at the same time, or one after the other if the workers are busy with another net's: the same
     * parts in any case, so the same bits.
     */
    void parallel(Consumer<Slice> work) {
        if (size == 1 || !busy.compareAndSet(false, true)) {
            for (int i = 0; i < size; i++) {
                work.accept(new Slice(i, size));
            }
            return;
        }
        trouble = null;
        task = work;
        atWork.set(workers.size());
        turn.incrementAndGet();
        if (asleep.get() > 0) {
            workers.forEach(LockSupport::unpark);
        }
        Throwable failed;
        try {
            work.accept(new Slice(0, size));
        } finally {
            for (int waited = 0; atWork.get() > 0; waited++) {
                linger(waited);
            }
            failed = trouble;
            task = WorkerPool::rest; // else the last net would live as long as its pool
            busy.set(false);
        }
        if (failed != null) {
            throw new IllegalStateException("slice of a net's work failed", failed);
        }
    }

    private static void rest(Slice slice) {}

    private void work(Slice slice) {
        for (int seen = 0; ; ) {
            seen = next(seen);
            try {
                task.accept(slice);
            } catch (RuntimeException | Error failed) {
                trouble = failed;
            }
            atWork.decrementAndGet();
        }
    }

    private int next(int seen) {
        for (int waited = 0; turn.get() == seen; waited++) {
            if (waited < PATIENT) {
                linger(waited);
                continue;
            }
            asleep.incrementAndGet();
            if (turn.get() == seen) { // else the task came before the caller could know that a worker is parked
                LockSupport.park(this);
            }
            asleep.decrementAndGet();
        }
        return turn.get();
    }

    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on the hint but the comfort of other threads
    private static void linger(int waited) {
        if (waited < EAGER) {
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }
}
