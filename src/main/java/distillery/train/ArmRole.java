package distillery.train;

/** What an arm is there for; it decides how the arm is drawn. */
public enum ArmRole {
    /** Learns from the labels and nothing else. */
    LABELS_ONLY("labelsOnly"),
    /** Learns from a teacher as well. */
    DISTILLED("distilled"),
    /** Learns from smoothed labels: what smoothing with one ε gives, without a teacher. */
    CONTROL("control"),
    /** Learns from the teacher's soft labels with the shares of the wrong classes exchanged: as soft, but without knowledge. */
    SHUFFLED("shuffled"),
    /** Looks inside a net like the teacher that has learned nothing. */
    UNTRAINED("untrained"),
    /** Learns from the labels of samples that its teacher is sure of more than from others. */
    WEIGHTED("weighted"),
    /** Learns from noise what the distilled student learns from samples without labels. */
    NOISE("noise"),
    /** Learns from the teacher's soft labels and nothing more: no assistant in between, no samples without labels. */
    DIRECT("direct"),
    /** Learns all classes together where others learn them one half after the other. */
    JOINT("joint"),
    /** Learns the first half of the classes, which others then go on from. */
    BEFORE("before"),
    /** Learns at the same time as others who learn from it. */
    PEER("peer"),
    /** Learns from the one that was trained before it; the one without a number from labels only. */
    GENERATION("generation"),
    /** Learns from labels only, to be one teacher of several. */
    MEMBER("member"),
    /** Learns from the teacher, to teach the student. */
    ASSISTANT("assistant"),
    /** LabelledLogits for a student before its last layer. */
    EXIT("exit"),
    /** What the distilled student says to the second of two tasks. */
    DISTILLED_SECOND("distilledSecond"),
    /** What a student of both tasks from labels only says to the second. */
    LABELS_ONLY_SECOND("labelsOnlySecond"),
    /** What a net that learned the second task alone says to it. */
    MEMBER_SECOND("memberSecond"),
    /** Learns nothing: the mean of what several others say. */
    ENSEMBLE("ensemble");

    private final String id;

    ArmRole(String id) {
        this.id = id;
    }

    /** Whether it learns so that the distilled student can learn from it. */
    boolean teaches() {
        return this == PEER || this == GENERATION || this == MEMBER || this == BEFORE || this == ASSISTANT;
    }

    /** Whether it answers the second of two tasks. */
    boolean answersSecond() {
        return this == DISTILLED_SECOND || this == LABELS_ONLY_SECOND || this == MEMBER_SECOND;
    }

    /** What the second head of an arm of this role is called. */
    ArmRole second() {
        return switch (this) {
            case DISTILLED -> DISTILLED_SECOND;
            case LABELS_ONLY -> LABELS_ONLY_SECOND;
            case MEMBER -> MEMBER_SECOND;
            default -> throw new IllegalStateException(this + " has no second task");
        };
    }

    /** Its name in files, tables and text keys. */
    public String id() {
        return id;
    }
}
