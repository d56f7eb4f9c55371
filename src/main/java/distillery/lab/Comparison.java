package distillery.lab;

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

/** Results of whole runs over seeds, all of the same settings, and what may be said after them. */
public final class Comparison {
    private final ObservableList<SeedResult> results = FXCollections.observableArrayList();
    private final ObservableList<SeedResult> view = FXCollections.unmodifiableObservableList(results);
    private final ReadOnlyObjectWrapper<@Nullable Verdict> verdict = new ReadOnlyObjectWrapper<>(this, "verdict");
    private final ReadOnlyObjectWrapper<@Nullable TrainSettings> settings =
            new ReadOnlyObjectWrapper<>(this, "settings");
    private int asked;
    private int left;

    Comparison() {}

    /** One for each seed that is through. */
    public ObservableList<SeedResult> results() {
        return view;
    }

    /** Null before the first seed is through. */
    public ReadOnlyObjectProperty<@Nullable Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** What was compared, so that a verdict is not taken for one on other settings; null before the first comparison. */
    public ReadOnlyObjectProperty<@Nullable TrainSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** How many seeds of exactly these settings are through. */
    public int seedsOf(TrainSettings wanted) {
        return wanted.equals(settings.get()) ? results.size() : 0;
    }

    /** The next {@code count} seeds to run; other settings than before begin anew. */
    List<Long> next(TrainSettings now, int count) {
        if (!now.equals(settings.get())) {
            results.clear();
            verdict.set(null);
            settings.set(now);
            asked = 0;
        }
        long first = now.seed() + asked;
        asked += count;
        left = count;
        return LongStream.range(first, first + count).boxed().toList();
    }

    /** Whether seeds that were asked for last have still to report. */
    boolean isUnderWay() {
        return left > 0;
    }

    void add(SeedResult result) {
        left--;
        results.add(result);
        verdict.set(Verdict.over(results));
    }

    /** One seed has no result. */
    void giveUpOne() {
        left--;
    }

    /** A comparison that was broken off goes on with the seed after the last that is through. */
    void stop() {
        left = 0;
        TrainSettings compared = settings.get();
        if (compared != null && !results.isEmpty()) {
            asked = (int) (results.get(results.size() - 1).seed() - compared.seed()) + 1;
        } else {
            asked = 0;
        }
    }
}
