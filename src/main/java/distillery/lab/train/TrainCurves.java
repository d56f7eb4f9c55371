package distillery.lab.train;

import distillery.train.Evaluation;
import distillery.train.StepReport;
import distillery.train.Student;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A curve for every measure of every student of a run. Belongs to the window's thread. */
public final class TrainCurves {
    private static final double FLOOR_STEP = 0.05;
    private static final double HIGHEST_FLOOR = 0.9;

    private final Map<Student, Map<Measure, Curve>> curves = new EnumMap<>(Student.class);
    private final Curve teacher = new Curve();
    private @Nullable Evaluation first;
    private @Nullable Evaluation still;

    TrainCurves() {
        for (Student student : Student.values()) {
            Map<Measure, Curve> own = new EnumMap<>(Measure.class);
            for (Measure measure : Measure.values()) {
                own.put(measure, new Curve());
            }
            curves.put(student, own);
        }
    }

    public Curve of(Student student, Measure measure) {
        return Objects.requireNonNull(
                Objects.requireNonNull(curves.get(student)).get(measure));
    }

    /** The test accuracy of a teacher that moved, from the start; empty as long as it never did. */
    public Curve teacherAccuracy() {
        return teacher;
    }

    /** All of them under the names of a table's columns: {@code distilled.hard}. They are copies, for another thread. */
    public Map<String, Curve> copies() {
        Map<String, Curve> copies = new LinkedHashMap<>();
        curves.forEach((student, own) ->
                own.forEach((measure, curve) -> copies.put(name(student) + "." + measure.id(), curve.copy())));
        if (teacher.size() > 0) {
            copies.put("teacher." + Measure.ACCURACY.id(), teacher.copy());
        }
        return copies;
    }

    /**
     * Where an axis for a share may begin so that what was learned fills it: just below everything but the first test,
     * when nobody knew anything yet. Rounded down to a twentieth, 0.9 at most.
     */
    public double floor(Measure share) {
        double lowest = share == Measure.ACCURACY ? teacher.raw().min(0, teacher.size()) : Double.POSITIVE_INFINITY;
        for (Student student : Student.values()) {
            CurveValues values = of(student, share).raw();
            lowest = Math.min(lowest, values.size() < 2 ? 0 : values.min(1, values.size()));
        }
        return Math.min(HIGHEST_FLOOR, Math.floor(lowest / FLOOR_STEP) * FLOOR_STEP);
    }

    /** A step whose losses are all numbers. */
    void append(StepReport report) {
        report.students().forEach((student, step) -> {
            for (Measure measure : Measure.values()) {
                if (measure.ofEveryStep()) {
                    of(student, measure).append((double) report.step(), measure.of(step));
                }
            }
        });
    }

    void append(Evaluation evaluation) {
        follow(evaluation);
        evaluation.students().forEach((student, score) -> {
            for (Measure measure : Measure.values()) {
                if (!measure.ofEveryStep()) {
                    of(student, measure).append((double) evaluation.step(), measure.of(score));
                }
            }
        });
    }

    private void follow(Evaluation now) {
        Evaluation start = first == null ? now : first;
        Evaluation last = still == null ? now : still;
        first = start;
        if (teacher.size() == 0 && now.teacher().equals(start.teacher())) {
            still = now;
            return;
        }
        if (teacher.size() == 0) {
            teacher.append((double) start.step(), start.teacher().accuracy());
            if (last.step() > start.step()) {
                teacher.append((double) last.step(), last.teacher().accuracy());
            }
        }
        teacher.append((double) now.step(), now.teacher().accuracy());
    }

    void clear() {
        curves.values().forEach(own -> own.values().forEach(Curve::clear));
        teacher.clear();
        first = null;
        still = null;
    }

    private static String name(Student student) {
        return switch (student) {
            case LABELS_ONLY -> "labelsOnly";
            case DISTILLED -> "distilled";
            case CONTROL -> "control";
        };
    }
}
