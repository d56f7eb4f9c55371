package distillery.lab.train;

import distillery.train.ArmName;
import distillery.train.ArmRole;
import distillery.train.Evaluation;
import distillery.train.StepReport;
import distillery.train.TrainEvent;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A curve for every measure of every arm of a run. Belongs to the window's thread. */
public final class TrainCurves {
    /** The part of a run that an axis for shares need not show, for in it the nets know next to nothing. */
    private static final double BEGINNING = 0.25;

    private final Map<ArmName, Map<Measure, Curve>> curves = new TreeMap<>();
    private final Curve teacher = new Curve();
    private final Curve teacherLoss = new Curve();
    private final Curve teacherLearned = new Curve();
    private @Nullable Evaluation first;
    private @Nullable Evaluation still;

    /** An arm's curve, which is empty until the arm has learned. */
    public Curve of(ArmName arm, Measure measure) {
        return curves.computeIfAbsent(arm, each -> new EnumMap<>(Measure.class))
                .computeIfAbsent(measure, each -> new Curve());
    }

    /** The loss of a teacher that is trained here, by the epochs it has seen; empty for others. */
    public Curve teacherLoss() {
        return teacherLoss;
    }

    /** Its test accuracy, by epochs. */
    public Curve teacherLearned() {
        return teacherLearned;
    }

    void append(TrainEvent.TeacherLearning learning) {
        teacherLoss.append(learning.epoch(), learning.loss());
        if (learning.isTest()) {
            teacherLearned.append(learning.epoch(), 1 - (double) learning.testErrors() / learning.tested());
        }
    }

    /** The test accuracy of a teacher that moved, from the start; empty as long as it never did. */
    public Curve teacherAccuracy() {
        return teacher;
    }

    /** All of them under the names of a table's columns: {@code distilled.hard}. They are copies, for another thread. */
    public Map<String, Curve> copies() {
        Map<String, Curve> copies = new LinkedHashMap<>();
        curves.forEach((arm, own) -> own.forEach((measure, curve) -> {
            if (curve.size() > 0) {
                copies.put(arm + "." + measure.id(), curve.copy());
            }
        }));
        if (teacher.size() > 0) {
            copies.put("teacher." + Measure.ACCURACY.id(), teacher.copy());
        }
        return copies;
    }

    /**
     * All that an axis for a share must hold so that curves which differ in the end can be told apart: the values of all
     * arms, and of a teacher that moved, but for the beginning of the run. Empty before anything was learned.
     */
    public DoubleSummaryStatistics learned(Measure share) {
        DoubleSummaryStatistics learned = new DoubleSummaryStatistics();
        curves.keySet().forEach(arm -> learned.combine(learned(of(arm, share))));
        if (share == Measure.ACCURACY) {
            learned.combine(learned(teacher));
        }
        return learned;
    }

    private static DoubleSummaryStatistics learned(Curve curve) {
        DoubleSummaryStatistics values = new DoubleSummaryStatistics();
        int last = curve.size() - 1;
        double beginning = last < 0 ? 0 : curve.x(0) + BEGINNING * (curve.x(last) - curve.x(0));
        for (int i = last; i > 0 && (i == last || curve.x(i) >= beginning); i--) {
            values.accept(curve.raw().get(i));
        }
        return values;
    }

    /** A step whose losses are all numbers. */
    void append(StepReport report) {
        report.arms().forEach((arm, step) -> {
            for (Measure measure : Measure.values()) {
                double value = measure.ofEveryStep() ? measure.of(step) : Double.NaN;
                if (Double.isFinite(value)) { // nobody may have asked the teacher
                    of(arm, measure).append((double) report.step(), value);
                }
            }
        });
    }

    void append(Evaluation evaluation) {
        follow(evaluation);
        evaluation.arms().forEach((arm, score) -> {
            if (learnsSecondAlone(arm, evaluation)) {
                return;
            }
            for (Measure measure : Measure.values()) {
                if (!measure.ofEveryStep() && Double.isFinite(measure.of(score))) {
                    of(arm, measure).append((double) evaluation.step(), measure.of(score));
                }
            }
        });
    }

    /** Whether it learns the second of two tasks and nothing of the first, on which it is at the level of chance. */
    private static boolean learnsSecondAlone(ArmName arm, Evaluation evaluation) {
        return arm.role() == ArmRole.MEMBER
                && evaluation.arms().containsKey(new ArmName(ArmRole.MEMBER_SECOND, arm.number()));
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
        teacherLoss.clear();
        teacherLearned.clear();
        first = null;
        still = null;
    }
}
