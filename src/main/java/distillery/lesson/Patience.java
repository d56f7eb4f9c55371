package distillery.lesson;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How long the reading of one folder may take, whatever is in it: somebody waits for it. Only the reading thread comes here. */
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

    /** Whether there is enough time left for it to be a thing's own fault if that is not done in time. */
    boolean isFair() {
        return left() > WHOLE / 3;
    }

    /** Does what is no folder's fault, such as loading a library; it is not counted. */
    void except(Runnable once) {
        long before = clock.getAsLong();
        once.run();
        end += clock.getAsLong() - before;
    }
}
