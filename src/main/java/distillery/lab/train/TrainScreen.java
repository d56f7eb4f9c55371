package distillery.lab.train;

import static distillery.lab.setup.LessonWords.id;
import static distillery.lab.setup.LessonWords.number;
import static distillery.lab.setup.LessonWords.text;

import distillery.lab.setup.LabScreen;
import distillery.lab.setup.LessonSetting;
import distillery.lab.setup.SetUpPart;
import distillery.lab.train.RunState.Stage;
import distillery.lesson.Fact;
import distillery.lesson.Setting;
import distillery.lesson.Value;
import distillery.loss.AlphaConvention;
import distillery.method.LiveHyperparameters;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.train.ArmName;
import distillery.train.Evaluation;
import distillery.train.Preset;
import distillery.train.TrainSettings;
import distillery.train.Verdict;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;

/** What the Train screen registers. What was learned, or compared, in another experiment says nothing about the one on screen. */
public final class TrainScreen implements LabScreen<TrainSetUp> {
    public static final String ID = "train";

    private final TrainModel model;
    private final RunState run;
    private int finished;

    public TrainScreen(TrainModel model) {
        this.model = model;
        run = model.reading();
        run.stageProperty()
                .addListener((property, before, now) -> finished +=
                        now == Stage.FINISHED && !model.pendingProperty().get() ? 1 : 0);
    }

    @Override
    public SetUpPart<TrainSetUp> part() {
        return new SetUpPart<>(
                ID,
                TrainSetUp.class,
                model::snapshot,
                model::restore,
                model.settingsProperty(),
                model.viewingProperty(),
                model.smoothingProperty(),
                model.logAxisProperty(),
                model.stepMillisProperty());
    }

    @Override
    public Map<Setting, LessonSetting<TrainSetUp>> settings() {
        return Map.of(
                Setting.TRAIN_PRESET,
                setting(
                        now -> Value.of(Preset.of(now).map(Preset::id).orElse("")), // whatever the seed
                        (now, value) -> Preset.of(text(value)).settings()),
                Setting.TRAIN_METHOD,
                setting(
                        now -> Value.of(now.method().kind().id()),
                        (now, value) -> now.with(draft -> draft.method = MethodSettings.of(MethodKind.of(text(value)))
                                .fitting(draft.teacher.layers(), draft.student))),
                Setting.TRAIN_TEMPERATURE,
                setting(
                        now -> Value.of(now.live().knobs().temperature()),
                        (now, value) -> with(
                                now,
                                knobs -> new LiveHyperparameters(
                                        number(value), knobs.softWeight(), knobs.hardWeight()))),
                Setting.TRAIN_SOFT_WEIGHT,
                setting(
                        now -> Value.of(now.live().knobs().softWeight()),
                        (now, value) -> with(
                                now,
                                knobs -> new LiveHyperparameters(
                                        knobs.temperature(), number(value), AlphaConvention.rest(number(value))))),
                Setting.TRAIN_EPOCHS,
                setting(
                        now -> Value.of(now.epochs()),
                        (now, value) -> now.with(draft -> draft.epochs = (int) number(value))),
                Setting.TRAIN_SEED,
                setting(now -> Value.of((double) now.seed()), (now, value) -> now.withSeed((long) number(value))),
                Setting.TRAIN_VIEWING,
                new LessonSetting<>(
                        now -> Value.of(now.viewing()),
                        (now, value) -> new TrainSetUp(
                                now.settings(), number(value), now.smoothing(), now.logAxis(), now.stepMillis())));
    }

    private static LessonSetting<TrainSetUp> setting(
            Function<TrainSettings, Value> read, BiFunction<TrainSettings, Value, TrainSettings> write) {
        return new LessonSetting<>(
                now -> read.apply(now.settings()),
                (now, value) -> new TrainSetUp(
                        write.apply(now.settings(), value),
                        now.viewing(),
                        now.smoothing(),
                        now.logAxis(),
                        now.stepMillis()));
    }

    private static TrainSettings with(
            TrainSettings settings, Function<LiveHyperparameters, LiveHyperparameters> change) {
        return settings.with(draft -> draft.live = draft.live.withKnobs(change.apply(draft.live.knobs())));
    }

    @Override
    public Map<Fact, Supplier<Value>> facts() {
        BooleanBinding other = model.pendingProperty();
        Comparison comparison = run.comparison();
        return Map.of(
                Fact.TRAIN_FINISHED,
                () -> Value.of(finished),
                Fact.TRAIN_EPOCH,
                () -> Value.of(other.get() ? 0 : run.epochs()),
                Fact.TRAIN_STEP,
                () -> Value.of(other.get() ? 0 : (double) run.step()),
                Fact.TRAIN_ACCURACY,
                () -> Value.of(other.get() ? Double.NaN : accuracy()),
                Fact.TRAIN_SEEDS,
                () -> Value.of(comparison.seedsOf(model.settings())),
                Fact.TRAIN_VERDICT,
                () -> Value.of(verdict(comparison)));
    }

    @Override
    public List<ObservableValue<?>> causes() {
        return List.of(run.beatProperty(), run.stageProperty(), run.comparison().verdictProperty());
    }

    @Override
    public void begin() {
        finished = 0;
    }

    @Override
    public void follow(ObservableValue<Boolean> inLesson, ObservableValue<Boolean> sets) {
        model.takingProperty().bind(sets);
        model.inLessonProperty().bind(inLesson);
    }

    private double accuracy() {
        Evaluation test = run.evaluationProperty().get();
        Evaluation.Score score = test == null ? null : test.arms().get(ArmName.DISTILLED);
        return score == null ? Double.NaN : score.accuracy();
    }

    private String verdict(Comparison comparison) {
        Verdict verdict = comparison.verdictProperty().get();
        return verdict == null || comparison.seedsOf(model.settings()) == 0 ? "" : id(verdict.toLabels());
    }
}
