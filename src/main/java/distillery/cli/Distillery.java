package distillery.cli;

import distillery.cli.golden.CheckLossesCommand;
import distillery.data.Failure;
import distillery.data.PathText;
import distillery.data.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program without a window. Whatever a command cannot do ends in one sentence and an exit code, here. */
@Command(
        name = "distillery",
        mixinStandardHelpOptions = true,
        versionProvider = Distillery.Version.class,
        subcommands = {
            TrainCommand.class,
            LeagueCommand.class,
            SweepCommand.class,
            RunsCommand.class,
            MeasureCommand.class,
            CheckLossesCommand.class,
            MakeTeacherCommand.class,
            LessonCommand.class
        },
        description = "A laboratory for knowledge distillation. Without a command it opens its window.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:it could not be done, or something was found wrong; a sentence says what",
            "2:the command line is wrong",
            "3:the program itself went wrong"
        })
public final class Distillery {
    /** Set to true, it shows where in the program something went wrong, for whoever reports it. */
    static final String TRACE = "distillery.trace";

    private static final int NOT_DONE = 1;
    private static final int OUR_FAULT = 3;

    /** Runs one command and gives the exit code. */
    public static int run(String... arguments) {
        CommandLine line = line();
        try {
            return line.execute(arguments);
        } catch (RuntimeException | Error failed) {
            return fail(line.getErr(), failed);
        }
    }

    static CommandLine line() {
        return TypedOptions.registerIn(new CommandLine(new Distillery()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false) // a file name may begin with @
                .registerConverter(Path.class, Distillery::path)
                .setParameterExceptionHandler((wrong, arguments) -> refuse(wrong))
                .setExecutionStrategy(Distillery::execute);
    }

    private static int execute(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } catch (ParameterException wrong) {
            throw wrong; // it is told together with the usage
        } catch (RuntimeException | Error failed) {
            return fail(parsed.commandSpec().commandLine().getErr(), failed);
        }
    }

    /** The reason stays in sight: below it stand the options' names only, not all that there is to say of them. */
    private static int refuse(ParameterException wrong) {
        CommandLine line = wrong.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, err);
        CommandLine.Help help = line.getHelp();
        err.print(help.synopsisHeading() + help.synopsis(help.synopsisHeadingLength()));
        err.println(line.getCommandSpec().qualifiedName() + " --help says more.");
        err.flush();
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int fail(PrintWriter err, Throwable failed) {
        Problem problem = Failure.of(failed);
        err.println(problem.getMessage());
        if (Boolean.getBoolean(TRACE)) {
            failed.printStackTrace(err);
        }
        err.flush();
        return Failure.isOurs(problem) ? OUR_FAULT : NOT_DONE;
    }

    private static Path path(String text) {
        try {
            return PathText.path(text);
        } catch (Problem impossible) {
            throw new TypeConversionException(impossible.getMessage());
        }
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
