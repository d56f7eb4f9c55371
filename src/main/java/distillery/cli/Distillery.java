package distillery.cli;

import distillery.data.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program without a window. */
@Command(
        name = "distillery",
        mixinStandardHelpOptions = true,
        versionProvider = Distillery.Version.class,
        subcommands = {TrainCommand.class, CheckLossesCommand.class, MakeTeacherCommand.class, LessonCommand.class},
        description = "A laboratory for knowledge distillation. Without a command it opens its window.")
public final class Distillery {
    private static final int FAULT = 1;

    /** Runs one command and gives the exit code: 0 for done, 2 for wrong options. */
    public static int run(String... arguments) {
        CommandLine line = line();
        try {
            return line.execute(arguments);
        } catch (Error fault) {
            line.getErr().println(sentence(fault));
            return FAULT;
        }
    }

    static CommandLine line() {
        return new CommandLine(new Distillery())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((fault, line, parsed) -> {
                    line.getErr().println(sentence(fault));
                    return FAULT;
                });
    }

    /** What is said of a fault that nobody has foreseen: no traces, for they help nobody who only wants to train a net. */
    static String sentence(Throwable fault) {
        if (fault instanceof Problem) {
            return String.valueOf(fault.getMessage());
        }
        if (fault instanceof OutOfMemoryError) {
            return "There is not enough memory for this: choose smaller nets or fewer images, or allow more with"
                    + " DISTILLERY_OPTIONS=-Xmx4g.";
        }
        String what = fault.getMessage() == null ? "no reason is known" : fault.getMessage();
        return "Something went wrong inside the program: " + what + ". Please report it with the command you gave.";
    }

    /** The version that the build wrote down. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            try (InputStream in = Objects.requireNonNull(Version.class.getResourceAsStream("/assets/version.txt"))) {
                return new String[] {"Distillery " + new String(in.readAllBytes(), StandardCharsets.UTF_8).strip()};
            }
        }
    }
}
