package distillery.data;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Refuses a null in settings, by the name of its field. */
public final class Required {
    private Required() {}

    /**
     * The value itself.
     *
     * @throws Refusal that names it, if it is null or holds null
     */
    public static <T> T nonNull(@Nullable T value, String name) {
        if (value == null) {
            throw new Refusal(name, "refused.missing");
        }
        if (value instanceof Collection<?> elements && elements.stream().anyMatch(Objects::isNull)) {
            throw new Refusal(name, "refused.missing-one");
        }
        if (value instanceof Map<?, ?> map) {
            nonNull(map.keySet(), name);
            nonNull(map.values(), name);
        }
        return value;
    }
}
