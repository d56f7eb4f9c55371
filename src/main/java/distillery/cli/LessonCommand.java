package distillery.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a teacher needs beside an editor. */
@Command(
        name = "lesson",
        description = "Work on lessons of your own.",
        subcommands = LessonCheckCommand.class,
        synopsisSubcommandLabel = "COMMAND")
public final class LessonCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli asks it
    private boolean help;
}
