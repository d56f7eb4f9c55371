package distillery.lab.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.lab.compare.CompareModel;
import distillery.lab.compare.MeasureReports;
import distillery.lab.digits.DigitsModel;
import distillery.lab.example.Example;
import distillery.lab.example.TeacherOrStudent;
import distillery.lab.explore.ExploreModel;
import distillery.lab.loss.LossModel;
import distillery.lab.screens.LabScreens;
import distillery.lab.setup.Document;
import distillery.lab.setup.LabScreen;
import distillery.lab.setup.Memory;
import distillery.lab.setup.SetUp;
import distillery.lab.setup.SetUpPart;
import distillery.lab.setup.UserFolder;
import distillery.lab.train.Comparison;
import distillery.lab.train.TrainModel;
import distillery.lab.train.TrainReports;
import distillery.lesson.Check;
import distillery.lesson.Condition;
import distillery.lesson.Fact;
import distillery.lesson.Lesson;
import distillery.lesson.LessonReader;
import distillery.lesson.LessonStep;
import distillery.lesson.Prediction;
import distillery.lesson.Setting;
import distillery.lesson.Target;
import distillery.lesson.Value;
import distillery.train.StopCondition;
import distillery.train.TrainEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lesson on board can be done, step by step, with what each step leaves to the learner. */
class LessonFeasibilityTest {
    private static final int PATIENCE = 1000;

    /** What makes another experiment of a preset. */
    private static final Set<Setting> CHANGES = EnumSet.of(
            Setting.TRAIN_METHOD, Setting.TRAIN_TEMPERATURE, Setting.TRAIN_SOFT_WEIGHT, Setting.TRAIN_EPOCHS);

    private final Messages messages = new Messages();
    private final Workers workers = new Workers(task -> {}, Runnable::run, Runnable::run, () -> 0);
    private final ExploreModel explore = new ExploreModel();
    private final LossModel loss = new LossModel(explore, workers, messages);
    private final TrainModel train = new TrainModel(workers, messages);
    private final DigitsModel digits = new DigitsModel(train, workers, task -> {}, messages);
    private final CompareModel compare = new CompareModel(
            train, workers, task -> {}, Path.of("runs"), Path.of("sweeps"), (file, writing) -> {}, messages);
    private final List<LabScreen<?>> screens = LabScreens.all(explore, loss, train, digits, compare);
    private final List<SetUpPart<?>> parts = LabScreens.parts(screens);
    private final LessonSettings settings = new LessonSettings(screens);

    @TempDir
    Path folder = Path.of("");

    static Stream<Lesson> lessons() {
        return LessonReader.included().stream().flatMap(files -> files.lessons().values().stream());
    }

