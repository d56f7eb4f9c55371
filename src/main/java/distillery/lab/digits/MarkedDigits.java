package distillery.lab.digits;

import java.util.Optional;
import java.util.Set;

/**
 * The only test digits that are looked through. Not kept in files.
 *
 * @param digits their numbers; none for all
 * @param then which cell they were in after an earlier epoch; empty if they were marked on the map
 */
public record MarkedDigits(Set<Integer> digits, Optional<Cell> then) {
    /** All digits are looked through. */
    public static final MarkedDigits NONE = onMap(Set.of());

    /** What was taken for what by a net after an epoch. */
    public record Cell(DigitNet net, int epoch, int label, int taken) {}

    public MarkedDigits {
        digits = Set.copyOf(digits);
    }

    /** Those that somebody drew a rectangle around. */
    public static MarkedDigits onMap(Set<Integer> digits) {
        return new MarkedDigits(digits, Optional.empty());
    }

    /** Whether a digit is looked through. */
    boolean lets(int digit) {
        return digits.isEmpty() || digits.contains(digit);
    }
}
