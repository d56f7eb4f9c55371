package distillery.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.net.NetSpec;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the teacher comes from, and how it is trained if it must be.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param dropout share of its hidden units that drop out of each step
 * @param maxNorm longest a hidden unit's incoming weights may grow, 0 for no limit
 * @param jitter how far its digits are moved, in pixels
 * @param file the weights of {@link Source#FILE}; empty for the others
 */
public record TeacherSettings(
        Source source, NetSpec layers, int epochs, double dropout, double maxNorm, int jitter, String file) {
    /** Where a teacher comes from. */
    public enum Source {
        /** One of the trained nets that come with the program; the other settings only describe it. */
        @JsonProperty("shipped")
        SHIPPED,
        /** Trained on all the training data before the students start. */
        @JsonProperty("trained")
        TRAINED,
        /** Left with its first weights: a random function. */
        @JsonProperty("untrained")
        UNTRAINED,
        /** Weights in a file of a user's own. */
        @JsonProperty("file")
        FILE
    }

    /** The dense net that comes with the program. */
    public static final NetSpec DENSE = NetSpec.dense(784, 800, 800, 10);

    /** The convolutional one. */
    public static final NetSpec CONVOLUTIONAL = NetSpec.parse("28x28-c24-p2-c48-p2-128-10");

    /** All that come with the program. */
    public static final List<NetSpec> SHIPPED_LAYERS = List.of(DENSE, CONVOLUTIONAL);

    public TeacherSettings {
        Required.nonNull(source, "source");
        Required.nonNull(layers, "layers");
        Refusal.unlessBetween(1, 1000, "epochs", epochs);
        Refusal.unlessBetween(0, 0.9, "dropout", dropout);
        Refusal.unlessBetween(0, 100, "maxNorm", maxNorm);
        Refusal.unlessBetween(0, TrainSettings.MOST_JITTER, "jitter", jitter);
        Refusal.unless(
                source != Source.SHIPPED || SHIPPED_LAYERS.contains(layers),
                "layers",
                "refused.shipped",
                SHIPPED_LAYERS.stream().map(NetSpec::toString).collect(Collectors.joining(", ")),
                layers.toString());
        Required.nonNull(file, "file");
        Refusal.unless((source == Source.FILE) != file.isBlank(), "file", "refused.teacher-file");
    }

    /** A teacher that is not read from a file. */
    public TeacherSettings(Source source, NetSpec layers, int epochs, double dropout, double maxNorm, int jitter) {
        this(source, layers, epochs, dropout, maxNorm, jitter, "");
    }

    /** The dense teacher that comes with the program, and how it was made. */
    public static TeacherSettings shipped() {
        return shipped(DENSE);
    }

    /** One of those that come with the program, and how it was made. */
    public static TeacherSettings shipped(NetSpec layers) {
        return new TeacherSettings(Source.SHIPPED, layers, layers.convolutional() ? 20 : 40, 0.3, 0, 2);
    }

    /** The same kind of net, trained here and now. */
    public static TeacherSettings trained(NetSpec layers, int epochs) {
        return new TeacherSettings(Source.TRAINED, layers, epochs, 0.3, 0, 2);
    }

    /** A net of first weights only. */
    public static TeacherSettings untrained(NetSpec layers) {
        return new TeacherSettings(Source.UNTRAINED, layers, 1, 0, 0, 0);
    }

    /** Weights of a net of these layers in a file. */
    public static TeacherSettings ofFile(String file, NetSpec layers) {
        return new TeacherSettings(Source.FILE, layers, 1, 0, 0, 0, file);
    }

    /** The same with other layers. */
    public TeacherSettings with(NetSpec other) {
        return new TeacherSettings(source, other, epochs, dropout, maxNorm, jitter, file);
    }

    /** Whether another seed makes another teacher. */
    boolean isSeeded() {
        return source == Source.TRAINED || source == Source.UNTRAINED;
    }
}
