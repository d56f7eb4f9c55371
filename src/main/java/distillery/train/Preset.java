package distillery.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import distillery.data.NumberRange;
import distillery.data.PlaneSettings;
import distillery.data.Refusal;
import distillery.method.LiveHyperparameters;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.net.Initialisation;
import distillery.net.NetSpec;
import distillery.net.Optimiser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Experiments worth showing, each measured over seeds: see {@code assets/presets}. They were chosen with the test
 * samples on which they are measured, so their figures are a little too good.
 */
public enum Preset {
    /** Two thousand labelled digits: a teacher saves about a third of the errors. */
    FEW_LABELS,
    /** Five hundred, and nets with convolutions: trained in seconds. */
    SMALL_CNN,
    /** All sixty thousand: five seeds do not decide whether a teacher helps, and smoothed labels do better. */
    ALL_LABELS,
    /** A very small student and a high temperature: weak evidence that distillation does harm. */
    TINY_STUDENT,
    /** A random function to copy: no digits, no images, done in a second. */
    TOY,
    /** The nets and the temperature of Hinton, Vinyals and Dean (2015), section 3. */
    HINTON_MNIST,
    /** A program of one of the articles that this one grew from: T = 2, α = 0.7, both nets trained for five epochs. */
    SEED_0,
    /** The example of another: 64 random points in one batch, a hundred steps, soft labels alone. */
    SEED_2_EXACTLY,
    /**
     * The weights of labml's code, on digits: 100 and 0.5 there, where the soft loss is a mean over the classes as well and has
     * no T². At T = 5 and ten classes that is 0.4 of T² · KL and 0.5 of the loss against the labels.
     */
    SEED_4,
    /** {@link #SMALL_CNN} with hints from the teacher's maps beside its soft labels. */
    HINTS,
    /** The same with what is alike to the teacher. */
    RELATIONS,
    /** The same with where the teacher's maps are active. */
    ATTENTION,
    /** The same with which of the teacher's units are on. */
    BOUNDARIES,
    /** The same with the teacher's weights, seen through projections. */
    WEIGHTS,
    /** Five hundred digits, and sixteen shifted ones of each that only the teacher labels. */
    PSEUDO_DATA,
    /** The nets of {@link #SMALL_CNN} taught by three twice as wide that know the same labels. */
    ENSEMBLE,
    /** The same nets taught by their own kind. */
    BORN_AGAIN,
    /** Two of them that teach each other. */
    MUTUAL,
    /** One of them with an exit that it teaches itself. */
    OWN_TEACHER,
    /** One of them that is part of a wider net while it learns. */
    NETAUG,
    /** The nets of {@link #SMALL_CNN} with one of middle size between teacher and student. */
    ASSISTANT,
    /** A net that learns two tasks at once, from a teacher for each. */
    MULTI_TASK,
    /** The digits 0 to 4 and then 5 to 9. */
    FORGETTING,
    /** The students never see a 3, and the bias of 3 is raised: Hinton, Vinyals and Dean (2015), section 3. */
    MISSING_THREE,
    /** They see nothing but 7 and 8, and the biases of all other digits are raised. */
    ONLY_SEVEN_AND_EIGHT,
    /** Points in the plane, five of each class: what a student has inherited can be seen. */
    PLANE;

