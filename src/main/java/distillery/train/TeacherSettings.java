package distillery.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.net.NetSpec;

/**
 * Where the teacher comes from, and how it is trained if it must be.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param dropout share of its hidden units that drop out of each step
 * @param maxNorm longest a hidden unit's incoming weights may grow, 0 for no limit
 * @param jitter how far its digits are moved, in pixels
 */
public record TeacherSettings(Source source, NetSpec layers, int epochs, double dropout, double maxNorm, int jitter) {
    /** Where a teacher comes from. */
    public enum Source {
        /** The trained net that comes with the program; the other settings only describe it. */
        @JsonProperty("shipped")
        SHIPPED,
        /** Trained on all the training data before the students start. */
        @JsonProperty("trained")
        TRAINED,
        /** Left as it was born: a random function. */
        @JsonProperty("untrained")
        UNTRAINED
    }

    public static final NetSpec SHIPPED_LAYERS = NetSpec.dense(784, 800, 800, 10);

    public TeacherSettings {
        Required.nonNull(source, "source");
        Required.nonNull(layers, "layers");
        Refusal.unlessBetween(1, 1000, "epochs", epochs);
        Refusal.unlessBetween(0, 0.9, "dropout", dropout);
        Refusal.unlessBetween(0, 100, "maxNorm", maxNorm);
        Refusal.unlessBetween(0, TrainSettings.MOST_JITTER, "jitter", jitter);
        Refusal.unless(
                source != Source.SHIPPED || layers.equals(SHIPPED_LAYERS),
                "layers",
                "refused.shipped",
                SHIPPED_LAYERS.toString(),
                layers.toString());
    }

    /** The teacher on board, and how it was made. */
    public static TeacherSettings shipped() {
        return new TeacherSettings(Source.SHIPPED, SHIPPED_LAYERS, 40, 0.3, 0, 2);
    }

    /** The same kind of net, trained here and now. */
    public static TeacherSettings trained(NetSpec layers, int epochs) {
        return new TeacherSettings(Source.TRAINED, layers, epochs, 0.3, 0, 2);
    }
}
