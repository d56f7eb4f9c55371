package distillery.cli;

import distillery.data.Problem;
import distillery.train.sweep.SweepFolder;
import distillery.train.sweep.SweepMerge;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the parts of a sweep together. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = "Put the parts of a sweep together that --shard made. Their settings must agree, and no run may be"
                + " missing or there twice.")
public final class SweepMergeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "The folders of all parts.")
    private List<Path> parts = List.of();

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where the whole goes.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (SweepFolder whole = SweepMerge.merge(parts, out)) {
            SweepText text = new SweepText(spec.commandLine().getOut());
            text.map(whole, whole.done());
            return 0;
        } catch (Problem broken) {
            spec.commandLine().getErr().println(broken.getMessage());
            return 1;
        }
    }
}
