package distillery.lab.train;

import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.train.League;
import distillery.train.SeedResult;
import distillery.train.StopCondition;
import distillery.train.TrainSettings;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/**
 * Which methods are to be compared, and how far their league is. As with a {@link Comparison}, its seeds are settled when
 * it begins: one that was broken off goes on with those that are missing, and after the last there is only another league.
 */
public final class MethodComparison {
    private final ObservableSet<MethodKind> omitted = FXCollections.observableSet();
    private final ReadOnlyObjectWrapper<@Nullable League> league = new ReadOnlyObjectWrapper<>(this, "league");
    private final ReadOnlyObjectWrapper<@Nullable TrainSettings> settings =
            new ReadOnlyObjectWrapper<>(this, "settings");
    private League asked = League.of(List.of(), 0);
    /** The first seed of what was asked for. */
    private long first;

    private int left;

    /** Whose candidates these are: they are asked for far more often than settings change. */
    private @Nullable TrainSettings known;

    private List<League.Candidate> candidates = List.of();

    MethodComparison() {}

    /** Methods that are left out though these nets could learn by them. */
    public ObservableSet<MethodKind> omitted() {
        return omitted;
    }

    /** Null before the first seed is through. */
    public ReadOnlyObjectProperty<@Nullable League> leagueProperty() {
        return league.getReadOnlyProperty();
    }

    /** What the league was begun with; null before the first. */
    public ReadOnlyObjectProperty<@Nullable TrainSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** All methods, and why one of them does not go with these settings. */
    public List<League.Candidate> candidates(TrainSettings now) {
        if (!now.equals(known)) {
            known = now;
            candidates = League.candidates(now);
        }
        return candidates;
    }

    /** The methods that a league of these settings would have. */
    public List<MethodSettings> chosen(TrainSettings now) {
        return candidates(now).stream()
                .filter(each -> each.unfit() == null)
                .map(League.Candidate::method)
                .filter(method -> !omitted.contains(method.kind()))
                .toList();
    }

    /** Whether the league is one of exactly these settings and of the methods that are chosen now. */
    public boolean isOf(TrainSettings now) {
        League last = league.get();
        return last != null && now.equals(settings.get()) && last.methods().equals(chosen(now));
    }

    /** How many seeds of the league of these settings are not through: broken off, or given up. */
    public int missingOf(TrainSettings now) {
        League last = league.get();
        return last == null || !isOf(now) ? 0 : last.planned() - last.seeds().size();
    }

    /** The league that was asked for last, as far as it is: it is shown as soon as a seed of it is through. */
    public League asked() {
        return asked;
    }

    /** What to run next: what is missing of the league of these settings, otherwise one of {@code count} new seeds. */
    StopCondition.Methods next(TrainSettings now, int count) {
        League last = isOf(now) ? league.get() : null;
        if (last == null) {
            league.set(null);
            first = now.seed();
            asked = League.of(chosen(now), count);
        } else if (last.isComplete()) {
            first = 1 + last.seeds().stream().mapToLong(SeedResult::seed).max().orElseThrow();
            asked = League.of(last.methods(), count);
        } else {
            asked = last;
        }
        settings.set(now);
        StopCondition.Methods next = new StopCondition.Methods(asked, first, now);
        left = next.missing().size();
        return next;
    }

    /** Whether seeds that were asked for last have still to report. */
    boolean isUnderWay() {
        return left > 0;
    }

    void grow(League now) {
        left--;
        asked = now;
        league.set(now);
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
