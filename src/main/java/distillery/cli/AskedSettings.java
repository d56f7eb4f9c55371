package distillery.cli;

import distillery.data.DataFolder;
import distillery.data.Ending;
import distillery.data.NumberRange;
import distillery.data.PathText;
import distillery.data.PlaneSettings;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Shape;
import distillery.lab.screens.LabScreens;
import distillery.lab.train.TrainSetUp;
import distillery.loss.AlphaConvention;
import distillery.method.LiveHyperparameters;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.net.Initialisation;
import distillery.net.NetSpec;
import distillery.net.Optimiser;
import distillery.train.DataAndTeacher;
import distillery.train.DataChoice;
import distillery.train.EvaluationSet;
import distillery.train.Fit;
import distillery.train.LiveSettings;
import distillery.train.Preset;
import distillery.train.TeacherFile;
import distillery.train.TeacherSettings;
import distillery.train.TrainSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The settings that {@link TrainOptions} ask for: those of a preset or a set-up, changed. */
final class AskedSettings {
    private final TrainOptions given;
    private @Nullable DataFolder found;

    AskedSettings(TrainOptions given) {
        this.given = given;
    }

    /** What was found in the folder of a user's own data, if one was named. */
    @Nullable
    DataFolder found() {
        return found;
    }

    /** See {@link TrainOptions#settings}. */
    TrainSettings settings() throws WrongOption, Problem {
        TrainSettings base = onData(base());
        TeacherSettings asked = teacher(base);
        NetSpec net = student(base.student(), asked.layers());
        requireFit(base, asked.layers(), net);
        requireImages(base);
        return new TrainSettings(
                base.data(),
                asked,
                net,
                given.initialisation == null ? base.initialisation() : Initialisation.parse(given.initialisation),
                given.optimiser == null ? base.optimiser() : Optimiser.parse(given.optimiser),
                method(base.method()),
                or(given.images, base.images()),
                given.omit == null ? base.omitted() : indices(given.omit, net.classes()),
                or(given.jitter, base.jitter()),
                or(given.smoothing, base.smoothing()),
                or(given.epochs, base.epochs()),
                live(base.live()),
                evaluatedOn(base.evaluatedOn()),
                or(given.seed, base.seed()));
    }

    /** The same on the data that are wanted. */
    private TrainSettings onData(TrainSettings start) throws WrongOption, Problem {
        DataChoice wanted = DataChoice.of(or(given.data, start.data()));
        if (!wanted.isFolder()) {
            if (given.transpose) {
                throw new WrongOption("--transpose is for a folder of your own data: name it with --data");
            }
            return wanted.isPlane()
                    ? Fit.toPlane(start, PlaneSettings.parse(wanted.place()))
                    : start.with(draft -> draft.data = wanted.data());
        }
        DataFolder folder = DataFolder.look(wanted.place());
        found = folder;
        String choice = wanted.withTurned(given.transpose || wanted.turned()).data();
        return Fit.own(start, choice, folder.shape(), folder.classes().count());
    }

    /** Nets that were named must fit a folder; {@code base} has nets that do. */
    private void requireFit(TrainSettings base, NetSpec teacher, NetSpec student) throws Problem {
        DataFolder folder = found;
        if (folder == null) {
            return;
        }
        for (NetSpec net : List.of(teacher, student)) {
            if (!net.takes(folder.shape()) || net.classes() != folder.classes().count()) {
                throw new Problem(
                        "data.fit",
                        folder.name(),
                        folder.shape().size(),
                        folder.classes().count(),
                        teacher.toString(),
                        student.toString(),
                        base.teacher().layers().toString(),
                        base.student().toString());
            }
        }
    }

    /** More images than there are would silently be fewer. */
    private void requireImages(TrainSettings base) throws WrongOption {
        DataFolder folder = found;
        int there = folder != null ? folder.trainCount() : DataAndTeacher.included(base.data());
        if (given.images != null && given.images > there) {
            throw new WrongOption("--images " + given.images + ": there are only " + there + "; give at most so many");
        }
    }

    /** What the classes are called, in their order: those of the folder, if there is one. */
    static List<String> names(@Nullable DataFolder folder, int classes) {
        return folder == null
                ? IntStream.range(0, classes).mapToObj(String::valueOf).toList()
                : folder.classes().names();
    }

    /** Where classes stand, by their names. */
    private Set<Integer> indices(Set<String> names, int classes) throws WrongOption {
        List<String> known = names(found, classes);
        Set<Integer> indices = new TreeSet<>();
        for (String name : names) {
            int index = known.indexOf(name.strip());
            if (index < 0) {
                throw new WrongOption("Invalid value for option '--omit': omitted classes must be among "
                        + String.join(", ", known) + ", was \"" + name + "\"");
            }
            indices.add(index);
        }
        return indices;
    }

    private TrainSettings base() throws WrongOption, Problem {
        if (given.setUp == null) {
            return Preset.of(or(given.preset, TrainOptions.FIRST_PRESET)).settings();
        }
        if (given.preset != null) {
            throw new WrongOption("--preset and --set-up both say where to start from; leave one of them out");
        }
        Record part = LabScreens.file().read(given.setUp).settings().get("train");
        if (part instanceof TrainSetUp saved) {
            return saved.settings();
        }
        throw new Problem("setup.no-train", given.setUp.toString());
    }

