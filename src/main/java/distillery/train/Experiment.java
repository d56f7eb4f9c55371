package distillery.train;

import distillery.data.Batch;
import distillery.data.BatchOrder;
import distillery.data.HeldOut;
import distillery.data.LabelBudget;
import distillery.data.Problem;
import distillery.data.Samples;
import distillery.method.Arrangement;
import distillery.method.Distiller;
import distillery.method.Glimpse;
import distillery.method.Method;
import distillery.method.MethodPicture;
import distillery.method.PseudoData;
import distillery.method.TeacherSlope;
import distillery.net.Dropout;
import distillery.net.Engine;
import distillery.net.InputBatch;
import distillery.net.Network;
import distillery.net.Weights;
import distillery.train.Evaluation.Score;
import distillery.train.StepReport.ArmStep;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Cast} at work: a teacher and arms that learn from it and from each other, phase after phase. All arms of a phase
 * see the same batches. Not for use by two threads at once.
 */
public final class Experiment {
    /** So many samples are tested for one that was learned, at most. */
    private static final int TESTED_PER_LEARNED = 5;

    private final TrainSettings settings;
    private final Cast cast;
    private final Samples train;
    private final Teacher teacher;
    /** Like the teacher, but it has learned nothing; null if nobody looks into it. */
    private final @Nullable Teacher untrained;

    private final int[] selection;
    private BatchOrder order;
    private final InputBatch inputs;
    private final CastEvaluator evaluator;

    private final DataAndTeacher materials;
    private final SharedArms shared;
    private final Map<ArmName, ArmTrainer> arms = new TreeMap<>();
    private final Map<ArmName, ArmTrainer> earlier = new HashMap<>();
    private final TargetLogits targets;
    private final @Nullable SecondLabels second;
    private final Map<Method, PseudoBatches> pseudo = new HashMap<>();
    private int phase;
    /** Epochs of the phases before this one. */
    private int epochsBefore;

    /** The distilled student's own copy of the teacher, while it is not frozen. */
    private @Nullable UnfrozenTeacher unfrozen;

    private long steps;
    /** Samples since the last evaluation. */
    private long learned;

    private long kept;
    private long evaluatedAfter = -1;

    /**
     * Sets the cast of the settings up and asks the teacher for its soft labels.
     *
     * @throws Problem if digits are to be held out where all are wanted to learn from
     * @throws java.util.concurrent.CancellationException if the monitor is cancelled
     */
    public Experiment(TrainSettings settings, DataAndTeacher materials, ProgressMonitor monitor) throws Problem {
        this(settings, CastFactory.of(settings), materials, monitor);
    }

    /** The same with another cast. */
    public Experiment(TrainSettings settings, Cast cast, DataAndTeacher materials, ProgressMonitor monitor)
            throws Problem {
        this(settings, cast, materials, new SharedArms(0), monitor);
    }

    /** The same with arms that others like it have trained, or will not have to. */
    Experiment(TrainSettings settings, Cast cast, DataAndTeacher materials, SharedArms shared, ProgressMonitor monitor)
            throws Problem {
        this.settings = settings;
        this.cast = cast;
        this.materials = materials;
        this.shared = shared;
        train = materials.data().train();
        teacher = materials.teacher();
        untrained = cast.arms().stream().anyMatch(Experiment::isBlind)
                ? Teacher.untrained(settings.teacher(), settings.seed())
                : null;
        int[] heldOut = HeldOut.of(train, settings.images());
        if (settings.evaluatedOn() == EvaluationSet.HELD_OUT && heldOut.length == 0) {
            throw CastEvaluator.nothingHeldOut(train);
        }
        selection = train.corrected(
                LabelBudget.choose(train, heldOut, settings.images(), settings.omitted(), settings.seed()));
        if (selection.length == 0) {
            throw new Problem("data.nothing-left", materials.data().name());
        }
        order = order(cast.phases().get(0));
        inputs = new InputBatch(settings.student().inputs(), LiveSettings.LARGEST_BATCH);
        targets = new TargetLogits(train, selection, teacher, untrained, settings, inputs, monitor);
        second = settings.method().method().arrangement() instanceof Arrangement.TwoTasks tasks
                ? new SecondLabels(tasks.task(), train, selection)
                : null;
        evaluator = new CastEvaluator(settings, cast, materials, heldOut, second, inputs);
        for (Arm arm : cast.arms()) {
            if (arm.method() instanceof PseudoData method && !pseudo.containsKey(method)) {
                pseudo.put(method, new PseudoBatches(method, train, selection, settings, teacher, inputs, monitor));
            }
        }
        begin(cast.phases().get(0));
    }

    private BatchOrder order(Phase next) {
        int[] shown = Arrays.stream(selection)
                .filter(index -> next.shown().has(train.label(index), train.classes()))
                .toArray();
        return new BatchOrder(train, shown, settings.jitter(), settings.seed());
    }

