package distillery.cli;

import distillery.lesson.Lesson;
import distillery.lesson.LessonFiles;
import distillery.lesson.LessonReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads lessons as the window would, and says what to mend. */
@Command(
        name = "check",
        description = {
            "Read lessons and say what to mend in them.",
            "A line that begins with ok names a lesson that can be taught; any other begins with FILE:LINE,",
            "or with what has no lines, such as a folder."
        },
        footerHeading = "%nExit code: ",
        footer = "0 if every lesson is good, 1 if something must be mended.")
public final class LessonCheckCommand implements Callable<Integer> {
    /** A lesson of more steps can be taught, but tires. */
    private static final int GOOD_LENGTH = 6;

    @Parameters(paramLabel = "FOLDER", description = "The folder of a lesson, or one that holds lesson folders.")
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
    public Integer call() {
        List<LessonFiles> all = LessonReader.read(folder);
        PrintWriter out = spec.commandLine().getOut();
        for (LessonFiles files : all) {
            inOrder(files).filter(lesson -> isWhole(lesson, files)).forEach(lesson -> out.println(praise(lesson)));
            files.problems().forEach(problem -> out.println(problem.getMessage()));
        }
        return all.stream().allMatch(files -> files.problems().isEmpty()) ? 0 : 1;
    }

    private static Stream<Lesson> inOrder(LessonFiles files) {
        return LessonFiles.LANGUAGES.stream().map(files.lessons()::get).filter(Objects::nonNull);
    }

    /** Whether nothing is to be mended in its own file: one that lacks a formula can be taught, but is not ok. */
    private static boolean isWhole(Lesson lesson, LessonFiles files) {
        String name = LessonReader.file(lesson.language());
        return files.problems().stream()
                .noneMatch(problem -> String.valueOf(problem.arguments().get(0)).endsWith(name));
    }

    private static String praise(Lesson lesson) {
        int steps = lesson.steps().size();
        String line = String.format(Locale.ROOT, "ok: %s, %d step%s", lesson.title(), steps, steps == 1 ? "" : "s");
        return steps > GOOD_LENGTH ? line + " (" + GOOD_LENGTH + " are easier to follow)" : line;
    }
}
