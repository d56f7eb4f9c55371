package distillery.train;

import distillery.train.TrainEvent.Phase;
import java.util.concurrent.CancellationException;

/** Somebody who waits for long work, and may lose patience. */
public interface ProgressMonitor {
    /** How far it has come, {@code share} from 0 to 1. */
    void progress(Phase phase, double share);

    /** Whether to give up. */
    boolean cancelled();

    /** Tells how far it has come, and gives up if that is wanted. */
    default void check(Phase phase, double share) {
        if (cancelled()) {
            throw new CancellationException();
        }
        progress(phase, share);
    }

    /** Nobody: the work runs through. */
    static ProgressMonitor none() {
        return new ProgressMonitor() {
            @Override
            public void progress(Phase phase, double share) {}

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }
}
