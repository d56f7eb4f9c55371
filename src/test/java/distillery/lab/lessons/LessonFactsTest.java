package distillery.lab.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.lab.train.Comparison;
import distillery.lab.train.TrainModel;
import distillery.lab.train.TrainReports;
import distillery.lab.train.TrainScreen;
import distillery.lesson.Fact;
import distillery.lesson.Value;
import distillery.train.Preset;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class LessonFactsTest {
    private final Workers idle = new Workers(task -> {}, task -> {}, task -> {}, () -> 0);
    private final TrainModel train = new TrainModel(idle, new Messages());
    private final Comparison comparison = train.reading().comparison();
    private final LessonFacts facts =
            new LessonFacts(new SimpleStringProperty("train"), List.of(new TrainScreen(train)));

    /** Compares this many seeds of the settings on screen. */
    private void compare(int count) {
        TrainReports.begin(comparison, train.settings(), count).forEach(seed -> TrainReports.finish(comparison, seed));
    }

    @Test
    void seedsOfOtherSettingsCountForNothing() {
        compare(5);
        assertEquals(Value.of(5), facts.read(Fact.TRAIN_SEEDS));
        assertEquals(Value.of("better"), facts.read(Fact.TRAIN_VERDICT));
        train.set(Preset.TINY_STUDENT.settings());
        assertEquals(Value.of(0), facts.read(Fact.TRAIN_SEEDS));
        assertEquals(Value.of(""), facts.read(Fact.TRAIN_VERDICT));
        compare(2);
        assertEquals(Value.of(2), facts.read(Fact.TRAIN_SEEDS));
        assertEquals(Value.of("more-seeds"), facts.read(Fact.TRAIN_VERDICT));
    }

    @Test
    void seedsCountAgainWhenTheirSettingsComeBack() {
        compare(5);
        train.set(Preset.TINY_STUDENT.settings());
        train.set(Preset.FEW_LABELS.settings());
        assertEquals(Value.of(5), facts.read(Fact.TRAIN_SEEDS));
    }

    @Test
    void thereIsNoVerdictBeforeTheLastSeedThatWasAskedFor() {
        List<Long> seeds = TrainReports.begin(comparison, train.settings(), 5);
        seeds.subList(0, 4).forEach(seed -> TrainReports.finish(comparison, seed));
        assertEquals(Value.of("more-seeds"), facts.read(Fact.TRAIN_VERDICT));
        TrainReports.finish(comparison, seeds.get(4));
        assertEquals(Value.of("better"), facts.read(Fact.TRAIN_VERDICT));
    }
}
