package distillery.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import distillery.data.AtomicFile;
import distillery.data.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The folder a run leaves behind: {@code settings.json}, and for each seed {@code steps-SEED.csv},
 * {@code tests-SEED.csv} and the weights of every student. Every file is written beside and moved into place.
 */
public final class RunFolder {
    private final Path folder;

    private RunFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder if need be and writes the settings. */
    public static RunFolder in(Path folder, TrainSettings settings) throws Problem {
        try {
            Files.createDirectories(folder);
            RunFolder made = new RunFolder(folder);
            JsonMapper mapper = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            made.write("settings.json", mapper.writeValueAsString(settings));
            return made;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException refused) {
            throw new Problem(refused, "write.failed", folder.toString(), refused.toString());
        }
    }

    /** Writes one text file. */
    public void write(String name, String text) throws Problem {
        AtomicFile.write(folder.resolve(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes what one seed left behind. */
    public void write(long seed, Curves curves, Experiment experiment) throws Problem {
        write("steps-" + seed + ".csv", curves.steps.toString());
        write("tests-" + seed + ".csv", curves.tests.toString());
        for (Student student : Student.values()) {
            String name = student.name().toLowerCase(Locale.ROOT).replace('_', '-');
            experiment.weights(student).write(folder.resolve(name + "-" + seed + ".npz"));
        }
    }

    /** Takes down the curves of a run as CSV, every number in full. */
    public static final class Curves implements Consumer<TrainEvent> {
        private final StringWriter steps = new StringWriter();
        private final StringWriter tests = new StringWriter();
        private final CSVPrinter stepRows =
                rows(steps, "step", "epoch", "student", "hard", "soft", "softTimesT2", "total", "temperature");
        private final CSVPrinter testRows =
                rows(tests, "step", "epoch", "student", "errors", "accuracy", "agreement", "hardLoss");

        @Override
        public void accept(TrainEvent event) {
            try {
                if (event instanceof StepReport report) {
                    take(report);
                } else if (event instanceof Evaluation evaluation) {
                    take(evaluation);
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        private void take(StepReport report) throws IOException {
            for (Map.Entry<Student, StepReport.StudentStep> entry :
                    report.students().entrySet()) {
                StepReport.StudentStep step = entry.getValue();
                stepRows.printRecord(
                        report.step(),
                        report.epoch(),
                        entry.getKey(),
                        step.hard(),
                        step.soft(),
                        step.softTimesT2(),
                        step.total(),
                        report.live().knobs().temperature());
            }
        }

        private void take(Evaluation evaluation) throws IOException {
            for (Map.Entry<Student, Evaluation.Score> entry :
                    evaluation.students().entrySet()) {
                Evaluation.Score score = entry.getValue();
                testRows.printRecord(
                        evaluation.step(),
                        evaluation.epoch(),
                        entry.getKey(),
                        score.errors(),
                        score.accuracy(),
                        score.agreement(),
                        score.hardLoss());
            }
        }

        private static CSVPrinter rows(StringWriter to, String... header) {
            try {
                return new CSVPrinter(
                        to, CSVFormat.DEFAULT.builder().setHeader(header).get());
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
