package distillery.train.archive;

import distillery.train.ArmName;
import distillery.train.Evaluation;
import distillery.train.Evaluation.Score;
import distillery.train.Experiment;
import distillery.train.LiveSettings;
import distillery.train.SeedResult;
import distillery.train.StepReport;
import distillery.train.Teacher;
import distillery.train.TrainEvent;
import distillery.train.TrainSettings;
import distillery.train.archive.RunHeader.Ending;
import distillery.train.archive.RunHeader.TeacherFigures;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes down a run while it is made: listens to its events, and is told where a seed begins and ends. For one thread, the one
 * that trains.
 */
public final class RunRecorder implements Consumer<TrainEvent> {
    /** Points of one curve, where there is one seed; of all seeds together a record has not many more. */
    static final int MOST_POINTS = 256;

    private static final int MOST_IN_ALL = 640;
    private static final int FEWEST_POINTS = 8;

    private final TrainSettings settings;
    private final int planned;
    private final int points;
    private final Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final long startNanos = System.nanoTime();
    private final Provenance provenance = Provenance.here();

    private TeacherFigures teacher;
    private final List<SeedRecord> seeds = new ArrayList<>();
    private final List<SeedCurves> curves = new ArrayList<>();

    private long seed;
    private double seconds;
    private LiveSettings live;
    private final List<SeedRecord.Change> changes = new ArrayList<>();
    private final List<SeedRecord.Return> returns = new ArrayList<>();
    private final Map<ArmName, CurvePoints> training = new TreeMap<>();
    private final Map<ArmName, CurvePoints> tests = new TreeMap<>();
    private final Set<ArmName> lost = new TreeSet<>();
    private @Nullable Evaluation tested;

    /**
     * A run of so many seeds with this teacher; made by the thread that trains.
     *
     * @param settings whose seed is that of data and teacher
     */
    public RunRecorder(TrainSettings settings, int planned, Teacher teacher) {
        this(settings, planned, teacher, Math.max(FEWEST_POINTS, Math.min(MOST_POINTS, MOST_IN_ALL / planned)));
    }

    /** The same with at most so many points in a curve, for records of which there will be many. */
    public RunRecorder(TrainSettings settings, int planned, Teacher teacher, int points) {
        this.settings = settings;
        this.planned = planned;
        this.teacher = new TeacherFigures(0, 0, teacher.seconds());
        live = settings.live();
        this.points = points;
    }

    /** What comes from now on belongs to this seed. */
    public void begin(long next) {
        seed = next;
        seconds = 0;
        live = settings.live();
        changes.clear();
        returns.clear();
        training.clear();
        tests.clear();
        lost.clear();
        tested = null;
    }

    @Override
    public void accept(TrainEvent event) {
        if (event instanceof StepReport report) {
            take(report);
        } else if (event instanceof Evaluation evaluation) {
            take(evaluation);
        }
    }

    private void take(StepReport report) {
        seconds += report.batch().size() / report.imagesPerSecond();
        if (!report.live().equals(live)) {
            live = report.live();
            changes.add(new SeedRecord.Change(report.step(), live));
        }
        report.allBroken().forEach(lost::add);
        report.arms().forEach((name, step) -> training.computeIfAbsent(
                        name, arm -> new CurvePoints(RecordedQuantity.Source.STEP, points))
                .add(
                        report.step(),
                        report.epoch(),
                        seconds,
                        step.hard(),
                        step.soft(),
                        step.softTimesT2(),
                        step.total(),
                        step.own(),
                        step.pattern(),
                        step.total(),
                        step.total()));
    }

    private void take(Evaluation evaluation) {
        tested = evaluation;
        evaluation.allBroken().forEach(lost::add);
        evaluation.arms().forEach((name, score) -> tests.computeIfAbsent(
                        name, arm -> new CurvePoints(RecordedQuantity.Source.TEST, points))
                .add(
                        evaluation.step(),
                        evaluation.epoch(),
                        seconds,
                        score.errors(),
                        score.accuracy(),
                        score.agreement(),
                        score.hardLoss()));
    }

    /** All weights are those after an earlier step again, so what was lost is not any more. */
    public void goBack(long step, long to) {
        returns.add(new SeedRecord.Return(step, to));
        lost.clear();
    }

    /** The seed is over, or has come so far; it may go on and end again. If it was not tested just now, it is. */
    public void end(Experiment experiment) {
        seeds.removeIf(each -> each.seed() == seed);
        curves.removeIf(each -> each.seed() == seed);
        Evaluation last = tested;
        if (last == null || last.step() != experiment.steps()) {
            last = experiment.evaluate();
            take(last);
        }
        Score score = experiment.teacherScore();
        teacher = new TeacherFigures(score.errors(), score.accuracy(), teacher.seconds());
        Map<ArmName, String> weights = new TreeMap<>();
        experiment.arms().forEach(name -> weights.put(name, Fingerprint.of(experiment.weights(name))));
        SeedResult result = SeedResult.of(seed, experiment, last, lost);
        seeds.add(new SeedRecord(seed, experiment.steps(), result, weights, changes, returns));
        curves.add(new SeedCurves(seed, curves(training), curves(tests)));
    }

    /** What the last seed came to. */
    SeedResult last() {
        return seeds.get(seeds.size() - 1).result();
    }

    private static Map<ArmName, ArmCurve> curves(Map<ArmName, CurvePoints> points) {
        Map<ArmName, ArmCurve> curves = new TreeMap<>();
        points.forEach((name, each) -> curves.put(name, each.curve()));
        return curves;
    }

    /** All seeds that have ended. It counts as stopped while some that were planned are missing. */
    public RunRecord record() {
        return record(seeds.size() < planned ? Ending.STOPPED : Ending.FINISHED);
    }

    /** The same for a run of which it is known how it ended; a student that is lost counts for more. */
    public RunRecord record(Ending ending) {
        boolean diverged = seeds.stream().anyMatch(each -> !each.result()
                .arms()
                .keySet()
                .containsAll(each.weights().keySet()));
        RunHeader header = new RunHeader(
                RunLabel.NONE,
                started,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos) / 1e3,
                diverged ? Ending.DIVERGED : ending,
                planned,
                points,
                provenance,
                settings,
                teacher,
                seeds);
        return new RunRecord(header, curves);
    }
}
