package distillery.cli;

import distillery.data.Problem;
import distillery.train.archive.Provenance;
import distillery.train.archive.RunFile;
import distillery.train.archive.RunHeader;
import distillery.train.archive.SeedRecord;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What one run was, and what came of it. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Show what a run was, and what came of it.")
public final class RunsShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A run, such as FOLDER/run.json of train --out.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            RunHeader header = RunFile.read(file).header();
            print(out, header);
            Problem other = header.provenance().differences(Provenance.here());
            if (other != null) {
                out.println(other.getMessage());
            }
            out.flush();
            return 0;
        } catch (Problem broken) {
            spec.commandLine().getErr().println(broken.getMessage());
            return 1;
        }
    }

    private static void print(PrintWriter out, RunHeader header) {
        Provenance made = header.provenance();
        out.printf(
                Locale.ROOT,
                "%s, %s after %.1f s%n",
                header.started(),
                header.ending().name().toLowerCase(Locale.ROOT),
                header.seconds());
        out.printf(
                Locale.ROOT,
                "Distillery %s, Java %s, ND4J %s, %s, %s, %d cores%n",
                made.program(),
                made.java(),
                made.nd4j(),
                made.system(),
                made.processor(),
                made.cores());
        out.println(Json.of(header.settings()));
        out.printf(Locale.ROOT, "teacher: %d errors%n", header.teacher().testErrors());
        for (SeedRecord seed : header.seeds()) {
            String arms = seed.result().arms().entrySet().stream()
                    .map(arm -> arm.getKey() + " " + arm.getValue().testErrors())
                    .collect(Collectors.joining(", "));
            out.printf(Locale.ROOT, "seed %d, %d steps: errors %s%n", seed.seed(), seed.steps(), arms);
        }
    }
}
