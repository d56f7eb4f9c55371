package distillery.cli;

import distillery.data.Problem;
import distillery.loss.AlphaConvention;
import distillery.method.Knobs;
import distillery.net.Initialisation;
import distillery.net.Layers;
import distillery.net.Optimiser;
import distillery.train.LiveSettings;
import distillery.train.MethodSettings;
import distillery.train.Preset;
import distillery.train.TeacherSettings;
import distillery.train.TrainSettings;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that change a preset's settings; what is not given stays as the preset has it. */
final class TrainOptions {
    @Option(
            names = "--preset",
            paramLabel = "NAME",
            defaultValue = "few-labels",
            description = "Where to start from: few-labels, all-labels, tiny-student, toy or hinton-mnist "
                    + "(default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // it has a default
    String preset;

    @Option(names = "--data", paramLabel = "DATA", description = "mnist, toy, or a folder of your own IDX files.")
    @Nullable
    String data;

    @Option(
            names = "--teacher",
            paramLabel = "NET",
            description = "shipped, or layers such as 784-400-400-10 to train one here first.")
    @Nullable
    String teacher;

    @Option(names = "--teacher-epochs", paramLabel = "N", description = "Epochs for a teacher trained here.")
    @Nullable
    Integer teacherEpochs;

    @Option(names = "--student", paramLabel = "NET", description = "Layers of the students, such as 784-128-10.")
    @Nullable
    Layers student;

    @Option(names = "--initialisation", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}.")
    @Nullable
    Initialisation initialisation;

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
            paramLabel = "DIGIT",
            split = "[,\uff0c\u3001]",
            splitSynopsisLabel = ",",
            description = "Digits the students never see.")
    @Nullable
    Set<Integer> omit;

    @Option(names = "--jitter", paramLabel = "PIXELS", description = "How far the students' digits are moved.")
    @Nullable
    Integer jitter;

    @Option(
            names = "--method",
            paramLabel = "NAME",
            description = "How the distilled student learns: hinton, logits, dkd or labels.")
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
            defaultValue = "soft",
            description = "What alpha weighs: soft (alpha on the soft loss) or hard (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // it has a default
    String convention;

    @Option(names = "--dkd-alpha", paramLabel = "W", description = "Weight of the target part of dkd.")
    @Nullable
    Double targetWeight;

    @Option(names = "--dkd-beta", paramLabel = "W", description = "Weight of the non-target part of dkd.")
    @Nullable
    Double nonTargetWeight;

    @Option(names = "--warm-up", paramLabel = "N", description = "Epochs over which dkd warms up.")
    @Nullable
    Integer warmUp;

    @Option(names = "--smoothing", paramLabel = "S", description = "Label smoothing of the control.")
    @Nullable
    Double smoothing;

    @Option(names = "--seed", paramLabel = "N", description = "The first seed.")
    @Nullable
    Long seed;

    /**
     * The preset with these options applied.
     *
     * @throws IllegalArgumentException naming the value that is out of range
     */
    TrainSettings settings() {
        TrainSettings base = Preset.of(preset).settings();
        TeacherSettings given = teacher(base.teacher());
        return new TrainSettings(
                or(data, base.data()),
                given,
                student(base.student(), given.layers()),
                or(initialisation, base.initialisation()),
                optimiser == null ? base.optimiser() : Optimiser.parse(optimiser),
                method(base.method()),
                or(images, base.images()),
                or(omit, base.omitted()),
                or(jitter, base.jitter()),
                or(smoothing, base.smoothing()),
                or(epochs, base.epochs()),
                live(base.live()),
                or(seed, base.seed()));
    }

    /** The students' layers; whichever option was given is the one that does not fit the other. */
    private Layers student(Layers base, Layers taught) {
        try {
            if (student == null) {
                taught.fitting(base.inputs(), base.classes());
                return base;
            }
            return student.fitting(taught.inputs(), taught.classes());
        } catch (Problem unfit) {
            throw refused(student == null ? "--teacher" : "--student", unfit);
        }
    }

    private static IllegalArgumentException refused(String option, Problem why) {
        return new IllegalArgumentException("Invalid value for option '" + option + "': " + why.getMessage(), why);
    }

    private TeacherSettings teacher(TeacherSettings base) {
        if (teacher == null) {
            return base;
        }
        try {
            return teacher.equals("shipped")
                    ? TeacherSettings.shipped()
                    : TeacherSettings.trained(Layers.read(teacher), or(teacherEpochs, 8));
        } catch (Problem wrong) {
            throw refused("--teacher", wrong);
        }
    }

    private MethodSettings method(MethodSettings base) {
        MethodSettings.Kind kind = method == null ? base.kind() : MethodSettings.Kind.of(method);
        return new MethodSettings(
                kind,
                or(targetWeight, base.targetWeight()),
                or(nonTargetWeight, base.nonTargetWeight()),
                or(warmUp, base.warmUpEpochs()));
    }

    private LiveSettings live(LiveSettings base) {
        double softWeight = base.knobs().softWeight();
        double hardWeight = base.knobs().hardWeight();
        if (alpha != null) {
            AlphaConvention which = convention();
            softWeight = which.softWeight(alpha);
            hardWeight = which.hardWeight(alpha);
        }
        Knobs knobs = new Knobs(or(temperature, base.knobs().temperature()), softWeight, hardWeight);
        return new LiveSettings(
                knobs, or(learningRate, base.learningRate()), or(batch, base.batchSize()), base.teacherUnfrozen());
    }

    private AlphaConvention convention() {
        return switch (convention) {
            case "soft" -> AlphaConvention.ALPHA_ON_SOFT;
            case "hard" -> AlphaConvention.ALPHA_ON_HARD;
            default -> throw new IllegalArgumentException("convention must be soft or hard, was " + convention);
        };
    }

    private static <V> V or(@Nullable V given, V otherwise) {
        return given == null ? otherwise : given;
    }
}
