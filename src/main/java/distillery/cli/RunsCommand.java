package distillery.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What became of the runs that were kept. */
@Command(
        name = "runs",
        description = "List the runs of a folder, show one, or make one again.",
        subcommands = {RunsListCommand.class, RunsShowCommand.class, RunsAgainCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class RunsCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli asks it
    private boolean help;
}
