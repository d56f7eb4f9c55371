package distillery.method;

import distillery.loss.HintonLoss;
import distillery.net.InputBatch;
import distillery.net.Tap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a method sees of one training step. Batches are row-major {@code [rows, classes]}; nobody writes to them. */
public final class StepContext {
    private final LiveHyperparameters hyperparameters;
    private final int epoch;
    private final int classes;
    private final int[] labels;
    private final double[] student;
    private final List<double[]> targets;
    private final Function<Tap, double[]> studentFeatures;
    private final Glimpse.Seen teacherFeatures;
    private @Nullable Unlabelled unlabelled;
    private @Nullable InputBatch inputs;
    private int[] secondLabels = {};
    private HintonLoss.@Nullable Value measured;
    private HintonLoss.@Nullable Value reported;

    /**
     * One step.
     *
     * @param epoch the running epoch, from 1
     * @param student the student's logits
     * @param targets the logits of each whom it learns from, in the order in which they were named; empty for a method that
     *     needs none
     */
    public StepContext(
            LiveHyperparameters hyperparameters,
            int epoch,
            int classes,
            int[] labels,
            double[] student,
            List<double[]> targets,
            Function<Tap, double[]> studentFeatures,
            Glimpse.Seen teacherFeatures) {
        this.hyperparameters = hyperparameters;
        this.epoch = epoch;
        this.classes = classes;
        this.labels = labels;
        this.student = student;
        this.targets = List.copyOf(targets);
        this.studentFeatures = studentFeatures;
        this.teacherFeatures = teacherFeatures;
    }

    public LiveHyperparameters hyperparameters() {
        return hyperparameters;
    }

    public int epoch() {
        return epoch;
    }

    public int classes() {
        return classes;
    }

    public int[] labels() {
        return labels;
    }

    /** The student's logits. */
    public double[] student() {
        return student;
    }

    /** What student and teacher say to samples without labels, row-major {@code [rows, classes]}. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Unlabelled(double[] student, double[] teacher) {}

    /** Adds samples without labels to the step; the method's slope along the student's logits then goes on over them. */
    public void add(Unlabelled more) {
        unlabelled = more;
    }

    /** Adds the labels of a second task. */
    public void add(int[] labelsOfSecondTask) {
        secondLabels = labelsOfSecondTask;
    }

    /** The labels of the second task; empty where there is none. */
    int[] secondLabels() {
        return secondLabels;
    }

    /** Adds the samples themselves, for a method that shows them to another net. */
    public void show(InputBatch samples) {
        inputs = samples;
    }

    /**
     * The samples of the step.
     *
     * @throws IllegalStateException if they were not shown
     */
    InputBatch inputs() {
        InputBatch found = inputs;
        if (found == null) {
            throw new IllegalStateException("the samples were not shown in this step");
        }
        return found;
    }

    /**
     * The samples without labels.
     *
     * @throws IllegalStateException if there are none
     */
    public Unlabelled unlabelled() {
        Unlabelled found = unlabelled;
        if (found == null) {
            throw new IllegalStateException("no samples without labels in this step");
        }
        return found;
    }

    /** The logits of each whom it learns from. */
    public List<double[]> targets() {
        return targets;
    }

    /**
     * The logits of the only one whom it learns from.
     *
     * @throws IllegalStateException if there is none, or more than one
     */
    public double[] target() {
        if (targets.size() != 1) {
            throw new IllegalStateException("asked for one set of target logits where there are " + targets.size());
        }
        return targets.get(0);
    }

    /**
     * The student's values at a point, {@code [rows, width]} or {@code [rows, channels, height, width]}.
     *
     * @throws IllegalStateException if the method did not announce it
     */
    public double[] student(Tap tap) {
        return studentFeatures.apply(tap);
    }

    /** The same of the teacher. */
    public double[] teacher(Tap tap) {
        return teacher(new Glimpse.At(tap));
    }

    /** What is made of the teacher's values. */
    double[] teacher(Glimpse glimpse) {
        return teacherFeatures.by(glimpse, labels.length);
    }

    /**
     * The student against the labels and, where there is exactly one target, against that: worked out once. Without a
     * target only its hard part means anything.
     */
    public HintonLoss.Value measured() {
        HintonLoss.Value value = measured;
        if (value == null) {
            value = targets.isEmpty() && reported != null
                    ? reported
                    : against(targets.size() == 1 ? targets.get(0) : student);
            measured = value;
        }
        return value;
    }

    /**
     * The student against the labels and the logits of the teacher that all students are compared by, whatever this one
     * learns from.
     */
    public HintonLoss.Value measuredAgainst(double[] teacher) {
        HintonLoss.Value value = targets.size() == 1 && targets.get(0) == teacher ? measured() : against(teacher);
        reported = value;
        return value;
    }

    private HintonLoss.Value against(double[] logits) {
        return new HintonLoss(hyperparameters.temperature(), hyperparameters.softWeight(), hyperparameters.hardWeight())
                .of(student, logits, labels, classes);
    }
}
