package distillery.lab.train;

import distillery.lab.train.KnobChange.Knob;
import distillery.train.LiveSettings;
import distillery.train.StepReport;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What was turned while nets trained, read from the reports themselves: the step that first felt it is the step it is
 * told for; a mistake made from the first step on is told for that one. A dragged slider is one change: turns of one knob within {@value #PAUSE_MILLIS} ms go together.
 */
final class KnobChanges {
    static final long PAUSE_MILLIS = 500;

    private final LongSupplier millis;
    private final ObservableList<KnobChange> changes = FXCollections.observableArrayList();
    private final ObservableList<KnobChange> view = FXCollections.unmodifiableObservableList(changes);
    private final Map<Knob, Long> turned = new EnumMap<>(Knob.class);
    private @Nullable LiveSettings before;

    KnobChanges(LongSupplier millis) {
        this.millis = millis;
    }

    /** For reading; always the same, since listeners hold on to it. */
    ObservableList<KnobChange> list() {
        return view;
    }

    void read(StepReport report) {
        LiveSettings last = before == null ? report.live().withTeacherUnfrozen(false) : before;
        before = report.live();
        if (last.equals(report.live())) {
            return;
        }
        for (Knob knob : Knob.values()) {
            double from = knob.of(last);
            double to = knob.of(report.live());
            boolean saidAlready = knob == Knob.HARD_WEIGHT && Knob.SOFT_WEIGHT.of(last) + from == 1;
            if (from != to && !saidAlready) {
                note(report.step(), knob, from, to);
            }
        }
    }

    void clear() {
        changes.clear();
        turned.clear();
        before = null;
    }

    private void note(long step, Knob knob, double from, double to) {
        long now = millis.getAsLong();
        Long last = turned.put(knob, now);
        if (last != null && now - last <= PAUSE_MILLIS && knob != Knob.TEACHER_UNFROZEN) {
            for (int i = changes.size() - 1; i >= 0; i--) {
                KnobChange change = changes.get(i);
                if (change.knob() == knob) {
                    changes.set(i, new KnobChange(change.step(), knob, change.from(), to));
                    return;
                }
            }
        }
        changes.add(new KnobChange(step, knob, from, to));
    }
}
