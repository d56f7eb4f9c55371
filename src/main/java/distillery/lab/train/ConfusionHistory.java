package distillery.lab.train;

import distillery.train.ArmName;
import distillery.train.ConfusionMatrix;
import distillery.train.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What teacher and arms took the samples of each class for, one matrix for each test of a run, which is one an epoch where
 * epochs are not short. A very long run keeps fewer: then every second is forgotten, but for the first and the last.
 */
public final class ConfusionHistory {
    /** As many counts are kept at most: some 16 MB. */
    private static final int MOST_COUNTS = 4_000_000;

    private final List<Entry> entries = new ArrayList<>();

    /**
     * The matrices of one test.
     *
     * @param step after how many steps
     * @param epoch after how many whole epochs
     */
    public record Entry(long step, int epoch, ConfusionMatrix teacher, Map<ArmName, ConfusionMatrix> arms) {
        private static Entry of(Evaluation evaluation) {
            Map<ArmName, ConfusionMatrix> arms = new TreeMap<>();
            evaluation.arms().forEach((arm, score) -> arms.put(arm, score.confusion()));
            return new Entry(
                    evaluation.step(), evaluation.epoch(), evaluation.teacher().confusion(), arms);
        }

        private long counts() {
            long own = (long) teacher.classes() * teacher.classes();
            return own * (arms.size() + 1);
        }
    }

    /** All tests that are kept, the first of them before the first step. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The last one at or before this epoch; the first if there is none; null before the first test. */
    public @Nullable Entry at(int epoch) {
        Entry found = entries.isEmpty() ? null : entries.get(0);
        for (Entry entry : entries) {
            found = entry.epoch() <= epoch ? entry : found;
        }
        return found;
    }

    void append(Evaluation evaluation) {
        Entry next = Entry.of(evaluation);
        int last = entries.size() - 1;
        if (last >= 0 && entries.get(last).step() == next.step()) {
            entries.set(last, next); // who is tested twice at one place has not changed
            return;
        }
        entries.add(next);
        if (entries.size() > 4 && next.counts() * entries.size() > MOST_COUNTS) {
            thin();
        }
    }

    private void thin() {
        Entry last = entries.get(entries.size() - 1);
        List<Entry> kept = new ArrayList<>();
        for (int i = 0; i < entries.size() - 1; i += 2) {
            kept.add(entries.get(i));
        }
        kept.add(last);
        entries.clear();
        entries.addAll(kept);
    }

    void clear() {
        entries.clear();
    }
}
