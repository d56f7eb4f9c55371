package distillery.lab.digits;

import com.fasterxml.jackson.annotation.JsonProperty;
import distillery.train.IncludedNets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the nets come from that are asked about digits. */
public enum NetSource {
    /** Dense nets that come with the program. */
    @JsonProperty("dense")
    DENSE("dense", IncludedNets.DENSE),
    /** Convolutional nets that come with the program. */
    @JsonProperty("convolutional")
    CONVOLUTIONAL("convolutional", IncludedNets.CONVOLUTIONAL),
    /** Those of the run on the Train screen, as they are at the moment. */
    @JsonProperty("run")
    RUN("run", null),
    /** Those of {@link NetFiles}. */
    @JsonProperty("files")
    FILES("files", null);

    private final String id;
    private final Optional<IncludedNets> included;

    NetSource(String id, @Nullable IncludedNets included) {
        this.id = id;
        this.included = Optional.ofNullable(included);
    }

    /** Its name in text keys and lessons. */
    public String id() {
        return id;
    }

    /** The nets of the program; empty if they are another's. */
    Optional<IncludedNets> included() {
        return included;
    }
}
