package distillery.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import distillery.net.NetSpec;
import distillery.train.ArmName;
import distillery.train.Preset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.StreamSupport;

/** What the lesson on compression prints: what nets count, and what training came to. */
final class CompressionLaws {
    private static final Preset DENSE = Preset.FEW_LABELS;
    private static final Preset CONVOLUTIONAL = Preset.SMALL_CNN;

    private final List<Law> laws = new ArrayList<>();

    private CompressionLaws() {
        dense();
        convolutional();
    }

    static List<Law> laws() {
        return new CompressionLaws().laws;
    }

    private void law(String printed, String because, DoubleSupplier value) {
        laws.add(new Law(printed, because, value));
    }

    private void dense() {
        NetSpec teacher = teacher(DENSE);
        NetSpec student = DENSE.settings().student();
        units(teacher, "784", "800", "800", "10");
        units(student, "784", "128", "10");
        law("64", "half its hidden units", () -> student.shapes().get(0).size() / 2.0);
        law("1276810", "the teacher's parameters", teacher::parameters);
        law("101770", "the student's", student::parameters);
        law("12.5", "how many times fewer", () -> (double) teacher.parameters() / student.parameters());
        law("1275200", "the teacher's multiply-adds", teacher::multiplyAdds);
        law("101632", "the student's", student::multiplyAdds);
        law("12.5", "how many times fewer", () -> (double) teacher.multiplyAdds() / student.multiplyAdds());
        law("5107240", "the teacher's bytes", () -> bytes(teacher));
        law("407080", "the student's", () -> bytes(student));
        law(
                "99.2%",
                "the teacher's line",
                () -> Measured.record(DENSE).at("/teacher/testAccuracy").asDouble());
        law("79", "its errors", () -> errors(DENSE));
        law("2000", "the labels", () -> DENSE.settings().images());
        law("T = 8", "in training", () -> DENSE.settings().live().knobs().temperature());
        law("499", "the distilled student's errors", () -> Measured.mean(DENSE, ArmName.DISTILLED));
        law("751", "those of labels only", () -> Measured.mean(DENSE, ArmName.LABELS_ONLY));
        law("4.6%", "calibration error of labels only", () -> calibrationError("labelsOnly"));
        law("2.6%", "that of the distilled student", () -> calibrationError("distilled"));
        law("15.5%", "that of the control", () -> calibrationError("control"));
        law("100%", "what a label says", () -> 1);
        law("90%", "a percentage, for instance", () -> 90 / 100.0);
        law("1", "the first seed", () -> seeds().get(0).get("seed").asInt());
        law("5", "the last one", () -> seeds().size());
    }

    /** The inputs of a dense net, and the units of each layer. */
    private void units(NetSpec net, String... printed) {
        law(printed[0], "its inputs", net::inputs);
        for (int i = 1; i < printed.length; i++) {
            int layer = i - 1;
            law(printed[i], "units of a layer", () -> net.shapes().get(layer).size());
        }
    }

    private void convolutional() {
        NetSpec teacher = teacher(CONVOLUTIONAL);
        NetSpec student = CONVOLUTIONAL.settings().student();
        NetSpec before = DENSE.settings().student();
        law("57", "the teacher's errors", () -> errors(CONVOLUTIONAL));
        law("13242", "the student's parameters", student::parameters);
        law("7.7", "how many times fewer", () -> (double) before.parameters() / student.parameters());
        law("97536", "its multiply-adds", student::multiplyAdds);
        law("52968", "its bytes", () -> bytes(student));
        law("1252520", "the teacher's bytes", () -> bytes(teacher));
        law(
                "4.1",
                "how many times fewer parameters",
                () -> (double) teacher(DENSE).parameters() / teacher.parameters());
        law(
                "2.0",
                "how many times as many multiply-adds",
                () -> (double) teacher.multiplyAdds() / teacher(DENSE).multiplyAdds());
        law("500", "the labels", () -> CONVOLUTIONAL.settings().images());
        law("594", "the distilled student's errors", () -> Measured.mean(CONVOLUTIONAL, ArmName.DISTILLED));
        law("1027", "those of labels only", () -> Measured.mean(CONVOLUTIONAL, ArmName.LABELS_ONLY));
        law("10000", "the test digits", () -> 10_000);
        law("64000", "less than the dense student's bytes, more than this one's", () -> 64_000);
    }

    private static NetSpec teacher(Preset preset) {
        return preset.settings().teacher().layers();
    }

    static long bytes(NetSpec net) {
        return Float.BYTES * net.parameters();
    }

    private static int errors(Preset preset) {
        return Measured.record(preset).at("/teacher/testErrors").asInt();
    }

    /** What {@code measure} printed for the recorded seeds of the dense pair. */
    static List<JsonNode> seeds() {
        try {
            JsonNode file = new JsonMapper()
                    .readTree(Path.of("src/test/resources/compression/few-labels.json")
                            .toFile());
            return StreamSupport.stream(file.get("seeds").spliterator(), false).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double calibrationError(String arm) {
        return seeds().stream()
                .mapToDouble(
                        seed -> seed.at("/nets/" + arm + "/calibrationError").asDouble())
                .average()
                .orElseThrow();
    }
}
