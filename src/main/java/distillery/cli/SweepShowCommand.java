package distillery.cli;

import distillery.data.Problem;
import distillery.train.sweep.SweepFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the map of a sweep, finished or not. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Print the map of a sweep, finished or still under way.")
public final class SweepShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "The folder of the sweep.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (SweepFolder sweep = SweepFolder.open(folder)) {
            SweepFolder.Found found = sweep.find();
            new SweepText(spec.commandLine().getOut()).map(sweep, found.done());
            found.refused().forEach(refused -> spec.commandLine().getErr().println(refused.getMessage()));
            return found.refused().isEmpty() ? 0 : 1;
        } catch (Problem broken) {
            spec.commandLine().getErr().println(broken.getMessage());
            return 1;
        }
    }
}
