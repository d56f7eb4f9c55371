package distillery.train;

import distillery.data.Batch;
import distillery.data.BatchOrder;
import distillery.data.LabelBudget;
import distillery.data.Samples;
import distillery.method.LabelsOnly;
import distillery.method.Method;
import distillery.method.Need;
import distillery.net.Inputs;
import distillery.net.Network;
import distillery.net.Precision;
import distillery.net.Weights;
import distillery.train.Evaluation.Score;
import distillery.train.StepReport.StudentStep;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The classic three steps: a teacher, its soft labels, and students who learn from them: twins in lock-step, born with
 * the same weights and shown the same batches. Not for use by two threads at once.
 */
public final class Experiment {
    private final Samples train;
    private final Teacher teacher;
    private final BatchOrder order;
    private final Inputs inputs;
    private final SoftLabels softLabels;
    private final Exam exam;
    private final Map<Student, Learner> learners = new EnumMap<>(Student.class);
    private final long seed;

    private long steps;
    private long kept;

    /**
     * Sets everything up and asks the teacher for its soft labels.
     *
     * @throws java.util.concurrent.CancellationException if the watch loses patience
     */
    public Experiment(TrainSettings settings, Materials materials, Watch watch) {
        train = materials.data().train();
        teacher = materials.teacher();
        seed = settings.seed();
        int[] selection = LabelBudget.choose(train, settings.images(), settings.omitted(), settings.seed());
        order = new BatchOrder(train, selection, settings.jitter(), settings.seed());
        inputs = new Inputs(settings.student().inputs(), LiveSettings.LARGEST_BATCH, Precision.FLOAT);
        Method method = settings.method().method();
        boolean keep = settings.jitter() == 0 && !method.needs().contains(Need.TEACHER_ACTIVATIONS);
        softLabels = new SoftLabels(teacher, train, selection, keep, inputs, watch);
        exam = new Exam(materials.data().test(), teacher, inputs);
        Weights born = newborn(settings).weights();
        learners.put(Student.LABELS_ONLY, new Learner(twin(settings, born), new LabelsOnly(0)));
        learners.put(Student.DISTILLED, new Learner(twin(settings, born), method));
        learners.put(Student.CONTROL, new Learner(twin(settings, born), new LabelsOnly(settings.smoothing())));
    }

    /** Batch, forward, loss, backward, update, report. */
    public StepReport step(LiveSettings live) {
        long start = System.nanoTime();
        int epoch = order.epoch() + 1;
        Batch batch = order.next(live.batchSize());
        inputs.fill(train, batch);
        double[] teacherLogits = softLabels.of(batch, inputs);
        steps++;
        Map<Student, StudentStep> reports = new EnumMap<>(Student.class);
        learners.forEach((student, learner) ->
                reports.put(student, learner.learn(inputs, batch, teacherLogits, teacher, live, epoch, key())));
        double seconds = (System.nanoTime() - start) / 1e9;
        return new StepReport(steps, epoch, live, batch, teacherLogits, reports, batch.size() / seconds);
    }

    /** How the students do on the test samples now. Remembers their weights, unless one is no number. */
    public Evaluation evaluate() {
        List<Function<Inputs, double[]>> nets = learners.values().stream()
                .<Function<Inputs, double[]>>map(learner -> learner.net()::logits)
                .toList();
        List<Score> scores = exam.sit(nets);
        Map<Student, Score> results = new EnumMap<>(Student.class);
        for (Student student : learners.keySet()) {
            results.put(student, scores.get(results.size()));
        }
        if (learners.values().stream()
                .allMatch(learner -> learner.net().weights().finite())) {
            learners.values().forEach(Learner::keep); // all of one moment, or none
            kept = steps;
        }
        return new Evaluation(steps, order.epoch(), results);
    }

    /** Takes every student back to the weights of the last good evaluation; returns the step it was made after. */
    public long goBack() {
        learners.values().forEach(Learner::goBack);
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

    /** How long a student has learned so far, in seconds, waiting for nobody else. */
    public double seconds(Student student) {
        return learner(student).seconds();
    }

    public double imagesPerSecond(Student student) {
        return learner(student).imagesPerSecond();
    }

    private Learner learner(Student student) {
        Learner learner = learners.get(student);
        if (learner == null) {
            throw new IllegalStateException("no student " + student);
        }
        return learner;
    }

    /** Decides which units drop out: another set at each step, the same for all twins. */
    private int key() {
        return Long.hashCode(seed * 0x9E3779B97F4A7C15L + steps);
    }

    private static Network newborn(TrainSettings settings) {
        Network net = blank(settings);
        net.initialise(settings.initialisation(), settings.seed());
        return net;
    }

    private static Network twin(TrainSettings settings, Weights born) {
        Network net = blank(settings);
        net.restore(born);
        return net;
    }

    private static Network blank(TrainSettings settings) {
        return new Network(settings.student(), Precision.FLOAT, LiveSettings.LARGEST_BATCH, settings.optimiser(), 0, 0);
    }
}
