package distillery.lab.setup;

import distillery.data.Required;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The settings of all screens at one moment, by the name of the part; a part may be absent. */
public record SetUp(Map<String, Record> settings) {

    public SetUp {
        settings = Map.copyOf(Required.nonNull(settings, "settings"));
    }

    public static SetUp of(List<SetUpPart<?>> parts) {
        Map<String, Record> settings = new LinkedHashMap<>();
        parts.forEach(part -> settings.put(part.name(), part.snapshot().get()));
        return new SetUp(settings);
    }

    /** These settings, with the parts of another in place of mine. */
    public SetUp under(SetUp other) {
        Map<String, Record> both = new LinkedHashMap<>(settings);
        both.putAll(other.settings);
        return new SetUp(both);
    }

    /**
     * The names of the settings that differ: {@code explore.temperature}, {@code train.settings.live.batchSize}. Inside
     * settings of two kinds, such as two optimisers, nothing is told apart.
     */
    public Set<String> differences(SetUp other) {
        Set<String> names = new TreeSet<>();
        settings.forEach((part, mine) -> differences(part, mine, other.settings.get(part), names));
        return names;
    }

    private static void differences(String name, @Nullable Object mine, @Nullable Object theirs, Set<String> names) {
        if (Objects.equals(mine, theirs)) {
            return;
        }
        if (!(mine instanceof Record) || theirs == null || mine.getClass() != theirs.getClass()) {
            names.add(name);
            return;
        }
        for (RecordComponent component : mine.getClass().getRecordComponents()) {
            differences(name + "." + component.getName(), value(mine, component), value(theirs, component), names);
        }
    }

    private static @Nullable Object value(Object settings, RecordComponent component) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("settings must be public records: " + settings.getClass(), e);
        }
    }
}
