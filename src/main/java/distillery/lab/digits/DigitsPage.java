package distillery.lab.digits;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is shown beside pad and answers. */
public enum DigitsPage {
    /** The test digits. */
    @JsonProperty("browser")
    BROWSER("browser"),
    /** What each net takes the digits of each class for. */
    @JsonProperty("confusion")
    CONFUSION("confusion"),
    /** The mean soft label of each class. */
    @JsonProperty("softLabels")
    SOFT_LABELS("soft-labels"),
    /** What the nets make of the digit on the way to their answer. */
    @JsonProperty("inside")
    INSIDE("inside"),
    /** How the nets' last hidden layers sort the test digits. */
    @JsonProperty("map")
    MAP("map"),
    /** What becomes of a digit that the students never saw. */
    @JsonProperty("missing")
    MISSING("missing");

    private final String id;

    DigitsPage(String id) {
        this.id = id;
    }

    /** Its name in text keys and lessons. */
    public String id() {
        return id;
    }
}