    /** Sets up the arms of a phase; those of the one before stay as they are and can be learned from. */
    private void begin(Phase next) {
        earlier.putAll(arms);
        arms.clear();
        unfrozen = null;
        Set<Glimpse> glimpses = new HashSet<>();
        Set<Glimpse> ofUntrained = new HashSet<>();
        for (Arm arm : next.arms()) {
            Distiller distiller = arm.method().distiller(teacher.net().spec(), arm.net(), arm.initSeed());
            Teacher seen = isBlind(arm) && untrained != null ? untrained : teacher;
            (isBlind(arm) ? ofUntrained : glimpses).addAll(distiller.glimpses());
            Network net = net(arm);
            distiller.begin(net, seen.net());
            long rows = (long) next.epochs() * order.size();
            SharedArms.Share share = phase == 0 ? shared.of(settings, arm, materials.origin(), rows) : null;
            arms.put(arm.name(), new ArmTrainer(arm, net, distiller, share));
        }
        targets.prepare(next.arms(), glimpses, ofUntrained, this::trainer);
        keep();
    }

    private static boolean isBlind(Arm arm) {
        return arm.looksIn() == Arm.Inside.UNTRAINED;
    }

    private Network net(Arm arm) {
        Network net = new Network(arm.net(), settings.optimiser(), Dropout.NONE, 0);
        ArmName start = arm.start();
        if (start == null) {
            net.initialise(settings.initialisation(), arm.initSeed());
        } else {
            net.restore(trainer(start).net().weights());
        }
        return net;
    }

