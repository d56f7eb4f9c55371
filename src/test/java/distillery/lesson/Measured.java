package distillery.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import distillery.net.Layers;
import distillery.train.Preset;
import distillery.train.Student;
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

    static Verdict.Spread spread(Preset preset, Student student) {
        return Objects.requireNonNull(preset.measured().errors().get(student));
    }

    static double mean(Preset preset, Student student) {
        return spread(preset, student).mean();
    }

    static List<Law> laws() {
        List<Law> laws = new ArrayList<>(setting());
        band(laws, Preset.FEW_LABELS, Student.LABELS_ONLY, "728", "±26");
        band(laws, Preset.FEW_LABELS, Student.CONTROL, "644", "±19");
        band(laws, Preset.FEW_LABELS, Student.DISTILLED, "493", "±10");
        band(laws, Preset.ALL_LABELS, Student.LABELS_ONLY, "241", "±10");
        band(laws, Preset.ALL_LABELS, Student.CONTROL, "199", "±12");
        band(laws, Preset.ALL_LABELS, Student.DISTILLED, "224", "±15");
        band(laws, Preset.TINY_STUDENT, Student.LABELS_ONLY, "1073", "±59");
        band(laws, Preset.TINY_STUDENT, Student.CONTROL, "1267", "±68");
        band(laws, Preset.TINY_STUDENT, Student.DISTILLED, "1152", "±47");
        laws.add(new Law(
                "26", "how far the seeds of labels only lie apart", () -> spread(Preset.FEW_LABELS, Student.LABELS_ONLY)
                        .deviation()));
        laws.add(new Law("235", "the gain with few labels", () -> gain(Student.DISTILLED)));
        laws.add(new Law("84", "the control's part of it", () -> gain(Student.CONTROL)));
        laws.add(new Law("36%", "that part as a share", () -> gain(Student.CONTROL) / gain(Student.DISTILLED)));
        return laws;
    }

    private static List<Law> setting() {
        JsonNode teacher = record(Preset.FEW_LABELS).get("teacher");
        int errors = teacher.get("testErrors").asInt();
        long parameters = Layers.parse(teacher.get("layers").asText()).parameters();
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
                new Law(
                        "16",
                        "its hidden units",
                        () -> Preset.TINY_STUDENT.settings().student().widths().get(1)));
    }

    private static void band(List<Law> laws, Preset preset, Student student, String mean, String deviation) {
        String what = preset.id() + ", " + student;
        laws.add(new Law(mean, what, () -> spread(preset, student).mean()));
        laws.add(new Law(deviation, what, () -> spread(preset, student).deviation()));
    }

    private static double temperature(Preset preset) {
        return preset.settings().live().knobs().temperature();
    }

    /** How many errors fewer than labels only. */
    private static double gain(Student student) {
        return mean(Preset.FEW_LABELS, Student.LABELS_ONLY) - mean(Preset.FEW_LABELS, student);
    }
}
