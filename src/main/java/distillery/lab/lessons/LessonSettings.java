package distillery.lab.lessons;

import distillery.lab.setup.LabScreen;
import distillery.lab.setup.LessonSetting;
import distillery.lab.setup.SetUp;
import distillery.lab.setup.SetUpPart;
import distillery.lesson.Setting;
import distillery.lesson.Value;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The settings that lessons can set, bound to the part of the set-up that holds them. */
final class LessonSettings {
    private final Map<Setting, Wire<?>> wires = new EnumMap<>(Setting.class);

    /** One setting within one part. */
    private record Wire<S extends Record>(SetUpPart<S> part, LessonSetting<S> setting) {
        Value readFrom(SetUp setUp) {
            return setting.read().apply(settings(setUp));
        }

        SetUp writtenTo(SetUp setUp, Value value) {
            Map<String, Record> all = new HashMap<>(setUp.settings());
            all.put(part.name(), setting.write().apply(settings(setUp), value));
            return new SetUp(all);
        }

        boolean isIn(SetUp setUp) {
            return setUp.settings().containsKey(part.name());
        }

        private S settings(SetUp setUp) {
            return part.type().cast(Objects.requireNonNull(setUp.settings().get(part.name()), part.name()));
        }
    }

    /** Binds all that these screens register. */
    LessonSettings(List<LabScreen<?>> screens) {
        screens.forEach(this::wire);
    }

    private <S extends Record> void wire(LabScreen<S> screen) {
        SetUpPart<S> part = screen.part();
        screen.settings().forEach((setting, either) -> wires.put(setting, new Wire<>(part, either)));
    }

    /** What it is now; an empty word where its screen is not there. */
    Value read(SetUp setUp, Setting setting) {
        Wire<?> wire = wires.get(setting);
        return wire == null || !wire.isIn(setUp) ? Value.of("") : wire.readFrom(setUp);
    }

    /** The set-up with these values in place, as far as their screens are there. */
    SetUp with(SetUp setUp, Map<Setting, Value> values) {
        SetUp changed = setUp;
        for (Map.Entry<Setting, Value> each : values.entrySet()) {
            Wire<?> wire = wires.get(each.getKey());
            changed = wire == null || !wire.isIn(setUp) ? changed : wire.writtenTo(changed, each.getValue());
        }
        return changed;
    }

    /** The name of the part that holds a setting: its screen's. */
    static String part(Setting setting) {
        return setting.id().substring(0, setting.id().indexOf('.'));
    }

    Set<Setting> wired() {
        return wires.keySet();
    }
}
