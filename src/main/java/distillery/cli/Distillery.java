package distillery.cli;

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
    /** Runs one command and gives the exit code: 0 for done, 2 for wrong options. */
    public static int run(String... arguments) {
        return line().execute(arguments);
    }

    static CommandLine line() {
        return TypedOptions.registerIn(new CommandLine(new Distillery())).setCaseInsensitiveEnumValuesAllowed(true);
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
