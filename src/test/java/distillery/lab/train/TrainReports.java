package distillery.lab.train;

import distillery.data.Batch;
import distillery.method.LiveHyperparameters;
import distillery.train.ArmName;
import distillery.train.LiveSettings;
import distillery.train.SeedResult;
import distillery.train.SeedResult.Result;
import distillery.train.StepReport;
import distillery.train.StepReport.ArmStep;
import distillery.train.StopCondition;
import distillery.train.TrainEvent;
import distillery.train.TrainSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reports with numbers of a test's making. */
public final class TrainReports {
    private TrainReports() {}

    static LiveSettings live(double temperature, double soft, double rate, int batch) {
        return new LiveSettings(new LiveHyperparameters(temperature, soft, 1 - soft), rate, batch);
    }

    /** A step of one sample, whose losses are {@code loss}, twice, three and four times that. */
    static StepReport step(long step, int epoch, LiveSettings live, double loss) {
        Map<ArmName, ArmStep> students = new TreeMap<>();
        for (ArmName student : ArmName.CLASSIC) {
            students.put(student, new ArmStep(loss, 2 * loss, 3 * loss, 4 * loss, 5 * loss, loss, new double[] {0, 0}));
        }
        Batch batch = new Batch(new int[] {0}, new int[] {0}, new int[] {0}, new int[] {0});
        return new StepReport(step, epoch, live, batch, ArmName.DISTILLED, new double[] {0, 0}, students, 1000);
    }

    /** A whole run over a seed, where the distilled student makes 400 and {@code seed} errors, the others 100 more. */
    static SeedResult result(long seed) {
        Map<ArmName, Result> students = new TreeMap<>();
        for (ArmName student : ArmName.CLASSIC) {
            int errors = (int) seed + (student.equals(ArmName.DISTILLED) ? 400 : 500);
            students.put(student, new Result(errors, 1 - errors / 10_000.0, 1, 1, 1, List.of()));
        }
        return new SeedResult(seed, students);
    }

    /** The seeds that belong to a comparison over {@code count} seeds of these settings. */
    public static List<Long> begin(Comparison comparison, TrainSettings settings, int count) {
        return comparison.next(settings, count);
    }

    /** Adds to a comparison what {@link #result} has for the seed. */
    public static void finish(Comparison comparison, long seed) {
        comparison.add(result(seed));
    }

    /** Tells a run what it was sent and then what it reports. */
    public static void run(RunState run, StopCondition stop, int usual, TrainEvent... events) {
        run.sent(stop, usual);
        run.receive(List.of(events));
    }

    /** Tells a run that is prepared what it reports. */
    public static void prepare(RunState run, TrainEvent... events) {
        if (run.stage() != RunState.Stage.PREPARING) {
            run.begin(RunState.Stage.PREPARING);
        }
        run.receive(List.of(events));
    }
}
