package distillery.lab.explore;

import static distillery.lab.setup.LessonWords.constant;
import static distillery.lab.setup.LessonWords.number;
import static distillery.lab.setup.LessonWords.word;
import static distillery.lab.setup.LessonWords.yes;

import distillery.lab.example.Example;
import distillery.lab.example.ExampleKind;
import distillery.lab.example.PullKind;
import distillery.lab.example.TeacherOrStudent;
import distillery.lab.setup.LabScreen;
import distillery.lab.setup.LessonSetting;
import distillery.lab.setup.SetUpPart;
import distillery.lesson.Fact;
import distillery.lesson.Setting;
import distillery.lesson.Value;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import javafx.beans.value.ObservableValue;

/** What the Explore screen registers. */
public record ExploreScreen(ExploreModel model) implements LabScreen<ExploreSettings> {
    public static final String ID = "explore";

    @Override
    public SetUpPart<ExploreSettings> part() {
        return new SetUpPart<>(
                ID,
                ExploreSettings.class,
                model::snapshot,
                model::restore,
                model.exampleProperty(),
                model.temperatureProperty(),
                model.softWeightProperty(),
                model.conventionProperty(),
                model.logAxisProperty(),
                model.pullProperty(),
                model.stepSizeProperty());
    }

    @Override
    public Map<Setting, LessonSetting<ExploreSettings>> settings() {
        return Map.of(
                Setting.EXPLORE_EXAMPLE,
                setting(
                        now -> word(now.example().kind()),
                        (screen, value) -> choose(screen, constant(ExampleKind.values(), value))),
                Setting.EXPLORE_TEACHER,
                logits(TeacherOrStudent.TEACHER),
                Setting.EXPLORE_STUDENT,
                logits(TeacherOrStudent.STUDENT),
                Setting.EXPLORE_TRUE_CLASS,
                setting(
                        now -> Value.of(now.example().trueClass() + 1),
                        (screen, value) -> screen.markTrue(Math.min((int) number(value), size(screen)) - 1)),
                Setting.EXPLORE_TEMPERATURE,
                setting(now -> Value.of(now.temperature()), (screen, value) -> screen.temperatureProperty()
                        .set(number(value))),
                Setting.EXPLORE_SOFT_WEIGHT,
                setting(now -> Value.of(now.softWeight()), (screen, value) -> screen.softWeightProperty()
                        .set(number(value))),
                Setting.EXPLORE_LOG_AXIS,
                setting(now -> Value.of(now.logAxis()), (screen, value) -> screen.logAxisProperty()
                        .set(yes(value))),
                Setting.EXPLORE_PULL,
                setting(now -> word(now.pull()), (screen, value) -> screen.pullProperty()
                        .set(constant(PullKind.values(), value))),
                Setting.EXPLORE_STEP_SIZE,
                setting(now -> Value.of(now.stepSize()), (screen, value) -> screen.stepSizeProperty()
                        .set(number(value))));
    }

    @Override
    public Map<Fact, Supplier<Value>> facts() {
        Map<Fact, Supplier<Value>> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.EXPLORE_STEPS, () -> Value.of(model.stepsProperty().get()));
        facts.put(Fact.EXPLORE_HARD_LOSS, reading(ExploreReading::hard));
        facts.put(Fact.EXPLORE_SOFT_LOSS, reading(ExploreReading::soft));
        facts.put(Fact.EXPLORE_SOFT_LOSS_T2, reading(ExploreReading::softTimesT2));
        facts.put(Fact.EXPLORE_TOTAL, reading(ExploreReading::total));
        facts.put(Fact.EXPLORE_TEACHER_ENTROPY, reading(ExploreReading::teacherEntropy));
        facts.put(Fact.EXPLORE_TEACHER_TOP, reading(reading -> Collections.max(reading.teacher())));
        facts.put(Fact.EXPLORE_STUDENT_TOP, reading(reading -> Collections.max(reading.student())));
        return facts;
    }

    @Override
    public List<ObservableValue<?>> causes() {
        return List.of(model.stepsProperty());
    }

    @Override
    public void rest() {
        model.playingProperty().set(false);
    }

    private Supplier<Value> reading(ToDoubleFunction<ExploreReading> number) {
        return () -> Value.of(number.applyAsDouble(model.reading()));
    }

    /** Writes to a temporary model, which keeps settings consistent that depend on each other. */
    private LessonSetting<ExploreSettings> setting(
            Function<ExploreSettings, Value> read, BiConsumer<ExploreModel, Value> write) {
        return new LessonSetting<>(read, (now, value) -> {
            ExploreModel scratch = new ExploreModel();
            scratch.digitsProperty().set(model.digitsProperty().get());
            scratch.restore(now);
            write.accept(scratch, value);
            return scratch.snapshot();
        });
    }

    /** As many classes as there are logits, the user's own if need be. */
    private LessonSetting<ExploreSettings> logits(TeacherOrStudent side) {
        return setting(now -> logits(now.example(), side), (screen, value) -> {
            List<Double> logits = ((Value.Logits) value).numbers();
            while (size(screen) < logits.size()) {
                screen.addClass();
            }
            while (size(screen) > logits.size()) {
                screen.removeClass(size(screen) - 1);
            }
            for (int i = 0; i < logits.size(); i++) {
                screen.setLogit(side, i, logits.get(i));
            }
        });
    }

    private static Value logits(Example example, TeacherOrStudent side) {
        return Value.of(DoubleStream.of(example.logits(side)).boxed().toList());
    }

    /** A digit cannot be shown before there is one: then the example stays. */
    private static void choose(ExploreModel screen, ExampleKind kind) {
        if (kind != ExampleKind.DIGIT || screen.digitsProperty().get() != null) {
            screen.choose(kind);
        }
    }

    private static int size(ExploreModel screen) {
        return screen.exampleProperty().get().size();
    }
}
