package distillery.train;

/** What an arm is there for; it decides how the arm is drawn. */
public enum ArmRole {
    /** Learns from the labels and nothing else. */
    LABELS_ONLY("labelsOnly"),
    /** Learns from the teacher as well. */
    DISTILLED("distilled"),
    /** Learns from smoothed labels: what smoothing with one ε gives, without a teacher. */
    CONTROL("control"),
    /** Learns from the teacher's soft labels with the shares of the wrong classes exchanged: as soft, but without knowledge. */
    SHUFFLED("shuffled"),
    /** Learns at the same time as others who learn from it. */
    PEER("peer"),
    /** Learns from the one that was trained before it. */
    GENERATION("generation");

    private final String id;

    ArmRole(String id) {
        this.id = id;
    }

    /** Its name in files, tables and text keys. */
    public String id() {
        return id;
    }
}
