package distillery.train;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import distillery.method.Knobs;
import distillery.net.Initialisation;
import distillery.net.Layers;
import distillery.net.Optimiser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Experiments worth showing, each measured over seeds: see {@code assets/presets}. */
public enum Preset {
    /** Two thousand labelled digits: here a teacher helps most. */
    FEW_LABELS,
    /** All sixty thousand: the labels say it all, the gain is gone. */
    ALL_LABELS,
    /** A student too small for the teacher's softest words: a high temperature hurts. */
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
                .orElseThrow(() -> new IllegalArgumentException("presets are "
                        + Arrays.stream(values()).map(Preset::id).collect(Collectors.joining(", ")) + "; was " + id));
    }

    /**
     * What it came to over five seeds: the record in {@code assets/presets}, which is what
     * {@code distillery train --preset NAME --seeds 5 --json} printed.
     */
    public Map<Student, Verdict.Spread> measured() {
        String file = "/assets/presets/" + id() + ".json";
        try (InputStream stream = Objects.requireNonNull(Preset.class.getResourceAsStream(file), file)) {
            JsonMapper mapper = new JsonMapper();
            return mapper.convertValue(
                    mapper.readTree(stream).get("errors"), new TypeReference<Map<Student, Verdict.Spread>>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
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
                Layers.parse(student),
                Initialisation.HE,
                Optimiser.Adam.standard(),
                MethodSettings.of(MethodSettings.Kind.HINTON),
                images,
                Set.of(),
                0,
                0.1,
                epochs,
                new LiveSettings(new Knobs(temperature, 0.9, 0.1), learningRate, batch),
                1);
    }

    /** The paper names dropout, weight constraints and jitter of two pixels, but not how much of the first two. */
    private static TrainSettings hinton(TrainSettings students) {
        return students.withTeacher(
                new TeacherSettings(TeacherSettings.Source.TRAINED, Layers.of(784, 1200, 1200, 10), 20, 0.5, 3, 2));
    }

    private static TrainSettings toy() {
        return new TrainSettings(
                TrainSettings.TOY,
                new TeacherSettings(TeacherSettings.Source.UNTRAINED, Layers.of(10, 20, 2), 1, 0, 0, 0),
                Layers.of(10, 10, 2),
                Initialisation.HE,
                Optimiser.Adam.standard(),
                MethodSettings.of(MethodSettings.Kind.HINTON),
                640,
                Set.of(),
                0,
                0.1,
                100,
                new LiveSettings(new Knobs(5, 1, 0), 1e-3, 64),
                1);
    }
}
