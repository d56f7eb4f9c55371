package distillery.lab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.data.Problem;
import distillery.lab.train.RunState.Stage;
import distillery.train.LiveSettings;
import distillery.train.Preset;
import distillery.train.StopCondition;
import distillery.train.TrainEvent;
import distillery.train.TrainSettings;
import distillery.train.Verdict;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RunStateTest {
    private static final TrainSettings TOY = Preset.TOY.settings();
    private static final LiveSettings LIVE = TrainReports.live(4, 0.5, 1e-3, 64);

    private final RunState reading = new RunState(() -> 0);

    @Test
    void stepsThatWereUnderWayDoNotEndAComparison() {
        reading.begin(Stage.READY);
        reading.sent(new StopCondition.Epochs(5), 5);
        reading.receive(List.of(TrainReports.step(1, 1, LIVE, 1)));
        assertEquals(Stage.RUNNING, reading.stage());
        reading.sent(new StopCondition.Seeds(List.of(1L), TOY), 5);
        reading.receive(List.of(TrainReports.step(2, 1, LIVE, 1)));
        assertEquals(Stage.COMPARING, reading.stage());
        assertEquals(2, reading.step());
    }

    @Test
    void aRestThatWasOnItsWayDoesNotEndAComparison() {
        reading.begin(Stage.READY);
        TrainEvent.Paused rest = new TrainEvent.Paused(100, 5, true);
        reading.sent(new StopCondition.Seeds(reading.comparison().next(TOY, 2), TOY), 5);
        reading.receive(List.of(rest));
        assertEquals(Stage.COMPARING, reading.stage());
        assertEquals(List.of(1L, 2L), reading.comparison().next(TOY, 2), "none of its seeds is through");
        reading.receive(List.of(
                new TrainEvent.SeedFinished(TrainReports.result(1)),
                new TrainEvent.SeedFailed(2, new Problem("file.no-name")),
                rest));
        assertEquals(Stage.RESTING, reading.stage());
    }

    @Test
    void aComparisonThatIsCancelledEndsWithTheNextRest() {
        reading.begin(Stage.READY);
        reading.sent(new StopCondition.Seeds(reading.comparison().next(TOY, 2), TOY), 5);
        reading.paused();
        reading.receive(List.of(new TrainEvent.Paused(0, 0, false)));
        assertEquals(Stage.READY, reading.stage());
    }

    @Test
    void ofMuchProgressTheLastIsKept() {
        reading.begin(Stage.PREPARING);
        reading.receive(List.of(
                new TrainEvent.Preparing(TrainEvent.Task.READING_DATA, 0.5),
                new TrainEvent.Preparing(TrainEvent.Task.ASKING_TEACHER, 0.25),
                new TrainEvent.Preparing(TrainEvent.Task.ASKING_TEACHER, 0.75)));
        assertEquals(
                new TrainEvent.Preparing(TrainEvent.Task.ASKING_TEACHER, 0.75),
                reading.workProperty().get());
    }

    @Test
    void aComparisonThatAnotherRunBrokeOffGoesOnWithItsMissingSeedsWhateverIsAsked() {
        Comparison comparison = reading.comparison();
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), comparison.next(TOY, 5));
        reading.receive(List.of(new TrainEvent.SeedFinished(TrainReports.result(1))));
        reading.begin(Stage.PREPARING);
        assertEquals(List.of(2L, 3L, 4L, 5L), comparison.next(TOY, 2));
    }

    @Test
    void aComparisonThatGaveWayToStepsGoesOnWithItsMissingSeeds() {
        Comparison comparison = reading.comparison();
        comparison.next(TOY, 3);
        reading.receive(List.of(new TrainEvent.SeedFinished(TrainReports.result(1))));
        reading.sent(new StopCondition.Steps(1), 5);
        assertEquals(List.of(2L, 3L), comparison.next(TOY, 3));
    }

    @Test
    void aSeedThatWasGivenUpIsMissing() {
        Comparison comparison = reading.comparison();
        comparison.next(TOY, 3);
        reading.receive(List.of(
                new TrainEvent.SeedFinished(TrainReports.result(1)),
                new TrainEvent.SeedFailed(2, new Problem("file.no-name")),
                new TrainEvent.SeedFinished(TrainReports.result(3))));
        assertEquals(Verdict.Outcome.MORE_SEEDS, verdict(comparison).toLabels());
        assertEquals(List.of(2L), comparison.missingOf(TOY));
        assertEquals(List.of(2L), comparison.next(TOY, 3));
    }

    @Test
    void aComparisonThatFailedBeginsAgain() {
        Comparison comparison = reading.comparison();
        comparison.next(TOY, 5);
        reading.receive(List.of(new TrainEvent.Failed(new Problem("file.no-name"))));
        assertEquals(List.of(1L), comparison.next(TOY, 1));
    }

    @Test
    void afterTheVerdictNewSeedsMakeAComparisonOfTheirOwn() {
        Comparison comparison = reading.comparison();
        comparison.next(TOY, 3).forEach(seed -> comparison.add(TrainReports.result(seed)));
        assertEquals(Verdict.Outcome.BETTER, verdict(comparison).toLabels());
        assertEquals(List.of(4L, 5L, 6L, 7L), comparison.next(TOY, 4));
        assertEquals(3, verdict(comparison).seeds(), "the verdict stands while no new seed is through");
        comparison.add(TrainReports.result(4));
        assertEquals(Verdict.Outcome.MORE_SEEDS, verdict(comparison).toLabels());
        assertEquals(1, comparison.seedsOf(TOY));
        assertEquals(List.of(5L, 6L, 7L), comparison.missingOf(TOY));
    }

    @Test
    void whatWasCancelledBeforeItsFirstSeedLeavesTheVerdictBefore() {
        Comparison comparison = reading.comparison();
        comparison.next(TOY, 3).forEach(seed -> comparison.add(TrainReports.result(seed)));
        comparison.next(TOY, 6);
        comparison.stop();
        assertEquals(3, verdict(comparison).planned());
        assertEquals(List.of(4L, 5L, 6L), comparison.next(TOY, 3));
    }

    private static Verdict verdict(Comparison comparison) {
        return Objects.requireNonNull(comparison.verdictProperty().get());
    }
}
