package distillery.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
    private static final int LENGTH = 1000;

    @Test
    void everyNumberIsDoneOnceHoweverManyShareTheWork() {
        for (int size : new int[] {1, 2, 3, 7}) {
            AtomicIntegerArray times = new AtomicIntegerArray(LENGTH);
            for (int turn = 1; turn <= 200; turn++) {
                count(WorkerPool.of(size), times);
                for (int i = 0; i < LENGTH; i++) {
                    assertEquals(turn, times.get(i), "number " + i + ", pool of " + size);
                }
            }
        }
    }

    @Test
    void wakesUpAfterALongRest() throws InterruptedException {
        AtomicIntegerArray times = new AtomicIntegerArray(LENGTH);
        for (int turn = 1; turn <= 3; turn++) {
            Thread.sleep(50);
            count(WorkerPool.of(3), times);
            assertEquals(turn, times.get(LENGTH - 1));
        }
    }

    @Test
    void manyCallersGetTheirWorkDoneWhole() throws InterruptedException {
        List<Thread> callers = new ArrayList<>();
        AtomicInteger whole = new AtomicInteger();
        for (int i = 0; i < 4; i++) {
            Thread caller = new Thread(() -> {
                AtomicIntegerArray times = new AtomicIntegerArray(LENGTH);
                for (int turn = 0; turn < 500; turn++) {
                    count(WorkerPool.of(2), times);
                }
                whole.addAndGet(times.get(0) == 500 && times.get(LENGTH - 1) == 500 ? 1 : 0);
            });
            caller.start();
            callers.add(caller);
        }
        for (Thread caller : callers) {
            caller.join();
        }
        assertEquals(4, whole.get());
    }

    @Test
    void whatFailsInAMateReachesTheCallerAndNobodyHangs() {
        WorkerPool pool = WorkerPool.of(2);
        IllegalStateException failed = assertThrows(
                IllegalStateException.class,
                () -> pool.parallel(part -> {
                    if (part.index() == 1) {
                        throw new IllegalArgumentException("on purpose");
                    }
                }));
        assertInstanceOf(IllegalArgumentException.class, failed.getCause());
        AtomicIntegerArray times = new AtomicIntegerArray(LENGTH);
        count(pool, times);
        assertEquals(1, times.get(LENGTH - 1));
    }

    @Test
    void aTaskThatIsDoneIsForgotten() throws InterruptedException {
        WorkerPool pool = WorkerPool.of(2);
        WeakReference<AtomicIntegerArray> held = doneAndForgotten(pool);
        for (int i = 0; i < 100 && held.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertNull(held.get());
    }

    private static WeakReference<AtomicIntegerArray> doneAndForgotten(WorkerPool pool) {
        AtomicIntegerArray times = new AtomicIntegerArray(LENGTH);
        count(pool, times);
        return new WeakReference<>(times);
    }

    private static void count(WorkerPool pool, AtomicIntegerArray times) {
        pool.parallel(part -> {
            assertEquals(pool.size(), part.count(), "other parts would round otherwise");
            for (int i = part.from(LENGTH); i < part.to(LENGTH); i++) {
                times.incrementAndGet(i);
            }
        });
    }
}
