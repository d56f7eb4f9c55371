package distillery.cli;

import distillery.data.AtomicFile;
import distillery.data.DataSet;
import distillery.data.Ending;
import distillery.data.Problem;
import distillery.net.Engine;
import distillery.train.Teacher;
import distillery.train.TeacherSettings;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains the teacher that ships with the program, as it was trained the first time. */
@Command(
        name = "make-teacher",
        mixinStandardHelpOptions = true,
        description = "Train another teacher like the included one and write its weights; takes some minutes.")
public final class MakeTeacherCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            description =
                    "Where to write the weights (for NumPy and PyTorch); the ending .npz is added if it is missing.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(names = "--replace", description = "Replace the file if it is already there.")
    private boolean replace;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            Path target = Files.isDirectory(file) ? file : Ending.NPZ.settled(file);
            checkTarget(target);
            Engine.start();
            TrainText text = new TrainText(spec.commandLine().getOut(), false);
            DataSet data = DataSet.mnist();
            Teacher teacher = Teacher.train(TeacherSettings.shipped(), data.train(), seed, text);
            checkTarget(target); // it has taken a while
            AtomicFile.Content weights = teacher.weights().content();
            if (replace) {
                AtomicFile.write(target, weights);
            } else {
                AtomicFile.writeNew(target, weights);
            }
            spec.commandLine().getOut().println("written: " + target);
            spec.commandLine().getOut().println(teacher.errors(data.test()) + " errors on the test digits");
            return 0;
        } catch (Problem broken) {
            spec.commandLine().getErr().println(broken.getMessage());
            return 1;
        }
    }

    private void checkTarget(Path target) throws Problem {
        if (!replace && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new Problem("write.exists", target.toString());
        }
        AtomicFile.check(
                target, Float.BYTES * TeacherSettings.shipped().layers().parameters());
    }
}
