package distillery.train;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Nets that begin with the same weights and see the same batches in the same order; they differ in what they learn from. */
public enum Student {
    /** From the labels and nothing else. */
    @JsonProperty("labelsOnly")
    LABELS_ONLY,
    /** From the teacher as well. */
    @JsonProperty("distilled")
    DISTILLED,
    /** From smoothed labels: what smoothing with one ε gives, without a teacher. */
    @JsonProperty("control")
    CONTROL
}