    /** The name on the command line and in files: {@code few-labels}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The preset of that name. */
    public static Preset of(String id) {
        return Arrays.stream(values())
                .filter(preset -> preset.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "preset",
                        "refused.choice",
                        Arrays.stream(values()).map(Preset::id).collect(Collectors.joining(", ")),
                        NumberRange.quoted(id)));
    }

    /** The preset that these settings are, whatever their seed: another seed is another draw of the same experiment. */
    public static Optional<Preset> of(TrainSettings settings) {
        return Arrays.stream(values())
                .filter(preset -> preset.settings().withSeed(settings.seed()).equals(settings))
                .findFirst();
    }

    /**
     * What it came to over seeds 1 to 5: the record in {@code assets/presets}, which is what
     * {@code distillery train --preset NAME --seeds 5 --json} printed.
     */
    public Verdict measured() {
        String file = "/assets/presets/" + id() + ".json";
        try (InputStream stream = Objects.requireNonNull(Preset.class.getResourceAsStream(file), file)) {
            return verdict(new JsonMapper().readTree(stream));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The verdict over all seeds of such a record. */
    public static Verdict verdict(JsonNode record) throws IOException {
        JsonMapper mapper = new JsonMapper();
        List<SeedResult> results = new ArrayList<>();
        for (JsonNode seed : record.get("seeds")) {
            results.add(result(mapper, seed));
        }
        return Verdict.over(results);
    }

    private static SeedResult result(JsonMapper mapper, JsonNode seed) throws IOException {
        Map<ArmName, SeedResult.Result> arms = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : seed.properties()) {
            if (field.getValue().isObject()) {
                arms.put(ArmName.of(field.getKey()), mapper.treeToValue(field.getValue(), SeedResult.Result.class));
            }
        }
        return new SeedResult(seed.get("seed").asLong(), arms);
    }

    public TrainSettings settings() {
        return switch (this) {
            case FEW_LABELS -> mnist("784-128-10", 2_000, 60, 3e-3, 64, 8);
            case SMALL_CNN -> smallCnn(MethodSettings.of(MethodKind.HINTON));
            case ALL_LABELS -> mnist("784-128-10", 60_000, 5, 1e-3, 64, 8);
            case TINY_STUDENT -> mnist("784-16-10", 2_000, 60, 3e-3, 64, 20);
            case TOY -> toy(640);
            case HINTON_MNIST -> hinton(mnist("784-800-800-10", 60_000, 10, 1e-3, 128, 20));
            case SEED_0 ->
                weighted(mnist("784-100-10", 60_000, 5, 1e-3, 64, 2), 0.7, 0.3)
                        .withTeacher(new TeacherSettings(
                                TeacherSettings.Source.TRAINED, NetSpec.dense(784, 400, 200, 10), 5, 0, 0, 0));
            case HINTS -> smallCnn(MethodSettings.of(MethodKind.HINT));
            case RELATIONS -> smallCnn(MethodSettings.of(MethodKind.SIMILARITY));
            case ATTENTION -> smallCnn(MethodSettings.of(MethodKind.ATTENTION));
            case BOUNDARIES -> smallCnn(MethodSettings.of(MethodKind.BOUNDARIES));
            case WEIGHTS -> smallCnn(MethodSettings.of(MethodKind.WEIGHTS));
            case PSEUDO_DATA ->
                by(
                        MethodSettings.of(MethodKind.PSEUDO_DATA).with("pseudoPerSample", 16),
                        weighted(mnist("784-128-10", 500, 60, 3e-3, 64, 4), 1, 0));
            case ENSEMBLE -> smallCnn(MethodSettings.of(MethodKind.ENSEMBLE));
            case BORN_AGAIN -> smallCnn(MethodSettings.of(MethodKind.BORN_AGAIN));
            case MUTUAL -> smallCnn(MethodSettings.of(MethodKind.MUTUAL));
            case OWN_TEACHER -> smallCnn(MethodSettings.of(MethodKind.OWN_TEACHER));
            case NETAUG -> smallCnn(MethodSettings.of(MethodKind.NET_AUG));
            case ASSISTANT -> smallCnn(MethodSettings.of(MethodKind.ASSISTANT));
            case MULTI_TASK -> smallCnn(MethodSettings.of(MethodKind.MULTI_TASK));
            case FORGETTING ->
                by(
                        MethodSettings.of(MethodKind.FORGETTING),
                        weighted(mnist("784-128-10", 10_000, 5, 1e-3, 64, 2), 0.5, 0.5));
            case MISSING_THREE -> mnist("784-128-10", 20_000, 6, 3e-3, 64, 20).with(draft -> draft.omitted = Set.of(3));
            case ONLY_SEVEN_AND_EIGHT ->
                mnist("784-128-10", 10_000, 20, 3e-3, 64, 20)
                        .with(draft -> draft.omitted = Set.of(0, 1, 2, 3, 4, 5, 6, 9));
            case PLANE -> plane();
            case SEED_2_EXACTLY -> toy(64);
            case SEED_4 ->
                weighted(mnist("28x28-c4-p2-c8-p2-32-10", 60_000, 5, 1e-3, 64, 5), 0.4, 0.5)
                        .withTeacher(TeacherSettings.shipped(TeacherSettings.CONVOLUTIONAL));
        };
    }

    private static TrainSettings smallCnn(MethodSettings method) {
        return by(
                method,
                mnist("28x28-c4-p2-c8-p2-32-10", 500, 60, 3e-3, 64, 8)
                        .withTeacher(TeacherSettings.shipped(TeacherSettings.CONVOLUTIONAL)));
    }

    private static TrainSettings by(MethodSettings method, TrainSettings settings) {
        return settings.with(draft -> draft.method = method);
    }

    /** With two weights of their own, which need not come to 1. */
    private static TrainSettings weighted(TrainSettings settings, double soft, double hard) {
        LiveHyperparameters knobs = settings.live().knobs();
        return settings.with(
                draft -> draft.live = draft.live.withKnobs(new LiveHyperparameters(knobs.temperature(), soft, hard)));
    }

    private static TrainSettings mnist(
            String student, int images, int epochs, double learningRate, int batch, double temperature) {
        return new TrainSettings(
                TrainSettings.MNIST,
                TeacherSettings.shipped(),
                NetSpec.parse(student),
                Initialisation.HE,
                Optimiser.Adam.standard(),
                MethodSettings.of(MethodKind.HINTON),
                images,
                Set.of(),
                0,
                0.1,
                epochs,
                new LiveSettings(new LiveHyperparameters(temperature, 0.9, 0.1), learningRate, batch),
                EvaluationSet.TEST,
                1);
    }

    /** The paper names dropout, weight constraints and jitter of two pixels, but not how much of the first two. */
    private static TrainSettings hinton(TrainSettings students) {
        return students.withTeacher(
                new TeacherSettings(TeacherSettings.Source.TRAINED, NetSpec.dense(784, 1200, 1200, 10), 20, 0.5, 3, 2));
    }

    /** Fifteen points, a net of three layers, and a teacher that knows thousands of them. */
    private static TrainSettings plane() {
        return new TrainSettings(
                PlaneSettings.FIRST.toString(),
                new TeacherSettings(TeacherSettings.Source.TRAINED, NetSpec.dense(2, 32, 32, 3), 30, 0, 0, 0),
                NetSpec.dense(2, 32, 32, 3),
                Initialisation.HE,
                Optimiser.Adam.standard(),
                MethodSettings.of(MethodKind.HINTON),
                15,
                Set.of(),
                0,
                0.1,
                1_000,
                new LiveSettings(new LiveHyperparameters(4, 0.9, 0.1), 3e-3, 15),
                EvaluationSet.TEST,
                1);
    }

    private static TrainSettings toy(int points) {
        return new TrainSettings(
                TrainSettings.TOY,
                TeacherSettings.untrained(NetSpec.dense(10, 20, 2)),
                NetSpec.dense(10, 10, 2),
                Initialisation.HE,
                Optimiser.Adam.standard(),
                MethodSettings.of(MethodKind.HINTON),
                points,
                Set.of(),
                0,
                0.1,
                100,
                new LiveSettings(new LiveHyperparameters(5, 1, 0), 1e-3, 64),
                EvaluationSet.TEST,
                1);
    }
}
