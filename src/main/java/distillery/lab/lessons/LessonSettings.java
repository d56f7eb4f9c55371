package distillery.lab.lessons;

import distillery.lab.clinic.Fault;
import distillery.lab.digits.DigitsSettings;
import distillery.lab.example.DigitSource;
import distillery.lab.example.Example;
import distillery.lab.example.ExampleKind;
import distillery.lab.example.PullKind;
import distillery.lab.example.TeacherOrStudent;
import distillery.lab.explore.ExploreModel;
import distillery.lab.explore.ExploreSettings;
import distillery.lab.loss.LossKind;
import distillery.lab.loss.LossSettings;
import distillery.lab.setup.SetUp;
import distillery.lab.train.TrainSetUp;
import distillery.lesson.Setting;
import distillery.lesson.Value;
import distillery.loss.AlphaConvention;
import distillery.method.LiveHyperparameters;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.train.Preset;
import distillery.train.TrainSettings;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The settings that lessons can set, bound to the part of the set-up that holds them. Both directions are pure: no
 * screen moves.
 */
final class LessonSettings {
    private final Map<Setting, Wire<?>> wires = new EnumMap<>(Setting.class);
    private final Supplier<@Nullable DigitSource> digits;

    /**
     * One setting within one part.
     *
     * @param write gives the part with the value in place; what does not fit is fitted, never refused
     */
    private record Wire<S extends Record>(
            String part, Class<S> type, Function<S, Value> read, BiFunction<S, Value, S> write) {
        Value readFrom(SetUp setUp) {
            return read.apply(settings(setUp));
        }

        SetUp writtenTo(SetUp setUp, Value value) {
            Map<String, Record> all = new HashMap<>(setUp.settings());
            all.put(part, write.apply(settings(setUp), value));
            return new SetUp(all);
        }

        boolean isIn(SetUp setUp) {
            return setUp.settings().containsKey(part);
        }

        private S settings(SetUp setUp) {
            return type.cast(Objects.requireNonNull(setUp.settings().get(part), part));
        }
    }

    /** Binds all of them; {@code digits} gives the digits of a trained net, null while there is none. */
    LessonSettings(Supplier<@Nullable DigitSource> digits) {
        this.digits = digits;
        wireExample();
        wireExplore();
        wireLoss();
        wireTrain();
        DigitsKeywords.settings((setting, read, write) ->
                wires.put(setting, new Wire<>("digits", DigitsSettings.class, read, write)));
    }

    /** What it is now; an empty word where its screen is not there. */
    Value read(SetUp setUp, Setting setting) {
        Wire<?> wire = wires.get(setting);
        return wire == null || !wire.isIn(setUp) ? Value.of("") : wire.readFrom(setUp);
    }

    /** The set-up with these values in place, as far as their screens are there. */
    SetUp with(SetUp setUp, Map<Setting, Value> values) {
        SetUp changed = setUp;
        for (Map.Entry<Setting, Value> each : values.entrySet()) {
            Wire<?> wire = wires.get(each.getKey());
            changed = wire == null || !wire.isIn(setUp) ? changed : wire.writtenTo(changed, each.getValue());
        }
        return changed;
    }

    /** The name of the part that holds a setting: its screen's. */
    static String part(Setting setting) {
        return setting.id().substring(0, setting.id().indexOf('.'));
    }

    Set<Setting> wired() {
        return wires.keySet();
    }

    private void wireExample() {
        explore(
                Setting.EXPLORE_EXAMPLE,
                now -> Value.of(id(now.example().kind())),
                (screen, value) -> choose(screen, constant(ExampleKind.values(), value)));
        explore(
                Setting.EXPLORE_TEACHER,
                now -> logits(now.example(), TeacherOrStudent.TEACHER),
                (screen, value) -> setLogits(screen, TeacherOrStudent.TEACHER, ((Value.Logits) value).numbers()));
        explore(
                Setting.EXPLORE_STUDENT,
                now -> logits(now.example(), TeacherOrStudent.STUDENT),
                (screen, value) -> setLogits(screen, TeacherOrStudent.STUDENT, ((Value.Logits) value).numbers()));
        explore(
                Setting.EXPLORE_TRUE_CLASS,
                now -> Value.of(now.example().trueClass() + 1),
                (screen, value) -> screen.markTrue(Math.min((int) number(value), size(screen)) - 1));
    }