    /** Batch, forward, loss, backward, update, report. An unfrozen teacher is listened to by the distilled student alone. */
    public StepReport step(LiveSettings live) {
        long start = System.nanoTime();
        beginPhaseIfDue();
        int epoch = order.epoch() + 1;
        Batch batch = order.next(live.batchSize());
        inputs.fill(train, batch);
        steps++;
        learned += batch.size();
        double[] teacherLogits = targets.ofTeacher(batch);
        UnfrozenTeacher moving = unfreeze(live.teacherUnfrozen());
        double[] heard = moving == null ? teacherLogits : moving.forward(inputs);
        pseudo.values().forEach(more -> more.next(batch));
        forEachArm(arm -> arm.forward(shown(arm), key()));
        int[] secondLabels = second == null ? null : second.of(train, batch.indices());
        Map<ArmName, ArmStep> reports = new TreeMap<>();
        arms.forEach((name, arm) -> {
            double[] own = name.role() == ArmRole.DISTILLED ? heard : teacherLogits;
            List<double[]> given = targets.of(arm, batch, own, arms);
            PseudoBatches more = pseudo.get(arm.arm().method());
            reports.put(
                    name,
                    arm.measure(
                            live,
                            epoch,
                            batch,
                            own,
                            given,
                            targets.inside(arm.arm(), batch),
                            more == null ? null : more.teacher(),
                            secondLabels));
        });
        forEachArm(arm -> arm.learn(live.learningRate()));
        ArmTrainer distilled = arms.get(ArmName.DISTILLED);
        if (moving != null && distilled != null) {
            moving.follow(inputs, distilled.arm().method(), distilled.context(), live.learningRate());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double[] shown = heard == null ? new double[0] : heard;
        return new StepReport(
                steps, epochsBefore + epoch, live, batch, leading(), shown, reports, batch.size() / seconds);
    }

    /**
     * Begins the next phase if the one before is over. Every phase is shown the same batches in the same order, so that those
     * who learned in an earlier one can be compared.
     */
    void beginPhaseIfDue() {
        if (!phaseIsOver()) {
            return;
        }
        if (evaluatedAfter != steps) {
            score();
        }
        phase++;
        epochsBefore += order.epoch();
        order = order(cast.phases().get(phase));
        begin(cast.phases().get(phase));
    }

    /** Whom to watch: the distilled student, or before its turn comes the first of those who learn for it. */
    ArmName leading() {
        return arms.containsKey(ArmName.DISTILLED)
                ? ArmName.DISTILLED
                : arms.keySet().stream()
                        .filter(name -> name.role().teaches())
                        .findFirst()
                        .orElseGet(() -> arms.keySet().iterator().next());
    }

    /** Has each arm do its own part of a step, several at the same time where that pays. */
    private void forEachArm(Consumer<ArmTrainer> part) {
        Engine.inParallel(arms.values(), arm -> arm.net().spec(), part);
    }

    /** What an arm is shown in this step: the batch, and after it samples without labels if its method has any. */
    private InputBatch shown(ArmTrainer arm) {
        PseudoBatches more = pseudo.get(arm.arm().method());
        return more == null ? inputs : more.inputs();
    }

    /** The copy of the teacher that moves; null while nothing may move it. Frozen again, it is forgotten. */
    private @Nullable UnfrozenTeacher unfreeze(boolean wanted) {
        boolean heard = arms.containsKey(ArmName.DISTILLED)
                && TeacherSlope.exists(settings.method().method());
        if (!wanted || !heard) {
            unfrozen = null;
        } else if (unfrozen == null) {
            unfrozen = new UnfrozenTeacher(teacher.weights(), settings.optimiser());
        }
        return unfrozen;
    }

    /** How the arms do now, and those of earlier phases did at their end. Remembers their weights, unless one of them is broken. */
    public Evaluation evaluate() {
        learned = 0;
        Evaluation evaluation = score();
        if (evaluation.broken().isEmpty()) {
            keep();
        }
        return evaluation;
    }

    private Evaluation score() {
        evaluatedAfter = steps;
        return evaluator.evaluate(arms, unfrozen, steps, epochs());
    }

    /** What the method of the student to watch compares inside the nets for a batch, as they are between two steps. */
    public List<MethodPicture> pictures(Batch batch) {
        ArmTrainer watched = trainer(leading());
        inputs.fill(train, batch);
        return watched.pictures(inputs, targets.insideAnew(watched.arm(), batch));
    }

    /**
     * The share of right answers by which a run is stopped: on held-out samples, for where to stop is a choice. Only where
     * none are held out it is the one on the test samples.
     */
    double stoppingAccuracy(ArmName name, Evaluation last) {
        return evaluator.stoppingAccuracy(name, trainer(name).net(), last);
    }

    /**
     * What an arm says about samples that nobody learns from, as its weights are now.
     *
     * @throws Problem if held-out samples are asked for where there are none
     */
    public LabelledLogits answers(ArmName name, EvaluationSet on) throws Problem {
        return evaluator.answers(trainer(name).net(), on);
    }

    /**
     * What teacher and an arm say all over the plane, as they are between two steps.
     *
     * @throws IllegalStateException if the samples are no points in the plane
     */
    public PlaneAnswers plane(ArmName wanted) {
        ArmName arm = arms().contains(wanted) ? wanted : leading();
        return evaluator.plane(steps, arm, trainer(arm).net(), unfrozen, selection);
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
        Stream<Network> nets = arms.values().stream().map(ArmTrainer::net);
        return unfrozen == null ? nets : Stream.concat(nets, Stream.of(unfrozen.net()));
    }

    /** Takes every arm back to the weights of the last good evaluation; returns the step it was made after. */
    public long goBack() {
        moving().forEach(Network::rollback);
        return kept;
    }

    private boolean phaseIsOver() {
        boolean last = phase + 1 == cast.phases().size();
        return !last && order.epoch() >= cast.phases().get(phase).epochs();
    }

    /** The phase that the last step belonged to, from 0. */
    public int phase() {
        return phase;
    }

    /** All who learn or have learned. */
    public Set<ArmName> arms() {
        Set<ArmName> names = new TreeSet<>(earlier.keySet());
        names.addAll(arms.keySet());
        return names;
    }

    /**
     * Whether so much was learned since the last evaluation that another one is worth its time: testing thousands of digits
     * after each epoch of a few hundred would take far longer than learning them.
     */
    boolean evaluationIsDue() {
        return learned * TESTED_PER_LEARNED >= evaluator.testCount();
    }

    /** What it learns from. */
    public DataAndTeacher materials() {
        return materials;
    }

    /** Whether the last step was the last of an epoch. */
    public boolean atEpochEnd() {
        return order.position() == 0;
    }

    public long steps() {
        return steps;
    }

    /** How many epochs are finished, of all phases together. */
    public int epochs() {
        return epochsBefore + order.epoch();
    }

    /** The teacher's weights, which never move. */
    public Weights teacherWeights() {
        return teacher.weights();
    }

    /** How the teacher does on the test samples. */
    public Score teacherScore() {
        return evaluator.teacher();
    }

    /** How many samples the arms see in an epoch. */
    public int images() {
        return order.size();
    }

    /** How many training samples are held out. */
    public int heldOutCount() {
        return evaluator.heldOutCount();
    }

    public boolean softLabelsKept() {
        return targets.teacherIsKept();
    }

    public Weights weights(ArmName name) {
        return trainer(name).net().weights();
    }

    /** The gradient of an arm's last step, laid out like its weights. */
    public Weights gradient(ArmName name) {
        return trainer(name).net().gradient();
    }

    /** How long an arm has learned so far, in seconds, waiting for nobody else. */
    public double seconds(ArmName name) {
        return trainer(name).seconds();
    }

    public double imagesPerSecond(ArmName name) {
        return trainer(name).imagesPerSecond();
    }

    private ArmTrainer trainer(ArmName name) {
        ArmTrainer found = arms.containsKey(name) ? arms.get(name) : earlier.get(name);
        if (found == null) {
            throw new IllegalStateException("no arm " + name);
        }
        return found;
    }

    /** Decides which units drop out: another set at each step, the same for all arms. */
    private int key() {
        return Long.hashCode(settings.seed() * 0x9E3779B97F4A7C15L + steps);
    }
}
