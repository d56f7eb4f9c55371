package distillery.cli;

import distillery.data.Problem;
import distillery.train.MaterialsCache;
import distillery.train.archive.Provenance;
import distillery.train.archive.RunAgain;
import distillery.train.archive.RunFile;
import distillery.train.archive.RunRecord;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a run again and says whether it came to the same. */
@Command(
        name = "again",
        mixinStandardHelpOptions = true,
        description = "Make a run again from its record, and say whether every number came out the same, bit for bit.")
public final class RunsAgainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A run, such as FOLDER/run.json of train --out.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the new run; its name ends in run.json.")
    private @Nullable Path written;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            RunRecord run = RunFile.read(file);
            TrainText text = new TrainText(out, false);
            RunRecord again = new RunAgain(run, new MaterialsCache(), text, text).make();
            Problem other = run.header().provenance().differences(again.header().provenance());
            if (other != null) {
                out.println(other.getMessage());
            }
            List<String> differences = run.differences(again);
            out.println(
                    differences.isEmpty()
                            ? "every number is the same, bit for bit"
                            : "not the same: " + String.join("; ", differences));
            out.flush();
            if (written != null) {
                RunFile.write(written, again);
            }
            return differences.isEmpty() ? 0 : 1;
        } catch (Problem broken) {
            spec.commandLine().getErr().println(broken.getMessage());
            return 1;
        }
    }
}
