package distillery.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import distillery.data.NumberRange;
import distillery.data.Refusal;
import distillery.method.LiveHyperparameters;
import distillery.net.Initialisation;
import distillery.net.NetSpec;
import distillery.net.Optimiser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Experiments worth showing, each measured over seeds: see {@code assets/presets}. They were chosen with the test
 * samples on which they are measured, so their figures are a little too good.
 */
public enum Preset {
    /** Two thousand labelled digits: a teacher saves about a third of the errors. */
    FEW_LABELS,
    /** All sixty thousand: five seeds do not decide whether a teacher helps, and smoothed labels do better. */
    ALL_LABELS,
    /** A very small student and a high temperature: weak evidence that distillation does harm. */
    TINY_STUDENT,
    /** A random function to copy: no digits, no images, done in a second. */
    TOY,
    /** The nets and the temperature of Hinton, Vinyals and Dean (2015), section 3. */
    HINTON_MNIST;

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
        Map<Student, SeedResult.Result> students = new EnumMap<>(Student.class);
        for (Student student : Student.values()) {
            JsonNode result = seed.get(mapper.convertValue(student, String.class));
            students.put(student, mapper.treeToValue(result, SeedResult.Result.class));
        }
        return new SeedResult(seed.get("seed").asLong(), students);
    }

    public TrainSettings settings() {
        return switch (this) {
            case FEW_LABELS -> mnist("784-128-10", 2_000, 60, 3e-3, 64, 8);
            case ALL_LABELS -> mnist("784-128-10", 60_000, 5, 1e-3, 64, 8);
            case TINY_STUDENT -> mnist("784-16-10", 2_000, 60, 3e-3, 64, 20);
            case TOY -> toy();
            case HINTON_MNIST -> hinton(mnist("784-800-800-10", 60_000, 10, 1e-3, 128, 20));
        };
    }

    private static TrainSettings mnist(
            String student, int images, int epochs, double learningRate, int batch, double temperature) {
        return new TrainSettings(
                TrainSettings.MNIST,
                TeacherSettings.shipped(),
                NetSpec.parse(student),
                Initialisation.HE,
                Optimiser.Adam.standard(),
                MethodSettings.of(MethodSettings.Kind.HINTON),
                images,
                Set.of(),
                0,
                0.1,
                epochs,
                new LiveSettings(new LiveHyperparameters(temperature, 0.9, 0.1), learningRate, batch),
                1);
    }

    /** The paper names dropout, weight constraints and jitter of two pixels, but not how much of the first two. */
    private static TrainSettings hinton(TrainSettings students) {
        return students.withTeacher(
                new TeacherSettings(TeacherSettings.Source.TRAINED, NetSpec.dense(784, 1200, 1200, 10), 20, 0.5, 3, 2));
    }

    private static TrainSettings toy() {
        return new TrainSettings(
                TrainSettings.TOY,
                new TeacherSettings(TeacherSettings.Source.UNTRAINED, NetSpec.dense(10, 20, 2), 1, 0, 0, 0),
                NetSpec.dense(10, 10, 2),
                Initialisation.HE,
                Optimiser.Adam.standard(),
                MethodSettings.of(MethodSettings.Kind.HINTON),
                640,
                Set.of(),
                0,
                0.1,
                100,
                new LiveSettings(new LiveHyperparameters(5, 1, 0), 1e-3, 64),
                1);
    }
}
