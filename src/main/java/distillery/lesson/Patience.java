package distillery.lesson;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The time limit for reading one folder, whatever is in it. For the reading thread only. */
final class Patience {
    private static final long WHOLE = TimeUnit.MILLISECONDS.toNanos(3_500);

    private final LongSupplier clock;
    private long end;

    Patience() {
        this(System::nanoTime);
    }

    Patience(LongSupplier clock) {
        this.clock = clock;
        end = clock.getAsLong() + WHOLE;
    }

    /** Nanoseconds that are left. */
    long left() {
        return end - clock.getAsLong();
    }

    boolean isOver() {
        return left() <= 0;
    }

    /** Whether so much time is left that a task which does not finish in it is itself too slow. */
    boolean isFair() {
        return left() > WHOLE / 3;
    }

    /** Runs a task that does not depend on the folder, such as loading a library; its time is not counted. */
    void except(Runnable once) {
        long before = clock.getAsLong();
        once.run();
        end += clock.getAsLong() - before;
    }
}
