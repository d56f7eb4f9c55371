package distillery.train;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.EnumMap;
import java.util.Map;

/** What the students of one seed came to. */
public record SeedResult(long seed, @JsonIgnore Map<Student, Result> students) {
    /**
     * One student at the end of its run.
     *
     * @param agreement share of test samples where its first choice is the teacher's
     * @param seconds spent learning, waiting for nobody else
     */
    public record Result(
            int testErrors, double testAccuracy, double agreement, double seconds, double imagesPerSecond) {}

    static SeedResult of(long seed, Experiment experiment, Evaluation evaluation) {
        Map<Student, Result> students = new EnumMap<>(Student.class);
        evaluation
                .students()
                .forEach((student, score) -> students.put(
                        student,
                        new Result(
                                score.errors(),
                                score.accuracy(),
                                score.agreement(),
                                experiment.seconds(student),
                                experiment.imagesPerSecond(student))));
        return new SeedResult(seed, students);
    }

    /** How JSON has it: one field for each student. */
    @JsonAnyGetter
    Map<Student, Result> byName() {
        return students;
    }

    public Result of(Student student) {
        Result result = students.get(student);
        if (result == null) {
            throw new IllegalStateException("no result for " + student);
        }
        return result;
    }
}
