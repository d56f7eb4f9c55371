package distillery.train;

import distillery.method.LabelSmoothing;
import distillery.method.LabelsOnly;
import distillery.method.LiveHyperparameters;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Arms that learn the same in several experiments, and need to learn it only once: those that listen to no teacher, in
 * experiments that differ in nothing but temperature, weights and method. What comes out is the same, bit for bit. May be used
 * by several threads; two that need the same arm at the same time both train it, for waiting would take as long.
 *
 * <p>Only for experiments whose sliders stay where they are from the first step to the last.
 */
public final class SharedArms {
    /** Of one arm: more than this is learned anew. */
    private static final long LARGEST = 64L << 20;

    private static final LiveHyperparameters ANY = new LiveHyperparameters(1, 0, 1);

    private final long most;
    private final Map<Key, ArmTape> tapes = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** What decides how an arm learns; what cannot is the same for all. */
    private record Key(TrainSettings settings, Arm arm, DataAndTeacher.Origin origin) {}

    /** Keeps arms as long as there is room, those used last the longest. */
    public SharedArms() {
        this(Runtime.getRuntime().maxMemory() / 8);
    }

    /** The same with so many bytes; 0 shares nothing. */
    public SharedArms(long most) {
        this.most = most;
    }

    /** An arm's part in an experiment: it plays a tape, or takes one down. */
    final class Share {
        private final Key key;
        private final ArmTape tape;
        private int row;

        private Share(Key key, ArmTape tape) {
            this.key = key;
            this.tape = tape;
        }

        /** Complete where the arm has learned before. */
        ArmTape tape() {
            return tape;
        }

        /** The next step of a complete tape. */
        double[] play(int rows) {
            if (row + rows > tape.rows()) {
                throw new IllegalStateException("a tape of " + tape.rows() + " samples is over");
            }
            row += rows;
            return tape.play(row - rows, rows);
        }

        /** Whether the step that was played is the last. */
        boolean isOver() {
            return row == tape.rows();
        }

        /** For others, from now on. */
        void handOut() {
            keep(key, tape);
        }
    }

    /** The part of an arm of the first phase that is shown so many samples in it; null if it must learn by itself. */
    @Nullable
    Share of(TrainSettings settings, Arm arm, DataAndTeacher.Origin origin, long rows) {
        boolean alone = (arm.method() instanceof LabelsOnly || arm.method() instanceof LabelSmoothing)
                && arm.start() == null
                && arm.sources().isEmpty();
        long needed = ArmTape.bytes(rows, arm.net().classes(), arm.net().parameters());
        if (!alone || needed > Math.min(LARGEST, most)) {
            return null;
        }
        Key key = new Key(whatMatters(settings), arm, origin);
        ArmTape found = find(key);
        return new Share(key, found == null ? new ArmTape(rows, arm.net().classes()) : found);
    }

    /** Smoothing is part of the arm. */
    private static TrainSettings whatMatters(TrainSettings settings) {
        return settings.with(draft -> {
            draft.method = MethodSettings.of(MethodKind.HINTON);
            draft.live = draft.live.withKnobs(ANY);
            draft.smoothing = 0;
        });
    }

    private synchronized @Nullable ArmTape find(Key key) {
        return tapes.get(key);
    }

    private synchronized void keep(Key key, ArmTape tape) {
        if (tapes.putIfAbsent(key, tape) == null) {
            bytes += tape.bytes();
        }
        Iterator<ArmTape> oldest = tapes.values().iterator();
        while (bytes > most) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }
}
