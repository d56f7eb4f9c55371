package distillery.train;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The twins: born with the same weights, shown the same batches in the same order, they differ in what they hear. */
public enum Student {
    /** Hears the labels and nothing else. */
    @JsonProperty("labelsOnly")
    LABELS_ONLY,
    /** Hears the teacher as well. */
    @JsonProperty("distilled")
    DISTILLED,
    /** Hears labels softened without any knowledge (label smoothing): what softness alone buys. */
    @JsonProperty("control")
    CONTROL
}
