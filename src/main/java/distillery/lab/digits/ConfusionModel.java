package distillery.lab.digits;

import distillery.lab.train.ConfusionHistory;
import distillery.lab.train.RunState;
import distillery.train.EvaluationSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Goes through the confusion matrices of the run on Train, test by test. At the end are those of the nets as they are. */
@SuppressWarnings("ReferenceEquality") // a test is one of the history, not one like it
public final class ConfusionModel {
    private final ObservableValue<@Nullable Panel> panel;
    private final RunState run;
    private final ReadOnlyObjectWrapper<List<ConfusionHistory.Entry>> epochs =
            new ReadOnlyObjectWrapper<>(this, "epochs", List.of());
    private final ReadOnlyObjectWrapper<@Nullable Confusions> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    /** The test that was chosen; null for the nets as they are. */
    private ConfusionHistory.@Nullable Entry chosen;

    ConfusionModel(ObservableValue<@Nullable Panel> panel, RunState run) {
        this.panel = panel;
        this.run = run;
        panel.addListener((property, before, now) -> look());
        run.evaluationProperty().addListener((property, before, now) -> look());
    }

    /** The tests that are kept, one an epoch where epochs are not short; none for nets that are not the run's. */
    public ReadOnlyObjectProperty<List<ConfusionHistory.Entry>> epochsProperty() {
        return epochs.getReadOnlyProperty();
    }

    /** The matrices on show; null without a panel. */
    public ReadOnlyObjectProperty<@Nullable Confusions> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Which of the tests is on show; the last stands for the nets as they are. */
    public int place() {
        List<ConfusionHistory.Entry> all = epochs.get();
        int found = chosen == null ? -1 : all.indexOf(chosen);
        return found < 0 ? Math.max(0, all.size() - 1) : found;
    }

    /** Shows another of the tests; from the last one on the nets as they are, however they go on. */
    public void go(int place) {
        List<ConfusionHistory.Entry> all = epochs.get();
        chosen = place >= all.size() - 1 ? null : all.get(Math.max(0, place));
        show();
    }

    /** Whether the run counts on held-out samples, and the nets as they are on test samples. */
    public boolean onOthers() {
        return run.evaluationProperty().get() != null
                && run.evaluationProperty().get().on() == EvaluationSet.HELD_OUT;
    }

    private void look() {
        Panel now = panel.getValue();
        boolean ofRun = now != null && now.source() == NetSource.RUN;
        List<ConfusionHistory.Entry> all = ofRun ? run.confusions().entries() : List.of();
        if (chosen != null && !all.contains(chosen)) {
            // A long run has forgotten it: the one before it stays in view. Another run has nothing to do with it.
            chosen = all.isEmpty() || all.get(0).epoch() > chosen.epoch()
                    ? null
                    : run.confusions().at(chosen.epoch());
        }
        if (!all.equals(epochs.get())) {
            epochs.set(all);
        }
        show();
    }

    private void show() {
        Panel now = panel.getValue();
        Confusions next = now == null ? null : new Confusions(now, Optional.ofNullable(chosen));
        Confusions before = shown.get();
        boolean same = next != null
                && before != null
                && next.panel() == before.panel()
                && next.earlier().orElse(null) == before.earlier().orElse(null);
        if (!same) {
            shown.set(next);
        }
    }
}
