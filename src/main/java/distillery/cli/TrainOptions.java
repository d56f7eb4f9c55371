package distillery.cli;

import distillery.data.DataFolder;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.net.NetSpec;
import distillery.train.Preset;
import distillery.train.TrainSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that change the settings of a preset or a set-up; what is not given stays as it has it. */
final class TrainOptions {
    static final String FIRST_PRESET = "few-labels";
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
            AskedSettings asked = new AskedSettings(this);
            TrainSettings settings = asked.settings();
            found = asked.found();
            IdleOptions.refuse(this, settings);
            return settings;
        } catch (Refusal refusal) {
            throw WrongOption.value(refusal);
        }
    }

    /** What the classes are called, in their order. */
    List<String> names(int classes) {
        return AskedSettings.names(found, classes);
    }
}
