package distillery.train;

import distillery.data.Problem;
import org.jspecify.annotations.Nullable;

/** Hands out data and teacher, and keeps the last ones for whoever wants the same. */
public final class MaterialsCache {
    private @Nullable DataAndTeacher last;

    /**
     * The materials for these settings.
     *
     * @throws Problem if a file is missing or wrong
     * @throws java.util.concurrent.CancellationException if the monitor is cancelled
     */
    public synchronized DataAndTeacher materials(TrainSettings settings, ProgressMonitor monitor) throws Problem {
        boolean sameData = last != null
                && DataChoice.of(last.origin().data())
                        .untouched()
                        .equals(DataChoice.of(settings.data()).untouched());
        last = sameData ? last : null; // data that nobody wants again make room before others are read
        last = DataAndTeacher.of(settings, last, monitor);
        return last;
    }

    /** Keeps nothing any more. */
    synchronized void clear() {
        last = null;
    }
}
