package distillery.lab.train;

import distillery.train.SeedResult;
import distillery.train.TrainSettings;
import distillery.train.Verdict;
import java.util.List;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Results of whole runs over seeds, all of the same settings, and what may be said after them. Which seeds belong to
 * it is settled when it begins: one that was broken off goes on with those that are missing, and after the last there
 * is only another comparison, over new seeds, with a verdict of its own.
 */
public final class Comparison {
    private final ObservableList<SeedResult> results = FXCollections.observableArrayList();
    private final ObservableList<SeedResult> view = FXCollections.unmodifiableObservableList(results);
    private final ReadOnlyObjectWrapper<@Nullable Verdict> verdict = new ReadOnlyObjectWrapper<>(this, "verdict");
    private final ReadOnlyObjectWrapper<@Nullable TrainSettings> settings =
            new ReadOnlyObjectWrapper<>(this, "settings");
    /** The seeds that the results belong to. */
    private List<Long> plan = List.of();
    /** The seeds asked for last; they become the plan as soon as one that is new is through. */
    private List<Long> asked = List.of();

    private int left;

    Comparison() {}

    /** One for each seed that is through. */
    public ObservableList<SeedResult> results() {
        return view;
    }

    /** Null before the first seed is through; decides nothing before the last is. */
    public ReadOnlyObjectProperty<@Nullable Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** What was compared, so that a verdict is not taken for one on other settings; null before the first comparison. */
    public ReadOnlyObjectProperty<@Nullable TrainSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** How many seeds were asked for last. */
    public int asked() {
        return asked.size();
    }

    /** How many seeds of exactly these settings are through. */
    public int seedsOf(TrainSettings wanted) {
        return wanted.equals(settings.get()) ? results.size() : 0;
    }

    /** The seeds of a comparison of these settings that are not through: broken off, or given up. */
    public List<Long> missingOf(TrainSettings wanted) {
        if (!wanted.equals(settings.get())) {
            return List.of();
        }
        return plan.stream()
                .filter(seed -> results.stream().noneMatch(result -> result.seed() == seed))
                .toList();
    }

    /** The seeds to run next: what is missing of these settings' comparison, otherwise {@code count} new ones. */
    List<Long> next(TrainSettings now, int count) {
        if (!now.equals(settings.get())) {
            results.clear();
            plan = List.of();
            verdict.set(null);
            settings.set(now);
        }
        asked = missingOf(now);
        if (asked.isEmpty()) {
            long first = plan.isEmpty() ? now.seed() : plan.get(plan.size() - 1) + 1;
            asked = LongStream.range(first, first + count).boxed().toList();
        }
        left = asked.size();
        return asked;
    }

    /** Whether seeds that were asked for last have still to report. */
    boolean isUnderWay() {
        return left > 0;
    }

    void add(SeedResult result) {
        left--;
        if (!plan.contains(result.seed())) {
            plan = asked;
            results.clear();
        }
        results.add(result);
        verdict.set(Verdict.over(results, plan.size()));
    }

    /** One seed has no result. */
    void giveUpOne() {
        left--;
    }

    /** Nothing more will come of what was asked for. */
    void stop() {
        left = 0;
    }
}
