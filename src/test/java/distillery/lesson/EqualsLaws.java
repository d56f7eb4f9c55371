package distillery.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import distillery.train.ArmName;
import distillery.train.ArmRole;
import distillery.train.Preset;
import distillery.train.TrainSettings;
import distillery.train.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/** What the lesson on teachers that know no more than the student prints: what training came to. */
final class EqualsLaws {
    private static final String LESSON = "self-and-mutual";

    static final ArmName PEER = new ArmName(ArmRole.PEER, 2);
    static final ArmName TWIN = new ArmName(ArmRole.LABELS_ONLY, 2);
    static final ArmName EXIT = new ArmName(ArmRole.EXIT, 1);

    private final List<Law> laws = new ArrayList<>();

    private EqualsLaws() {
        setting();
        bornAgain();
        mutual();
        ownTeacher();
        wider();
        ensemble();
    }

    static List<Law> laws() {
        return new EqualsLaws().laws;
    }

    private void law(String printed, String because, DoubleSupplier value) {
        laws.add(new Law(printed, because, value));
    }

    /** An experiment of the lesson that is no preset. */
    static JsonNode record(String name) {
        return Measured.record(LESSON, name);
    }

    static Verdict.Gain overLabels(JsonNode record) {
        return Measured.gain(record, ArmName.DISTILLED, record, ArmName.LABELS_ONLY);
    }

    private static double mean(Preset preset, ArmName arm) {
        return Measured.mean(preset, arm);
    }

    /** The third generation against another control. */
    static Verdict.Gain over(ArmName control) {
        return Objects.requireNonNull(Preset.BORN_AGAIN.measured().overOthers().get(control));
    }

    /** Its own soft labels against none, for the last layer of the net that teaches itself. */
    static Verdict.Gain ofOwnSoftLabels() {
        return Measured.gain(
                Measured.record(Preset.OWN_TEACHER), ArmName.DISTILLED, record("own-teacher-hard"), ArmName.DISTILLED);
    }

    static Verdict.Gain exitOverLastLayer() {
        JsonNode record = Measured.record(Preset.OWN_TEACHER);
        return Measured.gain(record, EXIT, record, ArmName.DISTILLED);
    }

    /** The included teacher against the three that know the student's labels only. */
    static Verdict.Gain ofMoreLabels() {
        return Measured.gain(
                Measured.record(Preset.SMALL_CNN),
                ArmName.DISTILLED,
                Measured.record(Preset.ENSEMBLE),
                ArmName.DISTILLED);
    }

    static int errors(int seed, ArmName arm) {
        return Measured.record(Preset.MUTUAL)
                .get("seeds")
                .get(seed - 1)
                .get(arm.toString())
                .get("testErrors")
                .asInt();
    }

    /** How many errors lie between the first peer and its twin, whichever made more. */
    static int apart(int seed) {
        return Math.abs(errors(seed, ArmName.DISTILLED) - errors(seed, ArmName.LABELS_ONLY));
    }

    private void setting() {
        TrainSettings settings = Preset.BORN_AGAIN.settings();
        law("500", "the labels", settings::images);
        law("1", "the first seed", () -> Measured.record(Preset.BORN_AGAIN)
                .at("/seeds/0/seed")
                .asInt());
        law("5", "the last one", () -> Measured.record(Preset.BORN_AGAIN)
                .get("seeds")
                .size());
        law("1027", "labels only", () -> mean(Preset.BORN_AGAIN, ArmName.LABELS_ONLY));
        law("2018", "the year of two papers", () -> 2018);
        law("2019", "the year of another", () -> 2019);
        law("2022", "the year of the last", () -> 2022);
        law("T = 8", "where they teach", () -> settings.live().knobs().temperature());
        law("T = 1", "where the papers do", () -> record("born-again-t1")
                .at("/settings/live/knobs/temperature")
                .asDouble());
    }

    private void bornAgain() {
        Verdict.Gain gain = Preset.BORN_AGAIN.measured().overLabels();
        law("133", "what the third generation may cost", () -> -gain.low());
        law("60", "and save", gain::high);
        Verdict.Gain control = Preset.BORN_AGAIN.measured().overControl();
        law("82", "what it costs against smoothing, low", () -> -control.high());
        law("284", "high", () -> -control.low());
        law("1135", "with shuffled shares", () -> mean(Preset.BORN_AGAIN, ArmName.SHUFFLED));
        Verdict.Gain shuffled = over(ArmName.SHUFFLED);
        law("8", "what these cost, low", shuffled::low);
        law("134", "high", shuffled::high);
        law("1016", "with weighted labels", () -> mean(Preset.BORN_AGAIN, ArmName.WEIGHTED));
        Verdict.Gain cold = overLabels(record("born-again-t1"));
        law("14", "what it may cost at T = 1", () -> -cold.low());
        law("16", "and save", cold::high);
    }

