package distillery.data;

import java.util.Optional;

/**
 * A value that settings refuse: the field's name as it stands in files, and what is wrong as a sentence without its
 * subject's name, so that each place can call the field as its reader knows it.
 */
public final class Refusal extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private static final String WHOLE = "refused.whole";

    private final String field;
    private final String key;
    private final transient Object[] more;

    /** {@code more} fills the places {1}, {2}, … of the sentence; {0} is the field. */
    public Refusal(String field, String key, Object... more) {
        this.field = field;
        this.key = key;
        this.more = more.clone();
    }

    /** Refuses for a reason that is said in sentences of its own. */
    public Refusal(String field, Problem reason) {
        this(field, WHOLE, reason);
    }

    /** Whether what is said ends with a remedy and a full stop of its own. */
    boolean isWhole() {
        return key.equals(WHOLE);
    }

    /** The reason, where it is said in sentences of its own, which need no name of the field. */
    public Optional<Problem> reason() {
        return isWhole() && more[0] instanceof Problem reason ? Optional.of(reason) : Optional.empty();
    }

    /** Refuses unless something holds. */
    public static void unless(boolean holds, String field, String key, Object... more) {
        if (!holds) {
            throw new Refusal(field, key, more);
        }
    }

    /** Refuses a number that does not lie between these two, or is none. */
    public static void unlessBetween(double lowest, double highest, String field, double value) {
        if (!(value >= lowest && value <= highest)) { // words are made for those alone that are refused
            throw new Refusal(
                    field,
                    "refused.range",
                    NumberRange.readable(lowest),
                    NumberRange.readable(highest),
                    NumberRange.readable(value));
        }
    }

    /** Refuses a share: a number that is not at least 0 and below 1. */
    public static void unlessShare(String field, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new Refusal(field, "refused.share", NumberRange.readable(value));
        }
    }

    /** The field's name in files. */
    public String field() {
        return field;
    }

    /** The sentence in the words of the window. */
    public Problem problem() {
        return of(FieldName.spoken(field));
    }

    /** The sentence of the field by another name, a text or a problem. */
    public Problem of(Object name) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = name;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return new Problem(this, key, arguments);
    }

    @Override
    public String getMessage() {
        return of(field).getMessage();
    }
}
