package distillery.train;

import distillery.data.Batch;
import distillery.data.BatchOrder;
import distillery.data.LabelBudget;
import distillery.data.Samples;
import distillery.method.LabelsOnly;
import distillery.method.Method;
import distillery.method.Requirement;
import distillery.net.Dropout;
import distillery.net.InputBatch;
import distillery.net.Network;
import distillery.net.Optimiser;
import distillery.net.Weights;
import distillery.train.Evaluation.Score;
import distillery.train.StepReport.StudentStep;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The classic three steps: a teacher, its soft labels, and students who learn from them: twins in lock-step, born with
 * the same weights and shown the same batches. Not for use by two threads at once.
 */
public final class Experiment {
    private final Samples train;
    private final Teacher teacher;
    private final BatchOrder order;
    private final InputBatch inputs;
    private final SoftLabels softLabels;
    private final Evaluator exam;
    private final Optimiser optimiser;
    private final Map<Student, StudentTrainer> learners = new EnumMap<>(Student.class);
    private final long seed;

    /** The distilled student's own copy of the teacher, while it is not frozen. */
    private @Nullable Teacher loose;

    private long steps;
    private long kept;

    /**
     * Sets everything up and asks the teacher for its soft labels.
     *
     * @throws java.util.concurrent.CancellationException if the watch loses patience
     */
    public Experiment(TrainSettings settings, DataAndTeacher materials, ProgressMonitor watch) {
        train = materials.data().train();
        teacher = materials.teacher();
        optimiser = settings.optimiser();
        seed = settings.seed();
        int[] selection = LabelBudget.choose(train, settings.images(), settings.omitted(), settings.seed());
        order = new BatchOrder(train, selection, settings.jitter(), settings.seed());
        inputs = new InputBatch(settings.student().inputs(), LiveSettings.LARGEST_BATCH);
        Method method = settings.method().method();
        boolean keep = settings.jitter() == 0 && !method.needs().contains(Requirement.TEACHER_ACTIVATIONS);
        softLabels = new SoftLabels(teacher, train, selection, keep, inputs, watch);
        exam = new Evaluator(materials.data().test(), teacher, inputs);
        Network first = blank(settings);
        first.initialise(settings.initialisation(), settings.seed());
        Weights born = first.weights();
        learners.put(Student.LABELS_ONLY, new StudentTrainer(first, new LabelsOnly(0)));
        learners.put(Student.DISTILLED, new StudentTrainer(twin(settings, born), method));
        learners.put(Student.CONTROL, new StudentTrainer(twin(settings, born), new LabelsOnly(settings.smoothing())));
        moving().forEach(Network::checkpoint);
    }

    /** Batch, forward, loss, backward, update, report. An unfrozen teacher is heard by the distilled student alone. */
    public StepReport step(LiveSettings live) {
        long start = System.nanoTime();
        int epoch = order.epoch() + 1;
        Batch batch = order.next(live.batchSize());
        inputs.fill(train, batch);
        double[] teacherLogits = softLabels.of(batch, inputs);
        Teacher moving = unfreeze(live.teacherUnfrozen());
        double[] heard = moving == null ? teacherLogits : moving.logits(inputs);
        steps++;
        Map<Student, StudentStep> reports = new EnumMap<>(Student.class);
        learners.forEach((student, learner) -> {
            StudentStep report = moving != null && student == Student.DISTILLED
                    ? learner.learn(inputs, batch, heard, moving, true, live, epoch, key())
                    : learner.learn(inputs, batch, teacherLogits, teacher, false, live, epoch, key());
            reports.put(student, report);
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        return new StepReport(steps, epoch, live, batch, heard, reports, batch.size() / seconds);
    }

    /** The copy of the teacher that moves; null while nothing may move it. Frozen again, it is forgotten. */
    private @Nullable Teacher unfreeze(boolean wanted) {
        if (!wanted) {
            loose = null;
        } else if (loose == null) {
            loose = teacher.unfrozen(optimiser);
            loose.net().checkpoint();
        }
        return loose;
    }

    /** How the students do on the test samples now. Remembers their weights, unless one of them is broken. */
    public Evaluation evaluate() {
        List<Function<InputBatch, double[]>> nets = new ArrayList<>();
        learners.values().forEach(learner -> nets.add(learner.net()::logits));
        if (loose != null) {
            nets.add(loose::logits);
        }
        List<double[]> answers = exam.answers(nets);
        double[] first = exam.teacher().logits();
        double[] now = loose == null ? first : answers.get(answers.size() - 1);
        Map<Student, Score> results = new EnumMap<>(Student.class);
        for (Student student : learners.keySet()) {
            double[] heard = student == Student.DISTILLED ? now : first;
            results.put(student, exam.score(answers.get(results.size()), heard));
        }
        Score teaching = loose == null ? exam.teacher() : exam.score(now, first);
        Evaluation evaluation = new Evaluation(steps, order.epoch(), results, teaching);
        if (evaluation.broken().isEmpty()) {
            keep();
        }
        return evaluation;
    }

    /** Remembers all weights of one moment, or none. */
    private void keep() {
        if (moving().allMatch(Network::finite)) {
            moving().forEach(Network::checkpoint);
            kept = steps;
        }
    }

    /** The nets that learn. */
    private Stream<Network> moving() {
        Stream<Network> students = learners.values().stream().map(StudentTrainer::net);
        return loose == null ? students : Stream.concat(students, Stream.of(loose.net()));
    }

    /** Takes every student back to the weights of the last good evaluation; returns the step it was made after. */
    public long goBack() {
        moving().forEach(Network::rollback);
        return kept;
    }

    /** Whether the last step was the last of an epoch. */
    public boolean atEpochEnd() {
        return order.position() == 0;
    }

    public long steps() {
        return steps;
    }

    /** How many epochs are finished. */
    public int epochs() {
        return order.epoch();
    }

    public Score teacherScore() {
        return exam.teacher();
    }

    /** How many samples the students see in an epoch. */
    public int images() {
        return order.size();
    }

    public boolean softLabelsKept() {
        return softLabels.areKept();
    }

    public Weights weights(Student student) {
        return learner(student).net().weights();
    }

    /** The gradient of a student's last step, laid out like its weights. */
    public Weights gradient(Student student) {
        return learner(student).net().gradient();
    }

    /** How long a student has learned so far, in seconds, waiting for nobody else. */
    public double seconds(Student student) {
        return learner(student).seconds();
    }

    public double imagesPerSecond(Student student) {
        return learner(student).imagesPerSecond();
    }

    private StudentTrainer learner(Student student) {
        StudentTrainer learner = learners.get(student);
        if (learner == null) {
            throw new IllegalStateException("no student " + student);
        }
        return learner;
    }

    /** Decides which units drop out: another set at each step, the same for all twins. */
    private int key() {
        return Long.hashCode(seed * 0x9E3779B97F4A7C15L + steps);
    }

    private static Network twin(TrainSettings settings, Weights born) {
        Network net = blank(settings);
        net.restore(born);
        return net;
    }

    private static Network blank(TrainSettings settings) {
        return new Network(settings.student(), settings.optimiser(), Dropout.NONE, 0);
    }
}
