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
 * What teacher and arms took the samples for at each test of a run, which is one an epoch where epochs are not short. A very
 * long run keeps fewer: then every second is forgotten, but for the first and the last.
 */
public final class ConfusionHistory {
    /** As much is kept at most. */
    private static final int MOST_BYTES = 16_000_000;

    private final List<Entry> entries = new ArrayList<>();

    /** One net at a test: what it took each sample for, and how often each class for each. */
    public static final class Answered {
        private final ConfusionMatrix confusion;
        /** A class for each sample; there are at most a hundred. */
        private final byte[] taken;

        private Answered(Evaluation.Score score) {
            confusion = score.confusion();
            taken = new byte[score.taken().length];
            for (int i = 0; i < taken.length; i++) {
                taken[i] = (byte) score.taken()[i];
            }
        }

        public ConfusionMatrix confusion() {
            return confusion;
        }

        /** What it took a sample for. */
        public int taken(int sample) {
            return taken[sample];
        }

        /** How many samples there were. */
        public int samples() {
            return taken.length;
        }

        private long bytes() {
            return taken.length + (long) Integer.BYTES * confusion.classes() * confusion.classes();
        }
    }

    /**
     * One test.
     *
     * @param step after how many steps
     * @param epoch after how many whole epochs
     */
    public record Entry(long step, int epoch, Answered teacher, Map<ArmName, Answered> arms) {
        private static Entry of(Evaluation evaluation) {
            Map<ArmName, Answered> arms = new TreeMap<>();
            evaluation.arms().forEach((arm, score) -> arms.put(arm, new Answered(score)));
            return new Entry(evaluation.step(), evaluation.epoch(), new Answered(evaluation.teacher()), arms);
        }

        private long bytes() {
            return teacher.bytes()
                    + arms.values().stream().mapToLong(Answered::bytes).sum();
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
        if (entries.size() > 4 && next.bytes() * entries.size() > MOST_BYTES) {
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
