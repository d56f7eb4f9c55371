package distillery.train.archive;

import distillery.data.Refusal;
import distillery.data.Required;
import java.util.List;

/**
 * What a person wrote on a run, the only part of a record that may change later.
 *
 * <p>A text that is too long is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param pinned whether it is to stay in sight
 */
public record RunLabel(String name, String note, List<String> tags, boolean pinned) {
    /** Nothing is written yet. */
    public static final RunLabel NONE = new RunLabel("", "", List.of(), false);

    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_NOTE = 5_000;
    public static final int LONGEST_TAG = 40;
    public static final int MOST_TAGS = 20;

    public RunLabel {
        requireShort("name", Required.nonNull(name, "name"), LONGEST_NAME);
        requireShort("note", Required.nonNull(note, "note"), LONGEST_NOTE);
        tags = List.copyOf(Required.nonNull(tags, "tags"));
        Refusal.unless(tags.size() <= MOST_TAGS, "tags", "refused.count", 0, MOST_TAGS, tags.size());
        tags.forEach(tag -> requireShort("tags", tag, LONGEST_TAG));
    }

    private static void requireShort(String field, String text, int most) {
        int length = text.codePointCount(0, text.length());
        Refusal.unless(length <= most, field, "refused.long", most, length);
    }

    public RunLabel withName(String other) {
        return new RunLabel(other, note, tags, pinned);
    }

    public RunLabel withNote(String other) {
        return new RunLabel(name, other, tags, pinned);
    }

    public RunLabel withTags(List<String> other) {
        return new RunLabel(name, note, other, pinned);
    }

    public RunLabel withPinned(boolean other) {
        return new RunLabel(name, note, tags, other);
    }
}