    private void wireExplore() {
        explore(
                Setting.EXPLORE_TEMPERATURE,
                now -> Value.of(now.temperature()),
                (screen, value) -> screen.temperatureProperty().set(number(value)));
        explore(
                Setting.EXPLORE_SOFT_WEIGHT,
                now -> Value.of(now.softWeight()),
                (screen, value) -> screen.softWeightProperty().set(number(value)));
        explore(Setting.EXPLORE_LOG_AXIS, now -> Value.of(now.logAxis()), (screen, value) -> screen.logAxisProperty()
                .set(yes(value)));
        explore(Setting.EXPLORE_PULL, now -> Value.of(id(now.pull())), (screen, value) -> screen.pullProperty()
                .set(constant(PullKind.values(), value)));
        explore(Setting.EXPLORE_STEP_SIZE, now -> Value.of(now.stepSize()), (screen, value) -> screen.stepSizeProperty()
                .set(number(value)));
    }

    private void wireLoss() {
        loss(
                Setting.LOSS_METHOD,
                now -> Value.of(now.kind() == LossKind.HINTON ? "hinton" : "dkd"),
                (now, value) -> new LossSettings(
                        word(value).equals("hinton") ? LossKind.HINTON : LossKind.DECOUPLED,
                        now.targetWeight(),
                        now.nonTargetWeight(),
                        now.timesT2(),
                        now.limit(),
                        now.faults()));
        loss(
                Setting.LOSS_SCALED,
                now -> Value.of(now.timesT2()),
                (now, value) -> new LossSettings(
                        now.kind(), now.targetWeight(), now.nonTargetWeight(), yes(value), now.limit(), now.faults()));
        loss(
                Setting.LOSS_LIMIT,
                now -> Value.of(now.limit()),
                (now, value) -> new LossSettings(
                        now.kind(),
                        now.targetWeight(),
                        now.nonTargetWeight(),
                        now.timesT2(),
                        yes(value),
                        now.faults()));
        loss(
                Setting.LOSS_FAULT,
                now -> Value.of(faults(now.faults())),
                (now, value) -> new LossSettings(
                        now.kind(),
                        now.targetWeight(),
                        now.nonTargetWeight(),
                        now.timesT2(),
                        now.limit(),
                        word(value).equals("none") ? Set.of() : Set.of(constant(Fault.values(), value))));
    }

    private void loss(
            Setting setting, Function<LossSettings, Value> read, BiFunction<LossSettings, Value, LossSettings> write) {
        wires.put(setting, new Wire<>("loss", LossSettings.class, read, write));
    }

    /** Lessons name one fault; several at a time have no name. */
    private static String faults(Set<Fault> faults) {
        if (faults.isEmpty()) {
            return "none";
        }
        return faults.size() > 1 ? "" : id(faults.iterator().next());
    }

