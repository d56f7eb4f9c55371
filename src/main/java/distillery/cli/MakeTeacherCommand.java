package distillery.cli;

import distillery.data.AtomicFile;
import distillery.data.DataSet;
import distillery.data.Ending;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Shape;
import distillery.net.Engine;
import distillery.net.NetSpec;
import distillery.train.Teacher;
import distillery.train.TeacherSettings;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a teacher as those that come with the program were trained. */
@Command(
        name = "make-teacher",
        mixinStandardHelpOptions = true,
        description = "Train another teacher like the included ones and write its weights; takes some minutes.")
public final class MakeTeacherCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            description =
                    "Where to write the weights (for NumPy and PyTorch); the ending .npz is added if it is missing.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(names = "--replace", description = "Replace the file if it is already there.")
    private boolean replace;

    @Option(
            names = "--net",
            paramLabel = "NET",
            description =
                    "Its layers (default: those of the included dense teacher). The included one with convolutions is"
                            + " 28x28-c24-p2-c48-p2-128-10.")
    private NetSpec net = TeacherSettings.DENSE;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "40",
            description = "How many times it sees the digits (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            Path target = Files.isDirectory(file) ? file : Ending.NPZ.settled(file);
            TeacherSettings settings = settings();
            checkTarget(target);
            Engine.start();
            TrainText text = new TrainText(spec.commandLine().getOut(), false);
            DataSet data = DataSet.mnist();
            Teacher teacher = Teacher.train(settings, data, seed, text);
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

    /** The included teachers' dropout and jitter, whatever the net. */
    private TeacherSettings settings() {
        try {
            net.fitting(Shape.DIGIT, 10);
            return TeacherSettings.trained(net, epochs);
        } catch (Problem unfit) {
            throw new ParameterException(
                    spec.commandLine(),
                    String.valueOf(WrongOption.value("--net", unfit).getMessage()),
                    unfit);
        } catch (Refusal refusal) {
            throw new ParameterException(
                    spec.commandLine(),
                    String.valueOf(WrongOption.value(refusal).getMessage()),
                    refusal);
        }
    }

    private void checkTarget(Path target) throws Problem {
        if (!replace && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new Problem("write.exists", target.toString());
        }
        AtomicFile.check(target, Float.BYTES * net.parameters());
    }
}
