package distillery.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import distillery.net.Layers;
import distillery.train.Evaluation.Score;
import distillery.train.SeedResult;
import distillery.train.Student;
import distillery.train.Teacher;
import distillery.train.TrainSettings;
import distillery.train.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that {@code train} found out, as its JSON has it.
 *
 * @param preset where it started from; null for a set-up
 * @param errors mean and sample deviation of each student's test errors over the seeds
 * @param verdict distilled against labels only
 * @param verdictAgainstControl distilled against the control
 */
record TrainReport(
        @Nullable String preset,
        TrainSettings settings,
        TeacherReport teacher,
        List<SeedResult> seeds,
        Map<Student, Verdict.Spread> errors,
        Verdict.Outcome verdict,
        Verdict.Outcome verdictAgainstControl) {

    /**
     * The teacher's own figures.
     *
     * @param seconds spent training it here; 0 for one that was not trained here
     */
    record TeacherReport(Layers layers, int testErrors, double testAccuracy, double seconds, double imagesPerSecond) {}

    static TrainReport of(
            @Nullable String preset,
            TrainSettings settings,
            Teacher teacher,
            @Nullable Score score,
            List<SeedResult> results) {
        if (score == null) {
            throw new IllegalArgumentException("no seed was run");
        }
        Verdict verdict = Verdict.over(results);
        return new TrainReport(
                preset,
                settings,
                new TeacherReport(
                        settings.teacher().layers(),
                        score.errors(),
                        score.accuracy(),
                        teacher.seconds(),
                        teacher.imagesPerSecond()),
                List.copyOf(results),
                verdict.errors(),
                verdict.toLabels(),
                verdict.toControl());
    }

    String json() {
        try {
            return JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
