package distillery.cli;

import distillery.data.Problem;
import distillery.data.Translation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads another language for the window, and says what to mend. */
@Command(
        name = "translation",
        description = {
            "Read a translation of the window and say what it lacks.",
            "FOLDER is named after its language (de, pt-BR) and has files like the English ones: shell.properties and so on.",
            "Put it into the folder \"translations\" beside the program, or into the one that keeps your settings."
        },
        footerHeading = "%nExit code: ",
        footer = "0 if nothing is to be mended, 1 otherwise; what is missing stays English.")
public final class TranslationCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "The folder of one language.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli asks it
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Problem {
        Translation translation = Translation.read(folder);
        PrintWriter out = spec.commandLine().getOut();
        translation.findings().forEach(problem -> out.println(problem.getMessage()));
        if (translation.findings().isEmpty()) {
            out.println("ok: " + translation.language().getDisplayLanguage(Locale.ENGLISH));
        }
        return translation.findings().isEmpty() ? 0 : 1;
    }
}
