package distillery.view.train;

import distillery.train.ArmName;
import distillery.train.ArmRole;
import distillery.view.Role;
import distillery.view.Texts;

/** What arms are called, and how they are drawn. */
public final class ArmWords {
    private ArmWords() {}

    /** Its role, and its number where several have the same. */
    public static String of(ArmName arm, Texts texts) {
        String role = texts.get(key(arm.role()));
        return arm.number() == 0 ? role : texts.get("train.arm.numbered", role, arm.number());
    }

    static String key(ArmRole role) {
        return "train.arm." + role.id();
    }

    /** Whether the distilled student is held against it. */
    static boolean isRival(ArmRole role) {
        return switch (role(role)) {
            case LABELS_ONLY, CONTROL, SHUFFLED, RIVAL -> true;
            default -> false;
        };
    }

    public static Role role(ArmRole role) {
        return switch (role) {
            case DISTILLED -> Role.DISTILLED;
            case LABELS_ONLY -> Role.LABELS_ONLY;
            case CONTROL -> Role.CONTROL;
            case SHUFFLED -> Role.SHUFFLED;
            case UNTRAINED, WEIGHTED, NOISE, DIRECT, JOINT -> Role.RIVAL;
            case PEER, GENERATION, MEMBER, ASSISTANT, EXIT, BEFORE -> Role.HELPER;
            case DISTILLED_SECOND -> Role.SECOND_TASK;
            case LABELS_ONLY_SECOND, MEMBER_SECOND -> Role.SECOND_ALONE;
            case ENSEMBLE -> Role.ENSEMBLE;
        };
    }
}
