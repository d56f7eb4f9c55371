package distillery.bench;

import distillery.data.DataSet;
import distillery.data.Samples;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.net.Engine;
import distillery.net.NetSpec;
import distillery.net.Weights;
import distillery.train.DataAndTeacher;
import distillery.train.Preset;
import distillery.train.ProgressMonitor;
import distillery.train.Teacher;
import distillery.train.TrainSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * One training step: forward, loss, backward, update. The program, on one thread and on all, against PyTorch and SameDiff, all on the same weights
 * and batches, and against the processor's own peak.
 */
final class StepBench {
    private static final List<String> NETS = List.of("784-1200-1200-10", "784-800-800-10", "784-128-10", "784-32-10",
            "28x28-c8-p2-c16-p2-64-10", "28x28-c32-p2-c64-p2-128-10");
    private static final int[] BATCHES = {64, 128, 256};

    /** The argument that asks for the methods alone. */
    private static final String METHODS = "methods";

    private static final int METHODS_BATCH = 50;

    private static final int[] INSIDE_BATCHES = {50, 128};

    private static final String RATIO = "time of a net / soft labels alone";

    private static final int TRIAL = 5;

    private StepBench() {}

    public static void main(String[] arguments) throws Exception {
        int threads = Engine.start();
        Report report = new Report("StepBench");
        if (List.of(arguments).equals(List.of(METHODS))) {
            methods(report);
            insides(threads, report);
            report.write();
            return;
        }
        Samples samples = DataSet.mnist().train();
        Weights teacher = Teacher.shipped().weights();
        List<String> nets = arguments.length == 0 ? NETS : List.of(arguments);
        for (String net : nets) {
            for (boolean distilled : new boolean[] {false, true}) {
                for (int batch : BATCHES) {
                    measure(Course.of(NetSpec.parse(net), batch, distilled, samples, teacher), threads, report);
                }
            }
        }
        if (arguments.length == 0) {
            methods(report);
            insides(threads, report);
        }
        report.write();
    }

    /** Every method on the same student, against soft labels alone; a student that begins as its teacher for those that need one. */
    private static void methods(Report report) throws Exception {
        for (String net : List.of("28x28-c4-p2-c8-p2-32-10", "28x28-c24-p2-c8-p2-32-10")) {
            TrainSettings start = Preset.SMALL_CNN.settings().with(draft -> {
                draft.student = NetSpec.parse(net);
                draft.live = draft.live.withBatchSize(METHODS_BATCH);
            });
            DataAndTeacher materials = DataAndTeacher.of(start, null, ProgressMonitor.none());
            Map<String, MethodStep> contenders = new LinkedHashMap<>();
            for (MethodKind kind : MethodKind.values()) {
                MethodSettings method = MethodSettings.of(kind).fitting(start.teacher().layers(), start.student());
                if (method.kind() == kind) {
                    contenders.put(kind.id(), new MethodStep(start.with(draft -> draft.method = method), materials));
                }
            }
            Map<String, Spread> times = Race.run(List.copyOf(contenders.values()));
            double plain = median(times, MethodKind.HINTON.id());
            String what = net + " by each method, batch " + METHODS_BATCH;
            contenders.forEach((name, contender) -> {
                Spread time = Objects.requireNonNull(times.get(name));
                int nets = contender.nets();
                double ratio = time.median() / nets / plain;
                report.row("step", what, "who", name, "nets", nets, "millis", time, RATIO, ratio);
            });
        }
    }

    /** The losses inside nets that PyTorch's operations have as well, with their gradients. */
    private static void insides(int threads, Report report) throws Exception {
        for (MethodKind kind : List.of(MethodKind.HINT, MethodKind.ATTENTION, MethodKind.SIMILARITY)) {
            for (int rows : INSIDE_BATCHES) {
                Inside inside = Inside.of(kind, rows);
                OursInside ours = new OursInside(inside);
                List<Contender> contenders = new ArrayList<>(List.of(ours));
                for (int t : IntStream.of(threads, 1).distinct().toArray()) {
                    TorchInside torch = new TorchInside(inside, t);
                    if (!(Math.abs(torch.loss(0) - ours.loss(0)) <= 1e-3 * ours.loss(0))) {
                        throw new IllegalStateException(kind + ": ours " + ours.loss(0) + ", theirs " + torch.loss(0));
                    }
                    contenders.add(torch);
                }
                Map<String, Spread> times = Race.run(contenders);
                contenders.forEach(Contender::close);
                String what = "loss and slopes of " + kind.id() + ", batch " + rows;
                times.forEach((name, time) -> report.row("loss", what, "who", name, "millis", time));
                report.finding(
                        what + ": PyTorch's best time / ours", best(times, "PyTorch") / best(times, ours.name()));
            }
        }
    }

    private static void measure(Course course, int threads, Report report) throws Exception {
        List<Contender> contenders = new ArrayList<>();
        for (int t : IntStream.of(threads, 1).distinct().toArray()) {
            contenders.add(new Ours(course, t));
            contenders.add(new Torch(course, t));
            contenders.add(new TorchEager(course, t));
            contenders.add(new Peak(t));
        }
        if (!course.spec().convolutional()) { // five to twenty times slower than patches and a product
            contenders.add(new SameDiffNet(course));
        }
        contenders.add(new Gathering(course, threads));
        agree(contenders);
        Map<String, Spread> times = Race.run(contenders);
        contenders.forEach(Contender::close);
        String what = course.spec() + (course.distilled() ? " distilled" : " plain") + ", batch " + course.batchSize();
        double ours = best(times, "ours");
        times.forEach((name, time) -> report.row(
                "step", what, "who", name, "millis", time, "time / our best", time.median() / ours));
        report.finding(what + ": PyTorch's best time / our best", best(times, "PyTorch") / ours);
        report.finding(what + ": PyTorch's best by operations / our best", best(times, "PyTorch, operations") / ours);
        double gathered = ours + median(times, Gathering.NAME);
        report.finding(
                what + ": PyTorch's best time / our best with gathering the batch", best(times, "PyTorch") / gathered);
        double peak = Peak.FLOPS / median(times, Peak.name(threads));
        report.finding(what + ": our share of the sgemm peak", course.flops() / ours / peak);
    }

    /** The same mathematics, or the race is off: after a few steps the losses must agree. */
    private static void agree(List<Contender> contenders) {
        double ours = Double.NaN;
        for (Contender contender : contenders) {
            if (!contender.learns()) {
                continue;
            }
            for (int step = 0; step < TRIAL; step++) {
                contender.learn(step, 1);
            }
            double loss = contender.loss(TRIAL);
            ours = contender instanceof Ours && Double.isNaN(ours) ? loss : ours;
            if (!(Math.abs(loss - ours) <= contender.tolerance() * ours)) {
                throw new IllegalStateException(
                        "loss after %d steps: ours %s, %s %s".formatted(TRIAL, ours, contender.name(), loss));
            }
        }
    }

    private static double median(Map<String, Spread> times, String name) {
        Spread spread = times.get(name);
        return spread == null ? Double.NaN : spread.median();
    }

    private static double best(Map<String, Spread> times, String prefix) {
        return times.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .mapToDouble(entry -> entry.getValue().median())
                .min()
                .orElse(Double.NaN);
    }
}
