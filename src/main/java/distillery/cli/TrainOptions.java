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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that change the settings of a preset or a set-up; what is not given stays as it has it. */
final class TrainOptions {
    private static final String FIRST_PRESET = "few-labels";
    /** The presets' names, for the help. */
    static final class Presets extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Presets() {
            super(Arrays.stream(Preset.values()).map(Preset::id).toList());
        }
    }

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "Where to start from: ${COMPLETION-CANDIDATES} (default: few-labels).",
            completionCandidates = Presets.class)
    @Nullable
    String preset;

    @Option(
            names = "--set-up",
            paramLabel = "FILE",
            description = "Start from what the window saved, instead of a preset.")
    @Nullable
    Path setUp;

    @Option(
            names = "--data",
            paramLabel = "DATA",
            description =
                    "mnist, toy, plane (points in the plane: plane:blobs, plane:rings, plane:spiral or plane:donkey, and"
                            + " more after commas: plane:rings,classes=4,noise=0.2,seed=7), or a folder of your own IDX"
                            + " files; FOLDER/SET where it holds several. Nets that are not named are fitted to a plane or"
                            + " a folder, and the teacher is trained.")
    @Nullable
    String data;

    @Option(
            names = "--transpose",
            description = "Swap rows and columns of the pictures of your own folder, as EMNIST needs it.")
    boolean transpose;

    @Option(
            names = "--teacher",
            paramLabel = "NET|FILE",
            description =
                    "shipped (the included dense net), shipped-cnn (the included one with convolutions), layers such"
                            + " as 784-400-400-10 or 28x28-c16-p2-c32-p2-128-10 to train one here first, or a file of weights"
                            + " (.npz) such as --out and make-teacher write.")
    @Nullable
    String teacher;

    @Option(names = "--teacher-epochs", paramLabel = "N", description = "Epochs for a teacher trained here.")
    @Nullable
    Integer teacherEpochs;

    @Option(
            names = "--student",
            paramLabel = "NET",
            description = "Layers of the students, such as 784-128-10 or 28x28-c4-p2-c8-p2-32-10.")
    @Nullable
    NetSpec student;

    @Option(
            names = "--initialisation",
            paramLabel = "KIND",
            description = "he, xavier, normal (standard deviation 0.01), or normal with another one: normal:1.")
    @Nullable
    String initialisation;

    @Option(names = "--optimiser", paramLabel = "KIND", description = "adam, sgd, or sgd with momentum: sgd:0.9.")
    @Nullable
    String optimiser;

    @Option(names = "--learning-rate", paramLabel = "R", description = "Size of a step.")
    @Nullable
    Double learningRate;

    @Option(names = "--batch", paramLabel = "N", description = "Images in a batch.")
    @Nullable
    Integer batch;

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the students' images.")
    @Nullable
    Integer epochs;

    @Option(names = "--images", paramLabel = "N", description = "Labelled images the students get.")
    @Nullable
    Integer images;

    @Option(
            names = "--omit",
            paramLabel = "CLASS",
            split = "[,\uff0c\u3001]",
            splitSynopsisLabel = ",",
            description = "Classes the students never see.")
    @Nullable
    Set<String> omit;

    @Option(names = "--jitter", paramLabel = "PIXELS", description = "How far the students' digits are moved.")
    @Nullable
    Integer jitter;

    @Option(
            names = "--method",
            paramLabel = "NAME",
            description = "How the distilled student learns; the methods are explained below.")
    @Nullable
    String method;

    @Option(
            names = {"-T", "--temperature"},
            paramLabel = "T",
            description = "Temperature of the soft labels.")
    @Nullable
    Double temperature;

    @Option(names = "--alpha", paramLabel = "A", description = "Balance of soft and hard loss, 0 to 1.")
    @Nullable
    Double alpha;

    @Option(
            names = "--convention",
            paramLabel = "WHICH",
            description = "What --alpha weighs: soft (alpha on the soft loss) or hard (default: soft).")
    @Nullable
    String convention;

    @Option(
            names = "--soft-weight",
            paramLabel = "W",
            description = "Weight of the soft loss, 0 to 1000, instead of --alpha.")
    @Nullable
    Double softWeight;

    @Option(
            names = "--hard-weight",
            paramLabel = "W",
            description = "Weight of the hard loss, 0 to 1000, instead of --alpha.")
    @Nullable
    Double hardWeight;

    /** Numbers of the method's own that were given, by their names: see {@link MethodOptions}. */
    final Map<String, Double> methodParameters = new TreeMap<>();

    @Option(
            names = "--smoothing",
            paramLabel = "S",
            description = "Label smoothing of the control: the verdict against it is one on this amount only.")
    @Nullable
    Double smoothing;

    @Option(
            names = "--evaluate-on",
            paramLabel = "WHICH",
            description = "What errors are counted on: test (the test samples, for results) or held-out (10,000 of the"
                    + " training digits that the students never see, for choosing settings).")
    @Nullable
    String evaluateOn;

    @Option(names = "--seed", paramLabel = "N", description = "The first seed.")
    @Nullable
    Long seed;

    /** The preset to start from; null where a set-up takes its place. */
    @Nullable
    String start() {
        return preset == null && setUp == null ? FIRST_PRESET : preset;
    }

    /** What was found in the folder of a user's own data, if one was named. */
    @Nullable
    DataFolder found;

    /**
     * The preset or the set-up with these options applied.
     *
     * @throws WrongOption naming the option that cannot be, or would change nothing
     * @throws Problem if the set-up or the folder of a user's own data cannot be used
     */
    TrainSettings settings() throws WrongOption, Problem {
        try {
            TrainSettings settings = put();
            IdleOptions.refuse(this, settings);
            return settings;
        } catch (Refusal refusal) {
            throw WrongOption.value(refusal);
        }
    }

    private TrainSettings put() throws WrongOption, Problem {
        TrainSettings base = onData(base());
        TeacherSettings asked = teacher(base.teacher());
        NetSpec net = student(base.student(), asked.layers());
        requireFit(base, asked.layers(), net);
        requireImages(base);
        return new TrainSettings(
                base.data(),
                asked,
                net,
                initialisation == null ? base.initialisation() : Initialisation.parse(initialisation),
                optimiser == null ? base.optimiser() : Optimiser.parse(optimiser),
                method(base.method()),
                or(images, base.images()),
                omit == null ? base.omitted() : indices(omit, net.classes()),
                or(jitter, base.jitter()),
                or(smoothing, base.smoothing()),
                or(epochs, base.epochs()),
                live(base.live()),
                evaluatedOn(base.evaluatedOn()),
                or(seed, base.seed()));
    }

    /** The same on the data that are wanted. */
    private TrainSettings onData(TrainSettings start) throws WrongOption, Problem {
        DataChoice wanted = DataChoice.of(or(data, start.data()));
        if (!wanted.isFolder()) {
            if (transpose) {
                throw new WrongOption("--transpose is for a folder of your own data: name it with --data");
            }
            return wanted.isPlane()
                    ? Fit.toPlane(start, PlaneSettings.parse(wanted.place()))
                    : start.with(draft -> draft.data = wanted.data());
        }
        DataFolder folder = DataFolder.look(wanted.place());
        found = folder;
        String choice = wanted.withTurned(transpose || wanted.turned()).data();
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
        if (images != null && images > there) {
            throw new WrongOption("--images " + images + ": there are only " + there + "; give at most so many");
        }
    }

    /** What the classes are called, in their order. */
    List<String> names(int classes) {
        return found == null
                ? IntStream.range(0, classes).mapToObj(String::valueOf).toList()
                : found.classes().names();
    }

    /** Where classes stand, by their names. */
    private Set<Integer> indices(Set<String> names, int classes) throws WrongOption {
        List<String> known = names(classes);
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
        if (setUp == null) {
            return Preset.of(or(preset, FIRST_PRESET)).settings();
        }
        if (preset != null) {
            throw new WrongOption("--preset and --set-up both say where to start from; leave one of them out");
        }
        Record part = LabScreens.file().read(setUp).settings().get("train");
        if (part instanceof TrainSetUp saved) {
            return saved.settings();
        }
        throw new Problem("setup.no-train", setUp.toString());
    }

    /** The students' layers; whichever option was given is the one that does not fit the other. */
    private NetSpec student(NetSpec base, NetSpec taught) throws WrongOption {
        if (found != null) {
            return or(student, base); // what was found in the folder says what fits
        }
        try {
            if (student == null) {
                taught.fitting(base.input(), base.classes());
                return base;
            }
            return student.fitting(taught.input(), taught.classes());
        } catch (Problem unfit) {
            throw WrongOption.value(student == null ? "--teacher" : "--student", unfit);
        }
    }

    private TeacherSettings teacher(TeacherSettings base) throws WrongOption, Problem {
        TeacherSettings wanted = named(base);
        if (teacherEpochs == null) {
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
                    teacherEpochs,
                    wanted.dropout(),
                    wanted.maxNorm(),
                    wanted.jitter());
        } catch (Refusal refusal) {
            throw WrongOption.value("--teacher-epochs", refusal.of("it"));
        }
    }

    private TeacherSettings named(TeacherSettings base) throws WrongOption, Problem {
        if (teacher == null) {
            return base;
        }
        if (teacher.equals("shipped")) {
            return TeacherSettings.shipped();
        }
        if (teacher.equals("shipped-cnn")) {
            return TeacherSettings.shipped(TeacherSettings.CONVOLUTIONAL);
        }
        if (teacher.toLowerCase(Locale.ROOT).endsWith(Ending.NPZ.text())) {
            return TeacherFile.look(PathText.path(teacher).toString(), dataShape(base));
        }
        try {
            return TeacherSettings.trained(NetSpec.read(teacher), 8);
        } catch (Problem wrong) {
            throw WrongOption.value("--teacher", wrong);
        }
    }

    /** What the teacher is to be shown. */
    private Shape dataShape(TeacherSettings base) {
        boolean digits = found == null && base.layers().inputs() == Shape.DIGIT.size();
        return found != null
                ? found.shape()
                : digits ? Shape.DIGIT : base.layers().input();
    }

    private MethodSettings method(MethodSettings base) {
        MethodSettings settings =
                method == null || method.equals(base.kind().id()) ? base : MethodSettings.of(MethodKind.of(method));
        for (Map.Entry<String, Double> given : methodParameters.entrySet()) {
            settings = settings.has(given.getKey()) ? settings.with(given.getKey(), given.getValue()) : settings;
        }
        return settings; // what does not belong to it is refused with the other options that do nothing
    }

    private EvaluationSet evaluatedOn(EvaluationSet base) {
        if (evaluateOn == null) {
            return base;
        }
        return switch (evaluateOn) {
            case "test" -> EvaluationSet.TEST;
            case "held-out" -> EvaluationSet.HELD_OUT;
            default ->
                throw new Refusal("evaluate-on", "refused.choice", "test, held-out", NumberRange.quoted(evaluateOn));
        };
    }

    private LiveSettings live(LiveSettings base) throws WrongOption {
        double soft = or(softWeight, base.knobs().softWeight());
        double hard = or(hardWeight, base.knobs().hardWeight());
        if (alpha == null && convention != null) {
            throw new WrongOption("--convention says what --alpha weighs: give --alpha too, or leave it out");
        }
        if (alpha != null) {
            refuseBothWeights();
            Refusal.unlessBetween(0, 1, "alpha", alpha);
            AlphaConvention which = convention(or(convention, "soft"));
            soft = which.softWeight(alpha);
            hard = which.hardWeight(alpha);
        }
        LiveHyperparameters knobs =
                new LiveHyperparameters(or(temperature, base.knobs().temperature()), soft, hard);
        return new LiveSettings(
                knobs, or(learningRate, base.learningRate()), or(batch, base.batchSize()), base.teacherUnfrozen());
    }

    private void refuseBothWeights() throws WrongOption {
        if (softWeight != null || hardWeight != null) {
            throw new WrongOption("--alpha and " + (softWeight != null ? "--soft-weight" : "--hard-weight")
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