    private LessonModel model() {
        return new LessonModel(
                screens,
                new Document(parts, Runnable::run, () -> 0).history(),
                new LearnerModel(
                        new Memory(new UserFolder(folder), Runnable::run, Runnable::run, messages),
                        Runnable::run,
                        Runnable::run,
                        messages),
                Clock.systemUTC());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyStepCanBeDone(Lesson lesson) {
        SetUp before = SetUp.of(parts);
        LessonModel model = model();
        model.open(lesson);
        for (LessonStep step : lesson.steps()) {
            assertEquals(step, model.stepProperty().get());
            Map<Setting, Value> set = step.stage().set();
            boolean changed = !Collections.disjoint(set.keySet(), CHANGES);
            set.forEach((setting, value) -> assertEquals(
                    changed && setting == Setting.TRAIN_PRESET ? Value.of("") : value, now(setting), setting.id()));
            guess(model, step);
            for (Check check : step.checks()) {
                String where = lesson.id() + ":" + check.line();
                assertFalse(model.satisfiedProperty().get().contains(check), where);
                assertFalse(model.observedProperty().get(), where);
                bringAbout(model, check);
                assertTrue(model.satisfiedProperty().get().contains(check), where);
            }
            assertTrue(model.observedProperty().get(), step.title());
            model.next();
        }
        model.close();
        assertEquals(Set.of(), before.differences(SetUp.of(parts)));
    }

    private static void guess(LessonModel model, LessonStep step) {
        step.predict().map(Prediction::question).ifPresent(question -> {
            assertEquals(Guessing.DUE, model.guessingProperty().get());
            model.commit(question.answer());
            assertEquals(Guessing.RIGHT, model.guessingProperty().get());
        });
    }

    /** Turns what the check is about, settings first, as a learner could: nothing locked or hidden is touched. */
    private void bringAbout(LessonModel model, Check check) {
        for (Condition condition : check.conditions()) {
            if (condition.quantity() instanceof Setting setting
                    && !condition.test().holds(now(setting))) {
                touch(model, target(model, setting));
                SetUp turned = settings.with(SetUp.of(parts), Map.of(setting, wanted(condition.test())));
                parts.forEach(part -> part.restoreFrom(turned));
            }
        }
        for (Condition condition : check.conditions()) {
            if (condition.quantity() instanceof Fact fact) {
                act(model, fact, () -> model.satisfiedProperty().get().contains(check));
            }
        }
    }

    private void act(LessonModel model, Fact fact, BooleanSupplier done) {
        switch (fact) {
            case EXPLORE_STEPS -> step(model, done);
            case EXPLORE_HARD_LOSS -> {
                if (model.lockedProperty().get().contains(Target.EXPLORE_STEP)) {
                    raise(model, done);
                } else {
                    step(model, done);
                }
            }
            case TRAIN_FINISHED -> {
                touch(model, Target.TRAIN_RUN);
                TrainReports.run(train.reading(), new StopCondition.Epochs(5), 5, new TrainEvent.Paused(100, 5, true));
            }
            case TRAIN_SEEDS -> {
                touch(model, Target.TRAIN_VERDICT);
                Comparison comparison = train.reading().comparison();
                TrainReports.begin(comparison, train.settings(), 5)
                        .forEach(seed -> TrainReports.finish(comparison, seed));
            }
            case DIGITS_BIAS -> {
                touch(model, Target.DIGITS_MISSING);
                digits.missing().biasProperty().set(4);
            }
            case COMPARE_MEASURED -> {
                touch(model, Target.COMPARE_COST);
                MeasureReports.measure(compare.measure());
            }
            case COMPARE_CHOSEN -> {
                touch(model, Target.COMPARE_RUNS);
                compare.choose(List.of("one", "other"));
            }
            default -> throw new AssertionError("nobody said how to bring about " + fact);
        }
    }

    private void step(LessonModel model, BooleanSupplier done) {
        touch(model, Target.EXPLORE_STEP);
        for (int i = 0; i < PATIENCE && !done.getAsBoolean(); i++) {
            explore.step();
        }
    }

    private void raise(LessonModel model, BooleanSupplier done) {
        touch(model, Target.EXPLORE_BARS);
        for (int i = 0; i < PATIENCE && !done.getAsBoolean(); i++) {
            Example shown = explore.exampleProperty().get();
            int label = shown.trueClass();
            explore.setLogit(TeacherOrStudent.STUDENT, label, shown.logits(TeacherOrStudent.STUDENT)[label] + 0.1);
        }
    }

    private static void touch(LessonModel model, Target target) {
        assertFalse(model.lockedProperty().get().contains(target), target::id);
        assertFalse(model.hiddenProperty().get().contains(target), target::id);
    }

    private static Target target(LessonModel model, Setting setting) {
        return switch (setting) {
            case EXPLORE_TEMPERATURE -> Target.EXPLORE_TEMPERATURE;
            case EXPLORE_SOFT_WEIGHT -> Target.EXPLORE_ALPHA;
            case LOSS_METHOD -> Target.LOSS_FORMULA;
            case LOSS_NON_TARGET_WEIGHT -> Target.LOSS_DKD;
            case LOSS_SCALED -> Target.LOSS_ARROWS;
            case LOSS_FAULT -> Target.LOSS_CLINIC;
            case COMPARE_PAGE -> Target.COMPARE_PAGES;
            case TRAIN_VIEWING ->
                model.screenProperty().get().equals("digits") ? Target.DIGITS_ANSWERS : Target.TRAIN_BATCH;
            default -> throw new AssertionError("nobody said where to turn " + setting);
        };
    }

    private Value now(Setting setting) {
        return settings.read(SetUp.of(parts), setting);
    }

    /** A value that passes. */
    private static Value wanted(Condition.Test test) {
        if (test instanceof Condition.Same same) {
            return same.value();
        }
        Condition.Within within = (Condition.Within) test;
        if (Double.isInfinite(within.low())) {
            return Value.of(within.highIncluded() ? within.high() : within.high() / 2);
        }
        if (Double.isInfinite(within.high())) {
            return Value.of(within.lowIncluded() ? within.low() : within.low() + 1);
        }
        return Value.of((within.low() + within.high()) / 2);
    }
}
