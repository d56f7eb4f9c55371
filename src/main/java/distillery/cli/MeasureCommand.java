package distillery.cli;

import distillery.data.Problem;
import distillery.net.Engine;
import distillery.train.DataAndTeacher;
import distillery.train.Experiment;
import distillery.train.MaterialsCache;
import distillery.train.SeedRuns;
import distillery.train.TrainSettings;
import distillery.train.archive.Provenance;
import distillery.train.measure.Calibration;
import distillery.train.measure.NetMeasures;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures on this machine what compression buys. */
@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        modelTransformer = MethodOptions.class,
        sortOptions = false,
        customSynopsis = "distillery measure [OPTIONS]",
        description =
                "Train the students of one seed, and measure teacher and students on this machine: size, work, time for one"
                        + " sample and for a hundred, errors, agreement, and calibration at T = 1 and at the temperature that"
                        + " fits held-out samples best.",
        footerHeading = "%nExit code: ",
        footer = "0 when done, 1 if a file or a run failed, 2 for wrong options, 3 if the program itself went wrong.")
public final class MeasureCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 64;

    @Mixin(name = TrainCommand.SETTINGS)
    private final TrainOptions options = new TrainOptions();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads a net works on (default: every core for a large net, one less for a small"
                    + " one).")
    private int threads;

    @Option(names = "--json", description = "Print one JSON object instead of text, with every bin of the calibration.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /**
     * All that was measured, and where.
     *
     * @param provenance of the nets and of the figures
     */
    private record Measured(TrainSettings settings, Provenance provenance, List<NetMeasures> nets) {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            SeedOptions.inRange("--threads", 0, MOST_THREADS, threads);
            TrainSettings settings = options.settings();
            Engine.start(threads);
            TrainText text = new TrainText(out, json);
            DataAndTeacher materials = new MaterialsCache().materials(settings, text);
            Experiment done = SeedRuns.run(settings, materials, text, false, text);
            List<NetMeasures> nets = NetMeasures.all(done, materials, settings.images());
            if (json) {
                out.println(Json.of(new Measured(settings, Provenance.here(), nets)));
            } else {
                table(out, nets);
            }
            out.flush();
            return 0;
        } catch (WrongOption wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        } catch (Problem broken) {
            spec.commandLine().getErr().println(broken.getMessage());
            return 1;
        }
    }

    private static void table(PrintWriter out, List<NetMeasures> nets) {
        out.println();
        out.printf(
                Locale.ROOT,
                "%-12s %11s %11s %11s %12s %16s %16s %10s %7s %10s%n",
                "",
                "parameters",
                "bytes",
                ".npz",
                "mult-adds",
                "one, ms (p95)",
                "100, ms (p95)",
                "images/s",
                "errors",
                "agreement");
        for (NetMeasures net : nets) {
            out.printf(
                    Locale.ROOT,
                    "%-12s %11d %11d %11d %12d %16s %16s %10.0f %7d %9.2f%%%n",
                    net.name(),
                    net.parameters(),
                    net.floatBytes(),
                    net.packedBytes(),
                    net.multiplyAdds(),
                    String.format(
                            Locale.ROOT, "%.4f (%.4f)", net.one().medianMillis(), net.one().p95Millis()),
                    String.format(
                            Locale.ROOT,
                            "%.3f (%.3f)",
                            net.hundred().medianMillis(),
                            net.hundred().p95Millis()),
                    net.imagesPerSecond(),
                    net.errors(),
                    100 * net.agreement());
        }
        out.println();
        out.println("calibration error, expected (mean cross-entropy in nats)");
        for (NetMeasures net : nets) {
            Calibration best = net.best();
            out.printf(
                    Locale.ROOT,
                    "%-12s T = 1: %.4f (%.4f)%s%n",
                    net.name(),
                    net.plain().expectedError(),
                    net.plain().loss(),
                    best == null
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    "   T = %.2f, chosen on held-out samples: %.4f (%.4f)",
                                    best.temperature(),
                                    best.expectedError(),
                                    best.loss()));
        }
    }
}