    private void mutual() {
        law("1110", "the first peer", () -> mean(Preset.MUTUAL, ArmName.DISTILLED));
        Verdict.Gain gain = Preset.MUTUAL.measured().overLabels();
        law("339", "what it may cost", () -> -gain.low());
        law("174", "and save", gain::high);
        law(
                "42",
                "the most between it and its twin, but for seed 4",
                () -> IntStream.of(1, 2, 3, 5).map(EqualsLaws::apart).max().orElseThrow());
        law("4", "where they are farthest apart", () -> IntStream.rangeClosed(1, 5)
                .reduce(1, (a, b) -> apart(b) > apart(a) ? b : a));
        law("1357", "the first peer there", () -> errors(4, ArmName.DISTILLED));
        law("1514", "the second", () -> errors(4, PEER));
        law("909", "the first one's twin", () -> errors(4, ArmName.LABELS_ONLY));
        law("996", "the second one's", () -> errors(4, TWIN));
        law(
                "0.9",
                "the weight of the peer",
                () -> Preset.MUTUAL.settings().live().knobs().softWeight());
        law(
                "0.1",
                "that of the labels",
                () -> Preset.MUTUAL.settings().live().knobs().hardWeight());
        law("1003", "the first peer as in the paper", () -> Measured.errors(record("mutual-t1"), ArmName.DISTILLED));
        Verdict.Gain cold = overLabels(record("mutual-t1"));
        law("7", "what that may cost", () -> -cold.low());
        law("55", "and save", cold::high);
    }

    private void ownTeacher() {
        law("886", "the last layer", () -> mean(Preset.OWN_TEACHER, ArmName.DISTILLED));
        law("881", "the exit", () -> mean(Preset.OWN_TEACHER, EXIT));
        Verdict.Gain gain = Preset.OWN_TEACHER.measured().overLabels();
        law("72", "what the last layer saves, low", gain::low);
        law("210", "high", gain::high);
        law(
                "997",
                "with an exit without soft labels",
                () -> Measured.errors(record("own-teacher-hard"), ArmName.DISTILLED));
        law("69", "what the soft labels save of these, low", () -> ofOwnSoftLabels()
                .low());
        law("154", "high", () -> ofOwnSoftLabels().high());
        law("881", "smoothing", () -> mean(Preset.OWN_TEACHER, ArmName.CONTROL));
        Verdict.Gain control = Preset.OWN_TEACHER.measured().overControl();
        law("96", "what it may cost against smoothing", () -> -control.low());
        law("86", "and save", control::high);
    }

    private void wider() {
        JsonNode record = record("netaug");
        law("3", "how many times as wide", () -> record.at("/settings/method/parameters/augmentedWidth")
                .asDouble());
        law(
                "840",
                "wider nets alone, in tens",
                () -> tens(IntStream.of(1, 2, 3)
                        .mapToDouble(each -> mean(Preset.ENSEMBLE, new ArmName(ArmRole.MEMBER, each)))
                        .average()
                        .orElseThrow()));
        law("1030", "NetAug", () -> Measured.errors(record, ArmName.DISTILLED));
        law(
                "1200",
                "more than that by as much as the wider net has fewer, in hundreds",
                () -> Math.rint((2 * Measured.errors(record, ArmName.DISTILLED) - 840) / 100) * 100);
        law("49", "what it may cost", () -> -overLabels(record).low());
        law("44", "and save", () -> overLabels(record).high());
    }

    private static double tens(double number) {
        return Math.rint(number / 10) * 10;
    }

    private void ensemble() {
        law("740", "the three together", () -> mean(Preset.ENSEMBLE, ArmName.ENSEMBLE));
        law("740", "the same in tens", () -> tens(mean(Preset.ENSEMBLE, ArmName.ENSEMBLE)));
        law("903", "their student", () -> mean(Preset.ENSEMBLE, ArmName.DISTILLED));
        law("900", "the same in tens", () -> tens(mean(Preset.ENSEMBLE, ArmName.DISTILLED)));
        Verdict.Gain gain = Preset.ENSEMBLE.measured().overLabels();
        law("62", "what it saves, low", gain::low);
        law("186", "high", gain::high);
        Verdict.Gain control = Preset.ENSEMBLE.measured().overControl();
        law("116", "what it may cost against smoothing", () -> -control.low());
        law("72", "and save", control::high);
        law("60000", "what the included teacher has learned from", () -> Preset.ALL_LABELS
                .settings()
                .images());
        law("594", "its student", () -> mean(Preset.SMALL_CNN, ArmName.DISTILLED));
        law("239", "what it saves against the three, low", () -> ofMoreLabels().low());
        law("380", "high", () -> ofMoreLabels().high());
    }
}