    /** The students' layers; whichever option was given is the one that does not fit the other. */
    private NetSpec student(NetSpec base, NetSpec taught) throws WrongOption {
        if (found != null) {
            return or(given.student, base); // what was found in the folder says what fits
        }
        try {
            if (given.student == null) {
                taught.fitting(base.input(), base.classes());
                return base;
            }
            return given.student.fitting(taught.input(), taught.classes());
        } catch (Problem unfit) {
            throw WrongOption.value(given.student == null ? "--teacher" : "--student", unfit);
        }
    }

    private TeacherSettings teacher(TrainSettings base) throws WrongOption, Problem {
        TeacherSettings wanted = named(base);
        if (given.teacherEpochs == null) {
            return wanted;
        }
        if (wanted.source() != TeacherSettings.Source.TRAINED) {
            throw new WrongOption("--teacher-epochs is for a teacher that is trained here; name its layers,"
                    + " such as --teacher 784-400-400-10, or leave it out");
        }
        try {
            return new TeacherSettings(
                    wanted.source(),
                    wanted.layers(),
                    given.teacherEpochs,
                    wanted.dropout(),
                    wanted.maxNorm(),
                    wanted.jitter());
        } catch (Refusal refusal) {
            throw WrongOption.value("--teacher-epochs", refusal.of("it"));
        }
    }

    private TeacherSettings named(TrainSettings base) throws WrongOption, Problem {
        if (given.teacher == null) {
            return base.teacher();
        }
        if (given.teacher.equals("shipped")) {
            return TeacherSettings.shipped();
        }
        if (given.teacher.equals("shipped-cnn")) {
            return TeacherSettings.shipped(TeacherSettings.CONVOLUTIONAL);
        }
        if (given.teacher.toLowerCase(Locale.ROOT).endsWith(Ending.NPZ.text())) {
            return fromFile(PathText.path(given.teacher).toString(), base);
        }
        try {
            return TeacherSettings.trained(NetSpec.read(given.teacher), 8);
        } catch (Problem wrong) {
            throw WrongOption.value("--teacher", wrong);
        }
    }

    /** A teacher for what it is to be shown; toy points go by the student that is named, if one is. */
    private TeacherSettings fromFile(String file, TrainSettings base) throws Problem {
        if (found != null) {
            return TeacherFile.look(file, found.shape(), found.classes().count());
        }
        NetSpec usual = base.teacher().layers();
        NetSpec like = base.data().equals(TrainSettings.TOY) ? or(given.student, usual) : usual;
        return TeacherFile.look(file, like.inputs() == Shape.DIGIT.size() ? Shape.DIGIT : like.input(), like.classes());
    }

    private MethodSettings method(MethodSettings base) {
        MethodSettings settings =
                given.method == null || given.method.equals(base.kind().id())
                        ? base
                        : MethodSettings.of(MethodKind.of(given.method));
        for (Map.Entry<String, Double> own : given.methodParameters.entrySet()) {
            settings = settings.has(own.getKey()) ? settings.with(own.getKey(), own.getValue()) : settings;
        }
        return settings; // what does not belong to it is refused with the other options that do nothing
    }

    private EvaluationSet evaluatedOn(EvaluationSet base) {
        if (given.evaluateOn == null) {
            return base;
        }
        return switch (given.evaluateOn) {
            case "test" -> EvaluationSet.TEST;
            case "held-out" -> EvaluationSet.HELD_OUT;
            default ->
                throw new Refusal(
                        "evaluate-on", "refused.choice", "test, held-out", NumberRange.quoted(given.evaluateOn));
        };
    }

    private LiveSettings live(LiveSettings base) throws WrongOption {
        double soft = or(given.softWeight, base.knobs().softWeight());
        double hard = or(given.hardWeight, base.knobs().hardWeight());
        if (given.alpha == null && given.convention != null) {
            throw new WrongOption("--convention says what --alpha weighs: give --alpha too, or leave it out");
        }
        if (given.alpha != null) {
            refuseBothWeights();
            Refusal.unlessBetween(0, 1, "alpha", given.alpha);
            AlphaConvention which = convention(or(given.convention, "soft"));
            soft = which.softWeight(given.alpha);
            hard = which.hardWeight(given.alpha);
        }
        LiveHyperparameters knobs =
                new LiveHyperparameters(or(given.temperature, base.knobs().temperature()), soft, hard);
        return new LiveSettings(
                knobs,
                or(given.learningRate, base.learningRate()),
                or(given.batch, base.batchSize()),
                base.teacherUnfrozen());
    }

    private void refuseBothWeights() throws WrongOption {
        if (given.softWeight != null || given.hardWeight != null) {
            throw new WrongOption("--alpha and " + (given.softWeight != null ? "--soft-weight" : "--hard-weight")
                    + " both set weights; leave one of them out");
        }
    }

    private static AlphaConvention convention(String name) {
        return switch (name) {
            case "soft" -> AlphaConvention.ALPHA_ON_SOFT;
            case "hard" -> AlphaConvention.ALPHA_ON_HARD;
            default -> throw new Refusal("convention", "refused.choice", "soft, hard", NumberRange.quoted(name));
        };
    }

    private static <V> V or(@Nullable V given, V otherwise) {
        return given == null ? otherwise : given;
    }
}
