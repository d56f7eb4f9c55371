package distillery.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes an experiment down for other systems. */
@Command(
        name = "export",
        description = "Write an experiment as a program for another system.",
        subcommands = ExportPyTorchCommand.class,
        synopsisSubcommandLabel = "COMMAND")
public final class ExportCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli asks it
    private boolean help;
}
