package distillery.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program without a window. */
@Command(
        name = "distillery",
        mixinStandardHelpOptions = true,
        subcommands = {TrainCommand.class, CheckLossesCommand.class, MakeTeacherCommand.class},
        description = "A laboratory for knowledge distillation. Without a command it opens its window.")
public final class Distillery {
    /** Runs one command and gives the exit code: 0 for done, 2 for wrong options. */
    public static int run(String... arguments) {
        return new CommandLine(new Distillery()).execute(arguments);
    }
}
