package distillery.train;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which digits that nobody learns from show how an arm does. */
public enum EvaluationSet {
    /** The test samples: for results. */
    @JsonProperty("test")
    TEST,
    /** Training samples {@linkplain distillery.data.HeldOut held out}: for choosing settings. */
    @JsonProperty("heldOut")
    HELD_OUT;

    /** Its name in text keys: {@code held-out}. */
    public String id() {
        return this == TEST ? "test" : "held-out";
    }
}
