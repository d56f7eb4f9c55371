package distillery.bench;

import distillery.train.Phase;
import distillery.train.EvaluationSet;
import distillery.train.Cast;
import distillery.train.CastFactory;
import distillery.train.Arm;
import ai.djl.pytorch.jni.JniUtils;
import distillery.data.Problem;
import distillery.method.LiveHyperparameters;
import distillery.net.Engine;
import distillery.net.Initialisation;
import distillery.net.NetSpec;
import distillery.net.Optimiser;
import distillery.train.Evaluation;
import distillery.train.Experiment;
import distillery.train.LiveSettings;
import distillery.train.DataAndTeacher;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.train.ArmName;
import distillery.train.TeacherSettings;
import distillery.train.TrainSettings;
import distillery.train.ProgressMonitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The whole job by the clock: train a teacher, then three students, and test them as they learn. The digits are read once,
 * by whoever comes first. PyTorch tests its teacher after each epoch, the program once, when it is done.
 */
final class ExperimentBench {
    private static final int ROUNDS = Integer.getInteger("rounds", 3);

    private ExperimentBench() {}

    /** What both sides have to do; the rest is in {@link Course}. */
    record Job(NetSpec teacher, NetSpec student, int epochs, int batch, double smoothing) {}

    public static void main(String[] arguments) throws Exception {
        int cores = Engine.start();
        Job job = new Job(NetSpec.dense(784, 800, 800, 10), NetSpec.dense(784, 128, 10), 2, 128, 0.1);
        Report report = new Report("ExperimentBench");
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            time("ours", () -> ours(job), seconds, report);
            for (int threads : IntStream.of(cores, 1).distinct().toArray()) {
                JniUtils.setNumThreads(threads);
                time("PyTorch, threads " + threads, () -> new TorchExperiment(job).run(), seconds, report);
            }
        }
        seconds.forEach((who, times) -> report.finding("seconds, " + who, spread(times)));
        double peer = seconds.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("ours"))
                .mapToDouble(entry -> spread(entry.getValue()).median())
                .min()
                .orElseThrow();
        report.finding(
                "PyTorch's best time / ours",
                peer / spread(seconds.getOrDefault("ours", List.of())).median());
        report.write();
    }

    @FunctionalInterface
    private interface Work {
        double[] errors() throws Exception;
    }

    private static void time(String who, Work work, Map<String, List<Double>> seconds, Report report)
            throws Exception {
        System.gc(); // nobody shall sweep up after another
        long start = System.nanoTime();
        double[] errors = work.errors();
        double taken = (System.nanoTime() - start) / 1e9;
        seconds.computeIfAbsent(who, key -> new ArrayList<>()).add(taken);
        report.row("who", who, "seconds", taken, "test errors of teacher and students", Arrays.toString(errors));
    }

    private static Spread spread(List<Double> times) {
        return Spread.of(times.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double[] ours(Job job) throws Problem {
        TeacherSettings teacher =
                new TeacherSettings(TeacherSettings.Source.TRAINED, job.teacher(), job.epochs(), 0, 0, 0);
        LiveHyperparameters knobs = new LiveHyperparameters(Course.TEMPERATURE, Course.SOFT_WEIGHT, Course.HARD_WEIGHT);
        TrainSettings settings = new TrainSettings(
                TrainSettings.MNIST,
                teacher,
                job.student(),
                Initialisation.HE,
                Optimiser.Adam.standard(),
                MethodSettings.of(MethodKind.HINTON),
                60_000,
                Set.of(),
                0,
                job.smoothing(),
                job.epochs(),
                new LiveSettings(knobs, Course.RATE, job.batch()),
                EvaluationSet.TEST,
                1);
        DataAndTeacher materials = DataAndTeacher.of(settings, null, ProgressMonitor.none());
        Experiment experiment = new Experiment(settings, three(settings), materials, ProgressMonitor.none());
        Evaluation evaluation = experiment.evaluate();
        while (experiment.epochs() < job.epochs()) {
            experiment.step(settings.live());
            if (experiment.atEpochEnd()) {
                evaluation = experiment.evaluate(); // as PyTorch's side does
            }
        }
        IntStream teachers = IntStream.of(experiment.teacherScore().errors());
        IntStream students = evaluation.arms().values().stream().mapToInt(Evaluation.Score::errors);
        return IntStream.concat(teachers, students).asDoubleStream().toArray();
    }

    /** The three students that PyTorch trains as well. */
    private static Cast three(TrainSettings settings) {
        Phase all = CastFactory.of(settings).phases().get(0);
        List<Arm> three = all.arms().stream()
                .filter(arm -> !arm.name().equals(ArmName.SHUFFLED))
                .toList();
        return new Cast(List.of(new Phase(three, all.epochs())));
    }
}
