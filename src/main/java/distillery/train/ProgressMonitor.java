package distillery.train;

import distillery.train.TrainEvent.Task;
import java.util.concurrent.CancellationException;

/** Is told how far long work has come, and may cancel it. */
public interface ProgressMonitor {
    /** How far it has come, {@code share} from 0 to 1. */
    void progress(Task task, double share);

    /** Whether the work is to be given up. */
    boolean cancelled();

    /** How a teacher that is trained here does. */
    default void teacher(TrainEvent.TeacherLearning learning) {}

    /**
     * Tells how far the work has come.
     *
     * @throws CancellationException if it is to be given up
     */
    default void check(Task task, double share) {
        if (cancelled()) {
            throw new CancellationException();
        }
        progress(task, share);
    }

    /** Nobody is told, and nothing is cancelled. */
    static ProgressMonitor none() {
        return new ProgressMonitor() {
            @Override
            public void progress(Task task, double share) {}

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }
}
