package distillery.train;

import distillery.data.DataFolder;
import distillery.data.DataSet;
import distillery.data.PlanePoints;
import distillery.data.PlaneSettings;
import distillery.data.Problem;
import distillery.data.Samples;
import distillery.data.Shape;
import distillery.data.ToyPoints;
import distillery.loss.Softmax;
import distillery.net.InputBatch;
import distillery.train.TrainEvent.Task;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Data and teacher of one experiment. Experiments that want the same ones share them: reading sixty thousand digits or
 * training a teacher takes a while.
 */
public record DataAndTeacher(DataSet data, Teacher teacher, Origin origin) {
    private static final int TOY_COUNT = 640;
    private static final int TOY_TEST_COUNT = 2_000;
    private static final int MNIST_COUNT = 60_000;

    /** What the materials were made from: equal origins, equal materials. */
    public record Origin(String data, TeacherSettings teacher, long seed, String fileState) {
        /** A teacher that comes with the program or from a file is the same whatever the seed. */
        public static Origin of(TrainSettings settings) {
            TeacherSettings teacher = settings.teacher();
            return new Origin(
                    settings.data(), teacher, teacher.isSeeded() ? settings.seed() : 0, Teacher.fileState(teacher));
        }

        /** The same without what a person has changed about points in the plane. */
        Origin untouched() {
            return new Origin(DataChoice.of(data).untouched().data(), teacher, seed, fileState);
        }
    }

    /**
     * The materials for these settings; {@code before} is used again as far as it serves. Nobody else should hold it if
     * its data are others: there may be no room for both.
     *
     * @throws Problem if a file is missing or wrong
     * @throws java.util.concurrent.CancellationException if the monitor is cancelled
     */
    public static DataAndTeacher of(TrainSettings settings, @Nullable DataAndTeacher before, ProgressMonitor monitor)
            throws Problem {
        MemoryNeed.require(settings, Runtime.getRuntime().maxMemory(), 0);
        DataAndTeacher materials = fetch(settings, before, monitor);
        requireSomethingLeft(settings, materials.data());
        return materials;
    }

    /** The same data, and the same teacher once more: for another thread, which must be the one that calls this. */
    public DataAndTeacher twin() {
        return new DataAndTeacher(data, teacher.twin(), origin);
    }

    /** How many samples there are to learn from in data that come with the program. */
    public static int included(String data) {
        return data.equals(TrainSettings.TOY)
                ? TOY_COUNT
                : PlaneSettings.isPlane(data) ? PlanePoints.COUNT : MNIST_COUNT;
    }

    private static DataAndTeacher fetch(
            TrainSettings settings, @Nullable DataAndTeacher before, ProgressMonitor monitor) throws Problem {
        Origin origin = Origin.of(settings);
        if (before != null && before.origin().equals(origin)) {
            return before;
        }
        if (settings.data().equals(TrainSettings.TOY)) {
            return toy(settings, origin);
        }
        if (PlaneSettings.isPlane(settings.data())) {
            return plane(settings, origin, before, monitor);
        }
        monitor.check(Task.READING_DATA, 0);
        boolean sameData = before != null && before.origin().data().equals(settings.data());
        if (before == null || !sameData) {
            requireFit(settings);
        }
        DataSet data = before != null && sameData ? before.data() : read(settings.data());
        requireFit(settings, data.name(), data.train().shape(), data.train().classes());
        long pictures = (long) (data.train().count() + data.test().count())
                * data.train().features();
        MemoryNeed.require(settings, Runtime.getRuntime().maxMemory(), pictures);
        return new DataAndTeacher(data, teacher(settings, data, monitor), origin);
    }

    private static DataSet read(String data) throws Problem {
        DataChoice choice = DataChoice.of(data);
        return choice.isFolder() ? DataSet.fromFolder(choice.place(), choice.turned()) : DataSet.mnist();
    }

    private static Teacher teacher(TrainSettings settings, DataSet data, ProgressMonitor monitor) throws Problem {
        return switch (settings.teacher().source()) {
            case SHIPPED -> Teacher.shipped(settings.teacher().layers());
            case FILE -> Teacher.fromFile(settings.teacher());
            case TRAINED -> Teacher.train(settings.teacher(), data, settings.seed(), monitor);
            case UNTRAINED -> Teacher.untrained(settings.teacher(), settings.seed());
        };
    }

    /** Random points, which the teacher labels: an untrained one's function is random, too. */
    private static DataAndTeacher toy(TrainSettings settings, Origin origin) throws Problem {
        Teacher teacher = settings.teacher().source() == TeacherSettings.Source.FILE
                ? Teacher.fromFile(settings.teacher())
                : Teacher.untrained(settings.teacher(), settings.seed());
        int features = settings.student().inputs();
        int classes = settings.student().classes();
        InputBatch single = new InputBatch(features, 1);
        return new DataAndTeacher(
                new DataSet(
                        TrainSettings.TOY,
                        new ToyPoints(TOY_COUNT, features, classes, settings.seed(), p -> label(teacher, single, p)),
                        new ToyPoints(
                                TOY_TEST_COUNT, features, classes, ~settings.seed(), p -> label(teacher, single, p))),
                teacher,
                origin);
    }

    /** Points in the plane. A person's own change nothing for the teacher: he is kept. */
    private static DataAndTeacher plane(
            TrainSettings settings, Origin origin, @Nullable DataAndTeacher before, ProgressMonitor monitor)
            throws Problem {
        PlaneSettings plane = PlaneSettings.parse(settings.data());
        DataSet data = PlanePoints.of(plane);
        requireFit(settings, data.name(), data.train().shape(), data.train().classes());
        boolean sameTeacher = before != null && before.origin().untouched().equals(origin.untouched());
        if (before != null && sameTeacher) {
            DataSet changed =
                    new DataSet(data.name(), data.train(), before.data().test());
            return new DataAndTeacher(changed, before.teacher(), origin);
        }
        return new DataAndTeacher(data, teacher(settings, data, monitor), origin);
    }

    private static int label(Teacher teacher, InputBatch inputs, float[] point) {
        double[] numbers = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            numbers[i] = point[i];
        }
        inputs.fill(numbers);
        double[] logits = teacher.logits(inputs);
        return Softmax.largest(logits, 0, logits.length);
    }

    /** Before many pictures are read. */
    private static void requireFit(TrainSettings settings) throws Problem {
        DataChoice choice = DataChoice.of(settings.data());
        if (choice.isFolder()) {
            DataFolder folder = DataFolder.look(choice.place());
            requireFit(settings, folder.name(), folder.shape(), folder.classes().count());
        }
    }

    private static void requireFit(TrainSettings settings, String name, Shape shape, int classes) throws Problem {
        if (!Fit.fits(settings, shape, classes)) {
            TrainSettings fitting = Fit.nets(settings, shape, classes);
            throw new Problem(
                    "data.fit",
                    name,
                    shape.size(),
                    classes,
                    settings.teacher().layers().toString(),
                    settings.student().toString(),
                    fitting.teacher().layers().toString(),
                    fitting.student().toString());
        }
    }

    /** The data may hold fewer classes than there could be, and those may be left out. */
    private static void requireSomethingLeft(TrainSettings settings, DataSet data) throws Problem {
        Samples train = data.train();
        if (IntStream.range(0, train.count()).allMatch(i -> settings.omitted().contains(train.label(i)))) {
            throw new Problem("data.nothing-left", data.name());
        }
    }
}
