package distillery.lab.lessons;

import distillery.lab.digits.DigitsModel;
import distillery.lab.explore.ExploreModel;
import distillery.lab.explore.ExploreReading;
import distillery.lab.train.Comparison;
import distillery.lab.train.RunState;
import distillery.lab.train.RunState.Stage;
import distillery.lab.train.TrainModel;
import distillery.lesson.Fact;
import distillery.lesson.Value;
import distillery.train.ArmName;
import distillery.train.Evaluation;
import distillery.train.TrainSettings;
import distillery.train.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;

/** The quantities besides settings that lessons can observe, bound to the models. */
final class LessonFacts {
    private final Map<Fact, Supplier<Value>> wires = new EnumMap<>(Fact.class);
    private final List<ObservableValue<?>> causes;
    private final Runnable rest;
    private int finished;

    /** Binds all of them. */
    LessonFacts(ObservableValue<String> screen, ExploreModel explore, TrainModel train, DigitsModel digits) {
        RunState run = train.reading();
        wires.put(Fact.SCREEN, () -> Value.of(screen.getValue()));
        wireExplore(explore);
        wireRun(train);
        wireComparison(train);
        DigitsKeywords.facts(digits, wires);
        run.stageProperty()
                .addListener((property, before, now) -> finished +=
                        now == Stage.FINISHED && !train.pendingProperty().get() ? 1 : 0);
        rest = () -> explore.playingProperty().set(false);
        causes = new ArrayList<>(List.of(
                screen,
                explore.stepsProperty(),
                run.beatProperty(),
                run.stageProperty(),
                run.comparison().verdictProperty()));
        causes.addAll(DigitsKeywords.causes(digits));
    }

    Value read(Fact fact) {
        return Objects.requireNonNull(wires.get(fact), fact::id).get();
    }

    /** Another step begins: what is counted from there is zero again. */
    void begin() {
        finished = 0;
    }

    /** What was asked for is reached: what plays by itself stops there, so that the card and the screen say the same. */
    void rest() {
        rest.run();
    }

    /** What changes when a fact does, besides the settings. */
    List<ObservableValue<?>> causes() {
        return causes;
    }

    Set<Fact> wired() {
        return wires.keySet();
    }

    private void wireExplore(ExploreModel explore) {
        wires.put(Fact.EXPLORE_STEPS, () -> Value.of(explore.stepsProperty().get()));
        explore(Fact.EXPLORE_HARD_LOSS, explore, ExploreReading::hard);
        explore(Fact.EXPLORE_SOFT_LOSS, explore, ExploreReading::soft);
        explore(Fact.EXPLORE_SOFT_LOSS_T2, explore, ExploreReading::softTimesT2);
        explore(Fact.EXPLORE_TOTAL, explore, ExploreReading::total);
        explore(Fact.EXPLORE_TEACHER_ENTROPY, explore, ExploreReading::teacherEntropy);
        explore(Fact.EXPLORE_TEACHER_TOP, explore, reading -> Collections.max(reading.teacher()));
        explore(Fact.EXPLORE_STUDENT_TOP, explore, reading -> Collections.max(reading.student()));
    }

    private void explore(Fact fact, ExploreModel explore, ToDoubleFunction<ExploreReading> number) {
        wires.put(fact, () -> Value.of(number.applyAsDouble(explore.reading())));
    }

    /** What was learned, or compared, in another experiment says nothing about the one on screen. */
    private void wireRun(TrainModel train) {
        RunState run = train.reading();
        BooleanBinding other = train.pendingProperty();
        wires.put(Fact.TRAIN_FINISHED, () -> Value.of(finished));
        wires.put(Fact.TRAIN_EPOCH, () -> Value.of(other.get() ? 0 : run.epochs()));
        wires.put(Fact.TRAIN_STEP, () -> Value.of(other.get() ? 0 : (double) run.step()));
        wires.put(Fact.TRAIN_ACCURACY, () -> Value.of(other.get() ? Double.NaN : accuracy(run)));
    }

    private void wireComparison(TrainModel train) {
        Comparison comparison = train.reading().comparison();
        wires.put(Fact.TRAIN_SEEDS, () -> Value.of(comparison.seedsOf(train.settings())));
        wires.put(Fact.TRAIN_VERDICT, () -> Value.of(verdict(comparison, train.settings())));
    }

    private static double accuracy(RunState run) {
        Evaluation test = run.evaluationProperty().get();
        Evaluation.Score score = test == null ? null : test.arms().get(ArmName.DISTILLED);
        return score == null ? Double.NaN : score.accuracy();
    }

    private static String verdict(Comparison comparison, TrainSettings settings) {
        Verdict verdict = comparison.verdictProperty().get();
        return verdict == null || comparison.seedsOf(settings) == 0 ? "" : LessonSettings.id(verdict.toLabels());
    }
}
