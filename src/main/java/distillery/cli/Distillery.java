package distillery.cli;

import distillery.cli.golden.CheckLossesCommand;
import distillery.data.Failure;
import distillery.data.PathText;
import distillery.data.Problem;
import distillery.data.TextBundles;
import distillery.lab.Look;
import distillery.lab.screens.LabScreens;
import distillery.lab.setup.StartOptions;
import distillery.lesson.Lesson;
import distillery.lesson.LessonFiles;
import distillery.lesson.LessonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;
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
            ExportCommand.class,
            CheckLossesCommand.class,
            MakeTeacherCommand.class,
            LessonCommand.class,
            TranslationCommand.class
        },
        description = {
            "A laboratory for knowledge distillation.",
            "Without a command it opens its window, with FILE in it if one is named."
        },
        synopsisSubcommandLabel = "[COMMAND]",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:it could not be done, or something was found wrong; a sentence says what",
            "2:the command line is wrong",
            "3:the program itself went wrong"
        })
public final class Distillery implements Callable<Integer> {
    /** Set to true, it shows where in the program something went wrong, for whoever reports it. */
    static final String TRACE = "distillery.trace";

    private static final int NOT_DONE = 1;
    private static final int OUR_FAULT = 3;

    private final Consumer<StartOptions> window;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A set-up, a folder of lessons, or a run that was kept: opened in the window.")
    private @Nullable String file;

    @Option(
            names = "--lesson",
            paramLabel = "ID",
            description = "Begin this lesson: ${COMPLETION-CANDIDATES}, or one of FILE, a folder.",
            completionCandidates = LessonIds.class)
    private @Nullable String lesson;

    @Option(
            names = "--screen",
            paramLabel = "ID",
            description = "Show this screen first: ${COMPLETION-CANDIDATES}.",
            completionCandidates = ScreenIds.class)
    private @Nullable String screen;

    @Option(
            names = "--look",
            paramLabel = "LOOK",
            description = "Colours for this time: ${COMPLETION-CANDIDATES}.",
            completionCandidates = LookIds.class)
    private @Nullable Look look;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "Language for this time: ${COMPLETION-CANDIDATES}.",
            completionCandidates = LanguageTags.class)
    private @Nullable String language;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Distillery(Consumer<StartOptions> window) {
        this.window = window;
    }

    /**
     * Runs one command and gives the exit code.
     *
     * @param window is told how the window is to open, where no command but the window is asked for
     */
    public static int run(Consumer<StartOptions> window, String... arguments) {
        CommandLine line = line(window);
        try {
            return line.execute(arguments);
        } catch (RuntimeException | Error failed) {
            return fail(line.getErr(), failed);
        }
    }

    /** The commands, of which none opens a window. */
    static CommandLine line() {
        return line(asked -> {});
    }

    static CommandLine line(Consumer<StartOptions> window) {
        return TypedOptions.registerIn(new CommandLine(new Distillery(window)))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAllowSubcommandsAsOptionParameters(true) // "train" is a screen as well
                .setExpandAtFiles(false) // a file name may begin with @
                .registerConverter(Path.class, Distillery::path)
                .setParameterExceptionHandler((wrong, arguments) -> refuse(wrong))
                .setExecutionStrategy(Distillery::execute);
    }

    @Override
    public Integer call() {
        Path opened = file == null ? null : existing(file);
        if (lesson != null) {
            known("--lesson", lesson, LessonIds.with(opened));
        }
        known("--screen", screen, LabScreens.IDS);
        known("--language", language, LanguageTags.all());
        window.accept(new StartOptions(
                opened, lesson, screen, look, language == null ? null : LanguageTags.locale(language)));
        return 0;
    }

    /** A word that names no file is rather a command misspelt. */
    private Path existing(String typed) {
        Path path;
        try {
            path = PathText.path(typed);
        } catch (Problem impossible) {
            throw new ParameterException(spec.commandLine(), String.valueOf(impossible.getMessage()));
        }
        if (!Files.exists(path)) {
            if (typed.matches("[a-zA-Z-]+")) {
                throw new UnmatchedArgumentException(spec.commandLine(), List.of(typed));
            }
            throw new ParameterException(spec.commandLine(), "There is no file \"" + typed + "\" to open.");
        }
        return path.toAbsolutePath();
    }

    private void known(String option, @Nullable String typed, List<String> all) {
        if (typed != null && !all.contains(typed)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '" + option + "': expected one of " + String.join(", ", all)
                            + " but was '" + typed + "'");
        }
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
        err.println(wrong instanceof UnmatchedArgumentException extra ? unknown(extra) : wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, err);
        CommandLine.Help help = line.getHelp();
        err.print(help.synopsisHeading() + help.synopsis(help.synopsisHeadingLength()));
        err.println(line.getCommandSpec().qualifiedName() + " --help says more.");
        err.flush();
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String unknown(UnmatchedArgumentException extra) {
        String typed = String.join("\", \"", extra.getUnmatched());
        boolean options = extra.getUnmatched().stream().allMatch(word -> word.startsWith("-"));
        return "There is no " + (options ? "option" : "command or file") + " \"" + typed + "\" here.";
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

    /** The lessons that come with the program: read when they are asked for, not before every command. */
    static final class LessonIds implements Iterable<String> {
        /** Those, and the ones in a folder of one's own. */
        static List<String> with(@Nullable Path own) {
            List<LessonFiles> there = own != null && Files.isDirectory(own) ? LessonReader.read(own) : List.of();
            return Stream.concat(there.stream(), LessonReader.included().stream())
                    .flatMap(files -> files.in(Locale.ENGLISH).stream())
                    .map(Lesson::id)
                    .toList();
        }

        @Override
        public Iterator<String> iterator() {
            return with(null).iterator();
        }
    }

    /** The screens, in their order. */
    static final class ScreenIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return LabScreens.IDS.iterator();
        }
    }

    /** Looks as one types them. */
    static final class LookIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Look.values())
                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                    .iterator();
        }
    }

    /** The window's languages. */
    static final class LanguageTags implements Iterable<String> {
        static List<String> all() {
            return TextBundles.languages().stream()
                    .map(each -> each.equals(Locale.SIMPLIFIED_CHINESE) ? "zh" : each.toLanguageTag())
                    .toList();
        }

        static Locale locale(String tag) {
            return TextBundles.languages().get(all().indexOf(tag));
        }

        @Override
        public Iterator<String> iterator() {
            return all().iterator();
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
