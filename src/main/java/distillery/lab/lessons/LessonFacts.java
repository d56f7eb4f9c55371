package distillery.lab.lessons;

import distillery.lab.setup.LabScreen;
import distillery.lesson.Fact;
import distillery.lesson.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/** The quantities besides settings that lessons can observe: all that the screens register, and which of them is in front. */
final class LessonFacts {
    private final Map<Fact, Supplier<Value>> wires = new EnumMap<>(Fact.class);
    private final List<ObservableValue<?>> causes = new ArrayList<>();
    private final List<LabScreen<?>> screens;

    LessonFacts(ObservableValue<String> front, List<LabScreen<?>> screens) {
        this.screens = List.copyOf(screens);
        wires.put(Fact.SCREEN, () -> Value.of(front.getValue()));
        causes.add(front);
        for (LabScreen<?> screen : screens) {
            wires.putAll(screen.facts());
            causes.addAll(screen.causes());
        }
    }

    Value read(Fact fact) {
        return Objects.requireNonNull(wires.get(fact), fact::id).get();
    }

    /** Another step begins. */
    void begin() {
        screens.forEach(LabScreen::begin);
    }

    /** What was asked for is reached. */
    void rest() {
        screens.forEach(LabScreen::rest);
    }

    /** What changes when a fact does, besides the settings. */
    List<ObservableValue<?>> causes() {
        return causes;
    }

    Set<Fact> wired() {
        return wires.keySet();
    }
}
