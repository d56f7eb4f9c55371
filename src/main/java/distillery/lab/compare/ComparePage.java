package distillery.lab.compare;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is shown beside the table of runs. */
public enum ComparePage {
    /** Curves of the chosen runs. */
    @JsonProperty("curves")
    CURVES("curves"),
    /** The map of a sweep. */
    @JsonProperty("map")
    MAP("map"),
    /** What the nets of the Train screen cost and are worth. */
    @JsonProperty("cost")
    COST("cost");

    private final String id;

    ComparePage(String id) {
        this.id = id;
    }

    /** Its name in text keys. */
    public String id() {
        return id;
    }
}
