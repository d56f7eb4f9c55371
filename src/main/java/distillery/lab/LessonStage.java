package distillery.lab;

import distillery.lesson.Setting;
import distillery.lesson.Stage;
import distillery.lesson.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sets the screens for a step and puts them back: the parts of the set-up that a step touches are, when it is left,
 * exactly as they were before. Going from one step to the next is one change, which undo takes back as one.
 */
final class LessonStage {
    private final List<SetUpPart<?>> parts;
    private final History<?> history;
    private final LessonSettings settings;
    private final Map<Setting, DoubleProperty> sliders;
    private final StringProperty screen;
    private Glide glide = Glide.AT_ONCE;

    /** The parts the step touches, as they were before it. */
    private SetUp before = new SetUp(Map.of());

    /** The screen that was shown before a step showed another; null while none has. */
    private @Nullable String screenBefore;

    /** A stage over these parts and the screen in front; {@code sliders} are the settings that glide. */
    LessonStage(
            List<SetUpPart<?>> parts,
            History<?> history,
            LessonSettings settings,
            Map<Setting, DoubleProperty> sliders,
            StringProperty screen) {
        this.parts = List.copyOf(parts);
        this.history = history;
        this.settings = settings;
        this.sliders = Map.copyOf(sliders);
        this.screen = screen;
    }

    void setGlide(Glide other) {
        glide.finish();
        glide = other;
    }

    /** Ends what is on its way. */
    void finish() {
        glide.finish();
    }

    Value read(Setting setting) {
        return settings.read(SetUp.of(parts), setting);
    }

    /** Leaves the step before, if any, and sets up another. */
    void enter(Stage stage, Runnable arrived) {
        glide.finish();
        stage.screen().ifPresent(this::show);
        history.hold();
        SetUp base = own(SetUp.of(parts));
        Set<String> touched = new HashSet<>();
        stage.set().keySet().forEach(setting -> touched.add(LessonSettings.part(setting)));
        Set<String> changing = new HashSet<>(touched);
        changing.addAll(before.settings().keySet());
        before = only(base, touched);
        apply(settings.with(base, stage.set()), changing, () -> {
            history.release();
            arrived.run();
        });
    }

    /** What the learner's own settings are while these stand on the screens: those that leaving would bring back. */
    SetUp own(SetUp now) {
        return now.under(before);
    }

    /** Puts everything back. */
    void leave() {
        enter(Stage.BARE, () -> {});
        if (screenBefore != null) {
            screen.set(screenBefore);
            screenBefore = null;
        }
    }

    private void show(String wanted) {
        if (screenBefore == null) {
            screenBefore = screen.get();
        }
        screen.set(wanted);
    }

    private void apply(SetUp goal, Set<String> changing, Runnable arrived) {
        List<Glide.Move> moves = new ArrayList<>();
        SetUp start = goal;
        for (Map.Entry<Setting, DoubleProperty> slider : sliders.entrySet()) {
            Setting setting = slider.getKey();
            Value now = Value.of(slider.getValue().get());
            Value wanted = settings.read(goal, setting);
            if (changing.contains(LessonSettings.part(setting)) && !now.equals(wanted)) {
                moves.add(new Glide.Move(
                        slider.getValue(), ((Value.Amount) wanted).number(), setting == Setting.EXPLORE_TEMPERATURE));
                start = settings.with(start, Map.of(setting, now));
            }
        }
        SetUp first = only(start, changing);
        parts.forEach(part -> part.restoreFrom(first));
        glide.start(moves, arrived);
    }

    private static SetUp only(SetUp all, Set<String> names) {
        Map<String, Record> settings = new HashMap<>(all.settings());
        settings.keySet().retainAll(names);
        return new SetUp(settings);
    }
}
