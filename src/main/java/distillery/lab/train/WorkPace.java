package distillery.lab.train;

import distillery.train.TrainEvent.Preparing;
import distillery.train.TrainEvent.Task;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** How long work still takes that says which share of it is done. */
final class WorkPace {
    private @Nullable Task task;
    private double from;
    private long since;
    private double share;

    void read(Preparing now, long millis) {
        if (now.task() != task || now.share() < share) { // other work, or the same anew
            task = now.task();
            from = now.share();
            since = millis;
        }
        share = now.share();
    }

    void clear() {
        task = null;
    }

    /** Seconds until all is done, as fast as it went so far; empty before anyone can tell. */
    OptionalDouble secondsLeft(long millis) {
        return task == null || share <= from || share >= 1
                ? OptionalDouble.empty()
                : OptionalDouble.of((millis - since) / 1e3 * (1 - share) / (share - from));
    }
}
