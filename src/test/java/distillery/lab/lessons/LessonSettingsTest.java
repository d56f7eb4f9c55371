package distillery.lab.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.lab.clinic.Fault;
import distillery.lab.compare.CompareModel;
import distillery.lab.compare.CompareSettings;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.DigitsSettings;
import distillery.lab.example.ExampleKind;
import distillery.lab.example.PullKind;
import distillery.lab.explore.ExploreModel;
import distillery.lab.explore.ExploreSettings;
import distillery.lab.loss.LossKind;
import distillery.lab.loss.LossModel;
import distillery.lab.loss.LossSettings;
import distillery.lab.screens.LabScreens;
import distillery.lab.setup.LabScreen;
import distillery.lab.setup.LessonWords;
import distillery.lab.setup.SetUp;
import distillery.lab.train.TrainModel;
import distillery.lab.train.TrainSetUp;
import distillery.lesson.Fact;
import distillery.lesson.Setting;
import distillery.lesson.Value;
import distillery.lesson.ValueType;
import distillery.method.MethodKind;
import distillery.train.Preset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class LessonSettingsTest {
    private static final SetUp FIRST = new SetUp(Map.of(
            "explore", ExploreSettings.FIRST,
            "loss", LossSettings.FIRST,
            "train", TrainSetUp.FIRST,
            "digits", DigitsSettings.FIRST,
            "compare", CompareSettings.FIRST));

    private static final List<Setting> SETTINGS = List.of(Setting.values());

    private final Workers idle = new Workers(task -> {}, task -> {}, task -> {}, () -> 0);
    private final ExploreModel explore = new ExploreModel();
    private final TrainModel train = new TrainModel(idle, new Messages());
    private final List<LabScreen<?>> screens = LabScreens.all(
            explore,
            new LossModel(explore, idle, new Messages()),
            train,
            new DigitsModel(train, idle, task -> {}, new Messages()),
            new CompareModel(
                    train,
                    idle,
                    task -> {},
                    Path.of("runs"),
                    Path.of("sweeps"),
                    (file, writing) -> {},
                    new Messages()));
    private final LessonSettings settings = new LessonSettings(screens);

    private SetUp with(Setting setting, Value value) {
        return settings.with(FIRST, Map.of(setting, value));
    }

    /** Some values of a setting: all words, or the ends of a range. */
    private static List<Value> values(Setting setting) {
        if (setting.form() instanceof ValueType.Words words) {
            return words.words().stream().map(Value::of).toList();
        }
        if (setting.form() instanceof ValueType.Amount amount) {
            Stream<Double> limits = amount.limits() ? Stream.of(0.0, Double.POSITIVE_INFINITY) : Stream.of();
            return Stream.concat(Stream.of(amount.lowest(), amount.highest()), limits)
                    .map(Value::of)
                    .toList();
        }
        return List.of(Value.of(List.of(1.0, -2.0)), Value.of(List.of(1.0, 2.0, 3.0, 4.0)));
    }

    @Test
    void everySettingIsWired() {
        assertEquals(Set.copyOf(SETTINGS), settings.wired());
    }

    @Test
    void everyFactIsWired() {
        LessonFacts facts = new LessonFacts(new SimpleStringProperty("explore"), screens);
        assertEquals(EnumSet.allOf(Fact.class), facts.wired());
        for (Fact fact : Fact.values()) {
            boolean word = facts.read(fact) instanceof Value.Word;
            assertEquals(fact.form() instanceof ValueType.Words, word, fact.id());
        }
    }

    @Test
    void whatIsSetIsReadBack() {
        for (Setting setting : SETTINGS) {
            for (Value value : values(setting)) {
                if (setting == Setting.EXPLORE_TRUE_CLASS && value.equals(Value.of(10))) {
                    assertEquals(Value.of(3), settings.read(with(setting, value), setting), "there are three classes");
                } else if (setting == Setting.TRAIN_METHOD) {
                    SetUp maps = with(Setting.TRAIN_PRESET, Value.of("small-cnn"));
                    Value wanted = value.equals(Value.of("copy")) ? Value.of("hinton") : value; // other first layers
                    assertEquals(wanted, settings.read(settings.with(maps, Map.of(setting, value)), setting));
                } else if (!value.equals(Value.of("digit"))) {
                    assertEquals(value, settings.read(with(setting, value), setting), setting.id());
                }
            }
        }
    }

    @Test
    void aSettingLeavesTheOthersAlone() {
        assertEquals(Set.of("explore.temperature"), FIRST.differences(with(Setting.EXPLORE_TEMPERATURE, Value.of(7))));
        assertEquals(
                Set.of("explore.example.classes", "explore.example.kind"),
                FIRST.differences(with(Setting.EXPLORE_EXAMPLE, Value.of("all-equal"))));
        assertEquals(Set.of("train.viewing"), FIRST.differences(with(Setting.TRAIN_VIEWING, Value.of(7))));
    }

    @Test
    void theWordsOfLessonsAreThoseOfTheProgram() {
        assertEquals(ids(ExampleKind.values()), words(Setting.EXPLORE_EXAMPLE));
        assertEquals(ids(PullKind.values()), words(Setting.EXPLORE_PULL));
        Set<String> faults = new HashSet<>(ids(Fault.values()));
        faults.add("none");
        assertEquals(faults, words(Setting.LOSS_FAULT));
        assertEquals(
                Arrays.stream(Preset.values()).map(Preset::id).collect(Collectors.toSet()),
                words(Setting.TRAIN_PRESET));
        assertEquals(
                Arrays.stream(MethodKind.values()).map(MethodKind::id).collect(Collectors.toSet()),
                words(Setting.TRAIN_METHOD));
    }

    @Test
    void aMethodThatTheNetsLackMapsForGivesWayToSoftLabels() {
        SetUp dense = with(Setting.TRAIN_METHOD, Value.of("attention"));
        assertEquals(Value.of("hinton"), settings.read(dense, Setting.TRAIN_METHOD));
    }

    private static Set<String> ids(Enum<?>... constants) {
        return Arrays.stream(constants).map(LessonWords::id).collect(Collectors.toSet());
    }

    private static Set<String> words(Setting setting) {
        return Set.copyOf(((ValueType.Words) setting.form()).words());
    }

    @Test
    void aDigitNeedsANet() {
        assertEquals(FIRST, with(Setting.EXPLORE_EXAMPLE, Value.of("digit")));
    }

    @Test
    void otherPresetsAreTheUsersOwn() {
        assertEquals(Value.of("few-labels"), settings.read(FIRST, Setting.TRAIN_PRESET));
        SetUp changed = with(Setting.TRAIN_TEMPERATURE, Value.of(33));
        assertEquals(Value.of(""), settings.read(changed, Setting.TRAIN_PRESET));
        assertEquals(Set.of("train.settings.live.knobs.temperature"), FIRST.differences(changed));
    }

    @Test
    void severalMistakesAreNoneThatALessonNames() {
        Set<Fault> two = Set.of(Fault.SWAPPED, Fault.NO_T2);
        SetUp several = new SetUp(Map.of("loss", new LossSettings(LossKind.HINTON, 1, 1, true, false, two)));
        assertEquals(Value.of(""), settings.read(several, Setting.LOSS_FAULT));
        assertEquals(
                Value.of("none"),
                settings.read(
                        settings.with(several, Map.of(Setting.LOSS_FAULT, Value.of("none"))), Setting.LOSS_FAULT));
    }
}
