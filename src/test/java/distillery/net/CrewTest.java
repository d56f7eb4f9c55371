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

class CrewTest {
    private static final int LENGTH = 1000;

    @Test
    void everyNumberIsDoneOnceHoweverManyShareTheWork() {
        for (int size : new int[] {1, 2, 3, 7}) {
            AtomicIntegerArray times = new AtomicIntegerArray(LENGTH);
            for (int turn = 1; turn <= 200; turn++) {
                count(Crew.of(size), times);
                for (int i = 0; i < LENGTH; i++) {
                    assertEquals(turn, times.get(i), "number " + i + ", crew of " + size);
                }
            }
        }
    }

    @Test
    void wakesUpAfterALongRest() throws InterruptedException {
        AtomicIntegerArray times = new AtomicIntegerArray(LENGTH);
        for (int turn = 1; turn <= 3; turn++) {
            Thread.sleep(50);
            count(Crew.of(3), times);
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
                    count(Crew.of(2), times);
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
        Crew crew = Crew.of(2);
        IllegalStateException failed = assertThrows(
                IllegalStateException.class,
                () -> crew.share(part -> {
                    if (part.index() == 1) {
                        throw new IllegalArgumentException("on purpose");
                    }
                }));
        assertInstanceOf(IllegalArgumentException.class, failed.getCause());
        AtomicIntegerArray times = new AtomicIntegerArray(LENGTH);
        count(crew, times);
        assertEquals(1, times.get(LENGTH - 1));
    }

    @Test
    void aTaskThatIsDoneIsForgotten() throws InterruptedException {
        Crew crew = Crew.of(2);
        WeakReference<AtomicIntegerArray> held = doneAndForgotten(crew);
        for (int i = 0; i < 100 && held.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertNull(held.get());
    }

    private static WeakReference<AtomicIntegerArray> doneAndForgotten(Crew crew) {
        AtomicIntegerArray times = new AtomicIntegerArray(LENGTH);
        count(crew, times);
        return new WeakReference<>(times);
    }

    private static void count(Crew crew, AtomicIntegerArray times) {
        crew.share(part -> {
            assertEquals(crew.size(), part.count(), "other parts would round otherwise");
            for (int i = part.from(LENGTH); i < part.to(LENGTH); i++) {
                times.incrementAndGet(i);
            }
        });
    }
}