    private void wireTrain() {
        train(Setting.TRAIN_PRESET, now -> Value.of(preset(now.settings())), (now, value) -> Preset.of(word(value))
                .settings());
        train(
                Setting.TRAIN_METHOD,
                now -> Value.of(now.settings().method().kind().id()),
                (now, value) -> now.with(draft -> draft.method =
                        MethodSettings.of(MethodKind.of(word(value))).fitting(draft.teacher.layers(), draft.student)));
        train(
                Setting.TRAIN_TEMPERATURE,
                now -> Value.of(now.settings().live().knobs().temperature()),
                (now, value) -> with(
                        now, knobs -> new LiveHyperparameters(number(value), knobs.softWeight(), knobs.hardWeight())));
        train(
                Setting.TRAIN_SOFT_WEIGHT,
                now -> Value.of(now.settings().live().knobs().softWeight()),
                (now, value) -> with(
                        now,
                        knobs -> new LiveHyperparameters(
                                knobs.temperature(), number(value), AlphaConvention.rest(number(value)))));
        train(
                Setting.TRAIN_EPOCHS,
                now -> Value.of(now.settings().epochs()),
                (now, value) -> now.with(draft -> draft.epochs = (int) number(value)));
        train(
                Setting.TRAIN_SEED,
                now -> Value.of((double) now.settings().seed()),
                (now, value) -> now.withSeed((long) number(value)));
        wires.put(
                Setting.TRAIN_VIEWING,
                new Wire<>(
                        "train",
                        TrainSetUp.class,
                        now -> Value.of(now.viewing()),
                        (now, value) -> new TrainSetUp(
                                now.settings(), number(value), now.smoothing(), now.logAxis(), now.stepMillis())));
    }

    /** Writes to a temporary model, which keeps settings consistent that depend on each other. */
    private void explore(
            Setting setting, Function<ExploreSettings, Value> read, BiConsumer<ExploreModel, Value> write) {
        wires.put(setting, new Wire<>("explore", ExploreSettings.class, read, (now, value) -> {
            ExploreModel scratch = new ExploreModel();
            scratch.digitsProperty().set(digits.get());
            scratch.restore(now);
            write.accept(scratch, value);
            return scratch.snapshot();
        }));
    }

    private void train(
            Setting setting, Function<TrainSetUp, Value> read, BiFunction<TrainSettings, Value, TrainSettings> write) {
        wires.put(
                setting,
                new Wire<>(
                        "train",
                        TrainSetUp.class,
                        read,
                        (now, value) -> new TrainSetUp(
                                write.apply(now.settings(), value),
                                now.viewing(),
                                now.smoothing(),
                                now.logAxis(),
                                now.stepMillis())));
    }

    private static TrainSettings with(
            TrainSettings settings, Function<LiveHyperparameters, LiveHyperparameters> change) {
        return settings.with(draft -> draft.live = draft.live.withKnobs(change.apply(draft.live.knobs())));
    }

    /** The preset these settings are, whatever their seed; empty if they are the user's own. */
    private static String preset(TrainSettings settings) {
        return Preset.of(settings).map(Preset::id).orElse("");
    }

    /** A digit cannot be shown before there is one: then the example stays. */
    private static void choose(ExploreModel screen, ExampleKind kind) {
        if (kind != ExampleKind.DIGIT || screen.digitsProperty().get() != null) {
            screen.choose(kind);
        }
    }

    /** As many classes as there are logits, the user's own if need be. */
    private static void setLogits(ExploreModel screen, TeacherOrStudent side, List<Double> logits) {
        while (size(screen) < logits.size()) {
            screen.addClass();
        }
        while (size(screen) > logits.size()) {
            screen.removeClass(size(screen) - 1);
        }
        for (int i = 0; i < logits.size(); i++) {
            screen.setLogit(side, i, logits.get(i));
        }
    }

    private static int size(ExploreModel screen) {
        return screen.exampleProperty().get().size();
    }

    private static Value logits(Example example, TeacherOrStudent side) {
        return Value.of(DoubleStream.of(example.logits(side)).boxed().toList());
    }

    private static double number(Value value) {
        return ((Value.Amount) value).number();
    }

    private static String word(Value value) {
        return ((Value.Word) value).text();
    }

    private static boolean yes(Value value) {
        return Boolean.parseBoolean(word(value));
    }

    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E constant(E[] all, Value value) {
        return Arrays.stream(all)
                .filter(each -> id(each).equals(word(value)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + value));
    }
}
