package distillery.lab.lessons;

import distillery.lab.example.ExampleKind;
import distillery.lab.setup.History;
import distillery.lab.setup.LessonWords;
import distillery.lab.setup.SetUp;
import distillery.lab.setup.SetUpPart;
import distillery.lesson.Setting;
import distillery.lesson.StepSetup;
import distillery.lesson.Value;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sets the screens for a step and puts them back: the parts of the set-up that a step touches are, when it is left,
 * exactly as they were before. Going from one step to the next is one change, which undo takes back as one.
 */
final class StepSetupRunner {
    private final List<SetUpPart<?>> parts;
    private final History<?> history;
    private final LessonSettings settings;
    private final StringProperty screen;
    private ValueTransition glide = ValueTransition.AT_ONCE;

    /** The parts the step touches, as they were before it. */
    private SetUp before = new SetUp(Map.of());

    /** The screen that was shown before a step showed another; null while none has. */
    private @Nullable String screenBefore;

    /** A runner for these parts and the screen in front. */
    StepSetupRunner(List<SetUpPart<?>> parts, History<?> history, LessonSettings settings, StringProperty screen) {
        this.parts = List.copyOf(parts);
        this.history = history;
        this.settings = settings;
        this.screen = screen;
    }

    void setGlide(ValueTransition other) {
        glide.finish();
        glide = other;
    }

    /** Ends the transition in progress. */
    void finish() {
        glide.finish();
    }

    Value read(Setting setting) {
        return settings.read(SetUp.of(parts), setting);
    }

    /** Leaves the step before, if any, and sets up another. */
    void enter(StepSetup stage, Runnable arrived) {
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
        enter(StepSetup.BARE, () -> {});
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

    /** Changes settings gradually where there is a path to their value, all others at once. */
    private void apply(SetUp goal, Set<String> changing, Runnable arrived) {
        SetUp now = SetUp.of(parts);
        List<Interpolation> ways = settings.wired().stream()
                .filter(setting -> changing.contains(LessonSettings.part(setting)) && mayTravel(setting, goal))
                .flatMap(setting ->
                        Interpolation.of(setting, settings.read(now, setting), settings.read(goal, setting)).stream())
                .toList();
        Set<String> travelling =
                ways.stream().map(way -> LessonSettings.part(way.setting())).collect(Collectors.toSet());
        restore(at(goal, ways, 0), changing);
        if (ways.isEmpty()) {
            arrived.run();
        } else {
            glide.start(share -> restore(at(goal, ways, share), travelling), arrived);
        }
    }

    /** Not so an included example: with other logits it would be the user's own in between. */
    private boolean mayTravel(Setting setting, SetUp goal) {
        boolean own = settings.read(goal, Setting.EXPLORE_EXAMPLE).equals(LessonWords.word(ExampleKind.OWN));
        return own || (setting != Setting.EXPLORE_TEACHER && setting != Setting.EXPLORE_STUDENT);
    }

    private SetUp at(SetUp goal, List<Interpolation> ways, double share) {
        Map<Setting, Value> there = new EnumMap<>(Setting.class);
        ways.forEach(way -> there.put(way.setting(), way.at(share)));
        return share < 1 ? settings.with(goal, there) : goal;
    }

    private void restore(SetUp setUp, Set<String> names) {
        SetUp wanted = only(setUp, names);
        parts.forEach(part -> part.restoreFrom(wanted));
    }

    private static SetUp only(SetUp all, Set<String> names) {
        Map<String, Record> settings = new HashMap<>(all.settings());
        settings.keySet().retainAll(names);
        return new SetUp(settings);
    }
}
