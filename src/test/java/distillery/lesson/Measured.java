package distillery.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import distillery.net.NetSpec;
import distillery.train.ArmName;
import distillery.train.Preset;
import distillery.train.Softness;
import distillery.train.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What training came to, from the records beside the presets. */
final class Measured {
    private Measured() {}

    static JsonNode record(Preset preset) {
        try {
            return new JsonMapper()
                    .readTree(Path.of("assets/presets", preset.id() + ".json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the command line printed for an experiment that is no preset, over seeds 1 to 5. */
    static JsonNode record(String lesson, String name) {
        try {
            return new JsonMapper()
                    .readTree(Path.of("src/test/resources", lesson, name + ".json")
                            .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mean of an arm's test errors over the seeds of a record. */
    static double errors(JsonNode record, ArmName arm) {
        return record.get("errors").get(arm.toString()).get("mean").asDouble();
    }

    /** How many errors fewer an arm of one record made, seed by seed, than an arm of another or of the same. */
    static Verdict.Gain gain(JsonNode record, ArmName arm, JsonNode over, ArmName other) {
        List<Integer> differences = new ArrayList<>();
        for (int i = 0; i < record.get("seeds").size(); i++) {
            differences.add(errors(over, i, other) - errors(record, i, arm));
        }
        return Verdict.Gain.of(differences, differences.size());
    }

    private static int errors(JsonNode record, int seed, ArmName arm) {
        return record.get("seeds")
                .get(seed)
                .get(arm.toString())
                .get("testErrors")
                .asInt();
    }

    static Verdict.Spread spread(Preset preset, ArmName student) {
        return Objects.requireNonNull(preset.measured().errors().get(student));
    }

    static double mean(Preset preset, ArmName student) {
        return spread(preset, student).mean();
    }

    /** The same experiment as a preset over the lesson's own seeds, 11 to 15: what the command line printed. */
    static Verdict again(Preset preset) {
        Path file = Path.of("src/test/resources/train-live", preset.id() + "-11.json");
        try {
            return Preset.verdict(new JsonMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Law> laws() {
        List<Law> laws = new ArrayList<>(setting());
        laws.add(new Law("15", "the last of the lesson's seeds", () -> 11 + 5 - 1));
        laws.add(new Law("10", "seeds offered after a verdict over five", () -> 2 * 5));
        laws.add(new Law("95%", "the level of the intervals", () -> Verdict.CONFIDENCE));
        laws.add(new Law("0.05", "the p that just does not decide", () -> 1 - Verdict.CONFIDENCE));
        few(laws);
        all(laws);
        tiny(laws);
        return laws;
    }

    private static void few(List<Law> laws) {
        Verdict first = Preset.FEW_LABELS.measured();
        fewer(laws, "few labels", first.overLabels(), "214", "291");
        fewer(laws, "few labels, once more", again(Preset.FEW_LABELS).overLabels(), "207", "301");
        laws.add(new Law(
                "252", "the gain with few labels", () -> first.overLabels().mean()));
        laws.add(new Law(
                "93",
                "the control's gain",
                () -> first.overLabels().mean() - first.overControl().mean()));
        laws.add(new Law("307", "what shuffling costs", () -> shuffled(first).mean()));
        laws.add(new Law(
                "55",
                "how many more than labels only",
                () -> shuffled(first).mean() - first.overLabels().mean()));
        double smoothing = Preset.FEW_LABELS.settings().smoothing();
        laws.add(new Law("0.1", "the control's ε", () -> smoothing));
        laws.add(new Law("0.50", "its entropy", () -> Softness.ofSmoothed(smoothing)));
        laws.add(new Law("1.60", "the teacher's entropy", () -> Softness.ofTeacher(temperature(Preset.FEW_LABELS))));
    }

    private static Verdict.Gain shuffled(Verdict verdict) {
        return Objects.requireNonNull(verdict.overShuffled());
    }

    private static void all(List<Law> laws) {
        Verdict first = Preset.ALL_LABELS.measured();
        Verdict again = again(Preset.ALL_LABELS);
        laws.add(new Law("241", "labels only", () -> mean(Preset.ALL_LABELS, ArmName.LABELS_ONLY)));
        laws.add(new Law("200", "the control", () -> mean(Preset.ALL_LABELS, ArmName.CONTROL)));
        fewer(laws, "all labels", first.overLabels(), "−7", "43");
        fewer(laws, "all labels, against the control", first.overControl(), "−35", "−12");
        fewer(laws, "all labels, once more", again.overLabels(), "3", "40");
        laws.add(new Law("0.032", "its p", () -> again.overLabels().p()));
        fewer(laws, "all labels, once more against the control", again.overControl(), "−28", "−7");
        laws.add(new Law("204", "larger nets, labels only", () -> mean(Preset.HINTON_MNIST, ArmName.LABELS_ONLY)));
        laws.add(new Law("125", "larger nets, distilled", () -> mean(Preset.HINTON_MNIST, ArmName.DISTILLED)));
        fewer(laws, "larger nets", Preset.HINTON_MNIST.measured().overLabels(), "59", "99");
        laws.add(new Law("2015", "the year of the paper", () -> 2015));
    }

    private static void tiny(List<Law> laws) {
        Verdict.Gain first = Preset.TINY_STUDENT.measured().overLabels();
        Verdict.Gain again = again(Preset.TINY_STUDENT).overLabels();
        fewer(laws, "tiny student", first, "−190", "−13");
        laws.add(new Law("0.033", "its p", first::p));
        laws.add(new Law("101", "its mean", () -> -first.mean()));
        fewer(laws, "tiny student, once more", again, "−222", "87");
        laws.add(new Law("67", "its mean", () -> -again.mean()));
    }

    /** The ends of an interval for the errors that distillation saves; the text has no minus, but says more errors. */
    private static void fewer(List<Law> laws, String what, Verdict.Gain gain, String low, String high) {
        laws.add(new Law(low.replace("−", ""), what + ", low", () -> low.startsWith("−") ? -gain.low() : gain.low()));
        laws.add(new Law(
                high.replace("−", ""), what + ", high", () -> high.startsWith("−") ? -gain.high() : gain.high()));
    }

    private static List<Law> setting() {
        JsonNode teacher = record(Preset.FEW_LABELS).get("teacher");
        int errors = teacher.get("testErrors").asInt();
        long parameters = NetSpec.parse(teacher.get("layers").asText()).parameters();
        long student = Preset.FEW_LABELS.settings().student().parameters();
        return List.of(
                new Law("79", "the teacher's test errors", () -> errors),
                new Law(
                        "10000",
                        "of so many digits",
                        () -> Math.rint(
                                errors / (1 - teacher.get("testAccuracy").asDouble()))),
                new Law("1276810", "the teacher's parameters", () -> parameters),
                new Law("12.5", "how many times the student's", () -> (double) parameters / student),
                new Law("60000", "all labels", () -> Preset.ALL_LABELS
                        .settings()
                        .images()),
                new Law("2000", "few labels", () -> Preset.FEW_LABELS.settings().images()),
                new Law("T = 8", "where few labels are taught", () -> temperature(Preset.FEW_LABELS)),
                new Law("T = 8", "where all labels are taught", () -> temperature(Preset.ALL_LABELS)),
                new Law("T = 20", "where the tiny student is taught", () -> temperature(Preset.TINY_STUDENT)),
                new Law("16", "its hidden units", () -> Preset.TINY_STUDENT
                        .settings()
                        .student()
                        .shapes()
                        .get(0)
                        .size()));
    }

    private static double temperature(Preset preset) {
        return preset.settings().live().knobs().temperature();
    }
}
