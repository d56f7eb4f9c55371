package distillery.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import distillery.net.NetSpec;
import distillery.net.Tap;
import distillery.train.ArmName;
import distillery.train.Preset;
import distillery.train.TrainSettings;
import distillery.train.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * What the lesson on features and relations prints: the nets, and what training came to, with the teacher's soft labels (the
 * presets) and without.
 */
final class FeaturesLaws {
    private static final String LESSON = "features-and-relations";
    private static final TrainSettings SETTINGS = Preset.HINTS.settings();

    private final List<Law> laws = new ArrayList<>();

    private FeaturesLaws() {
        setting();
        attention();
        hints();
        boundaries();
        relations();
        silent();
    }

    static List<Law> laws() {
        return new FeaturesLaws().laws;
    }

    private void law(String printed, String because, DoubleSupplier value) {
        laws.add(new Law(printed, because, value));
    }

    /** An experiment of the lesson without the teacher's soft labels. */
    static JsonNode silent(Preset preset) {
        return Measured.record(LESSON, preset.id() + "-silent");
    }

    /** Against the same student from soft labels alone, seed by seed. */
    static Verdict.Gain overSoftLabels(Preset preset, ArmName arm) {
        return Measured.gain(Measured.record(preset), arm, Measured.record(Preset.SMALL_CNN), ArmName.DISTILLED);
    }

    static Verdict.Gain overUntrained(Preset preset) {
        JsonNode record = Measured.record(preset);
        return Measured.gain(record, ArmName.DISTILLED, record, ArmName.UNTRAINED);
    }

    static Verdict.Gain overLabels(JsonNode record, ArmName arm) {
        return Measured.gain(record, arm, record, ArmName.LABELS_ONLY);
    }

    private static double mean(Preset preset, ArmName arm) {
        return Measured.mean(preset, arm);
    }

    private static NetSpec teacher() {
        return SETTINGS.teacher().layers();
    }

    private static Tap tap(NetSpec net, String name) {
        return net.taps().stream()
                .filter(tap -> tap.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void setting() {
        law(
                "23.6",
                "how many times the student's parameters",
                () -> (double) teacher().parameters() / SETTINGS.student().parameters());
        law("500", "the labels", SETTINGS::images);
        law("1", "the first seed", () -> seeds().get(0).get("seed").asInt());
        law("5", "the last one", () -> seeds().get(4).get("seed").asInt());
        law("1027", "labels only", () -> mean(Preset.SMALL_CNN, ArmName.LABELS_ONLY));
        law("594", "soft labels alone", () -> mean(Preset.SMALL_CNN, ArmName.DISTILLED));
        law("1000", "labels only, in hundreds", () -> rounded(mean(Preset.SMALL_CNN, ArmName.LABELS_ONLY), 100));
    }

    private static JsonNode seeds() {
        return Measured.record(Preset.SMALL_CNN).get("seeds");
    }

    private static double rounded(double number, double unit) {
        return Math.rint(number / unit) * unit;
    }

    private void attention() {
        law("593", "with attention", () -> mean(Preset.ATTENTION, ArmName.DISTILLED));
        Verdict.Gain gain = overSoftLabels(Preset.ATTENTION, ArmName.DISTILLED);
        law("43", "what it may cost against soft labels alone", () -> -gain.low());
        law("45", "and save", gain::high);
        law("2017", "the year of the paper", () -> 2017);
    }

    private void hints() {
        law("2015", "the year of the paper", () -> 2015);
        law("48", "the teacher's last maps", () -> tap(teacher(), "pool2")
                .shape()
                .channels());
        law("7", "their rows", () -> tap(teacher(), "pool2").shape().height());
        law("7", "their columns", () -> tap(teacher(), "pool2").shape().width());
        law("2352", "their numbers", () -> tap(teacher(), "pool2").shape().size());
        law("8", "the student's last maps", () -> tap(SETTINGS.student(), "pool2")
                .shape()
                .channels());
        law("518", "with hints", () -> mean(Preset.HINTS, ArmName.DISTILLED));
        law("553", "with the untrained teacher's", () -> mean(Preset.HINTS, ArmName.UNTRAINED));
        law("75", "what hints saved", () -> overSoftLabels(Preset.HINTS, ArmName.DISTILLED)
                .mean());
        law("41", "what the untrained teacher's saved", () -> overSoftLabels(Preset.HINTS, ArmName.UNTRAINED)
                .mean());
        Verdict.Gain gain = overUntrained(Preset.HINTS);
        law("10", "the gain over the untrained teacher's, low", gain::low);
        law("59", "high", gain::high);
        law("0.018", "its p", gain::p);
        law("30", "half of the epochs", () -> SETTINGS.epochs() / 2.0);
    }

    private void boundaries() {
        law("2019", "the year of the paper", () -> 2019);
        law("32", "the student's units", () -> tap(SETTINGS.student(), "dense1")
                .shape()
                .size());
        law("128", "the teacher's units", () -> tap(teacher(), "dense1").shape().size());
        law("50%", "how often two coins fall alike", () -> 0.5);
        law("525", "with boundaries", () -> mean(Preset.BOUNDARIES, ArmName.DISTILLED));
        law("545", "with the untrained teacher's", () -> mean(Preset.BOUNDARIES, ArmName.UNTRAINED));
        Verdict.Gain gain = overUntrained(Preset.BOUNDARIES);
        law("16", "what the true ones may cost against these", () -> -gain.low());
        law("57", "and save", gain::high);
    }

    private void relations() {
        law("2019", "the year of the paper", () -> 2019);
        law("64", "the digits of a batch", () -> SETTINGS.live().batchSize());
        law("494", "with relations", () -> mean(Preset.RELATIONS, ArmName.DISTILLED));
        law("600", "with the untrained teacher's", () -> mean(Preset.RELATIONS, ArmName.UNTRAINED));
        law("520", "hints, in tens", () -> rounded(mean(Preset.HINTS, ArmName.DISTILLED), 10));
        law("600", "soft labels alone, in tens", () -> rounded(mean(Preset.RELATIONS, ArmName.UNTRAINED), 10));
        Verdict.Gain gain = overUntrained(Preset.RELATIONS);
        law("57", "the gain over the untrained teacher's, low", gain::low);
        law("155", "high", gain::high);
        Verdict.Gain more = overSoftLabels(Preset.RELATIONS, ArmName.DISTILLED);
        law("71", "the gain over soft labels alone, low", more::low);
        law("128", "high", more::high);
    }

    private void silent() {
        JsonNode boundaries = silent(Preset.BOUNDARIES);
        law("711", "boundaries without soft labels", () -> Measured.errors(boundaries, ArmName.DISTILLED));
        law("700", "the same in hundreds", () -> rounded(Measured.errors(boundaries, ArmName.DISTILLED), 100));
        Verdict.Gain gain = overLabels(boundaries, ArmName.DISTILLED);
        law("215", "the gain over labels only, low", gain::low);
        law("417", "high", gain::high);
        Verdict.Gain loss = overLabels(boundaries, ArmName.UNTRAINED);
        law("47", "what the untrained teacher's cost, low", () -> -loss.high());
        law("264", "high", () -> -loss.low());
        law("764", "relations without", () -> Measured.errors(silent(Preset.RELATIONS), ArmName.DISTILLED));
        law("914", "hints without", () -> Measured.errors(silent(Preset.HINTS), ArmName.DISTILLED));
        law("994", "attention without", () -> Measured.errors(silent(Preset.ATTENTION), ArmName.DISTILLED));
    }
}
