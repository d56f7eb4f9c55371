package distillery.train;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an arm is called, everywhere: its role, and a number where several have the same ({@code distilled}, {@code peer2}).
 *
 * @param number from 1; 0 for the only one of its role
 */
public record ArmName(ArmRole role, int number) implements Comparable<ArmName> {
    public static final ArmName LABELS_ONLY = new ArmName(ArmRole.LABELS_ONLY);
    public static final ArmName DISTILLED = new ArmName(ArmRole.DISTILLED);
    public static final ArmName CONTROL = new ArmName(ArmRole.CONTROL);
    public static final ArmName SHUFFLED = new ArmName(ArmRole.SHUFFLED);
    public static final ArmName UNTRAINED = new ArmName(ArmRole.UNTRAINED);
    public static final ArmName WEIGHTED = new ArmName(ArmRole.WEIGHTED);
    public static final ArmName NOISE = new ArmName(ArmRole.NOISE);
    public static final ArmName DIRECT = new ArmName(ArmRole.DIRECT);
    public static final ArmName BEFORE = new ArmName(ArmRole.BEFORE);
    public static final ArmName JOINT = new ArmName(ArmRole.JOINT);
    public static final ArmName ASSISTANT = new ArmName(ArmRole.ASSISTANT);
    public static final ArmName ENSEMBLE = new ArmName(ArmRole.ENSEMBLE);

    /** Those of the classic cast. */
    public static final List<ArmName> CLASSIC = List.of(LABELS_ONLY, DISTILLED, CONTROL, SHUFFLED);

    private static final Pattern SPELLED = Pattern.compile("(\\D+)(\\d{0,4})");
    private static final Comparator<ArmName> ORDER =
            Comparator.comparing(ArmName::role).thenComparing(ArmName::number);

    /** The only one of its role. */
    public ArmName(ArmRole role) {
        this(role, 0);
    }

    /** Reads what {@link #toString} writes. */
    @JsonCreator
    public static ArmName of(String spelled) {
        Matcher parts = SPELLED.matcher(spelled);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no arm is called " + spelled);
        }
        ArmRole role = Arrays.stream(ArmRole.values())
                .filter(each -> each.id().equals(parts.group(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no arm is called " + spelled));
        return new ArmName(role, parts.group(2).isEmpty() ? 0 : Integer.parseInt(parts.group(2)));
    }

    @Override
    public int compareTo(ArmName other) {
        return ORDER.compare(this, other);
    }

    @Override
    @JsonValue
    public String toString() {
        return role.id() + (number == 0 ? "" : number);
    }
}
