package distillery.train.sweep;

import distillery.data.Problem;
import distillery.train.DataAndTeacher;
import distillery.train.ProgressMonitor;
import distillery.train.TrainSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/** Data and teachers of a sweep, read and trained once each; the last few are kept. */
final class SweepMaterials {
    private static final int MOST = 8;

    private final Map<DataAndTeacher.Origin, DataAndTeacher> kept =
            new LinkedHashMap<>(MOST, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<DataAndTeacher.Origin, DataAndTeacher> eldest) {
                    return size() > MOST;
                }
            };

    /** The materials for these settings; a thread that needs the same as another waits until they are there. */
    synchronized DataAndTeacher of(TrainSettings settings, ProgressMonitor monitor) throws Problem {
        DataAndTeacher.Origin origin = DataAndTeacher.Origin.of(settings);
        DataAndTeacher found = kept.get(origin);
        if (found == null) {
            DataAndTeacher before = kept.isEmpty() ? null : kept.values().iterator().next(); // its data are the same
            found = DataAndTeacher.of(settings, before, monitor);
            kept.put(origin, found);
        }
        return found;
    }
}
