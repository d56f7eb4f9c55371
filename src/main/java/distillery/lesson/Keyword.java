package distillery.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A keyword of lesson files: an enum constant and how files spell it. */
public interface Keyword {
    /** The constant: {@code EXPLORE_SOFT_WEIGHT}. */
    String name();

    /** The same in a file, screen first: {@code explore.soft-weight}. */
    default String id() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }

    /** The one among these that a file spells so. */
    static <N extends Keyword> Optional<N> find(List<N> names, String id) {
        return names.stream().filter(name -> name.id().equals(id)).findFirst();
    }

    /** How files spell these. */
    static List<String> ids(Keyword... names) {
        return Arrays.stream(names).map(Keyword::id).toList();
    }
}
