package distillery.lab.digits;

import com.fasterxml.jackson.annotation.JsonProperty;
import distillery.data.MnistFraming;

/** How a drawing becomes what a net sees. */
public enum Framing {
    /** Scaled and centred as the digits were that nets have learned from. */
    @JsonProperty("asMnist")
    AS_MNIST("as-mnist"),
    /** As it lies on the pad. */
    @JsonProperty("asDrawn")
    AS_DRAWN("as-drawn");

    private final String id;

    Framing(String id) {
        this.id = id;
    }

    /** Its name in text keys and lessons. */
    public String id() {
        return id;
    }

    /** The 28 × 28 pixels that nets see of an image of ink. */
    float[] apply(InkImage image) {
        return this == AS_MNIST
                ? MnistFraming.centred(image.ink(), InkImage.SIDE)
                : MnistFraming.scaled(image.ink(), InkImage.SIDE);
    }
}
