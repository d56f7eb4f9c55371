package distillery.view.lessons;

import distillery.lesson.Target;
import distillery.view.LessonAnchors;
import distillery.view.Texts;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * While presenting without a lesson: the parts of the screen in front, to show only some of them. Each screen begins with
 * its main picture and what moves it, and keeps what was chosen as long as the program runs.
 */
final class PartsBar extends VBox {
    /** What a screen is first of all: its main picture and what one changes it with. */
    private static final Set<Target> MAIN = Set.copyOf(EnumSet.of(
            Target.EXPLORE_BARS,
            Target.EXPLORE_TEMPERATURE,
            Target.LOSS_ARROWS,
            Target.TRAIN_ACCURACY,
            Target.TRAIN_VERDICT,
            Target.TRAIN_RUN));

    private final FlowPane buttons = new FlowPane();
    private final ToggleButton everything = new ToggleButton();
    private final ObservableValue<? extends @Nullable Node> screen;
    private final ObjectProperty<Set<Target>> only;
    private final Texts texts;
    private final Map<Node, PartsChoice> choices = new HashMap<>();
    private PartsChoice choice = new PartsChoice(Set.of(), true);

    /** The chosen parts, and whether for now all the others are shown, too. */
    private record PartsChoice(Set<Target> parts, boolean all) {
        private PartsChoice with(Target target) {
            Set<Target> now = all ? new LinkedHashSet<>() : new LinkedHashSet<>(parts);
            if (!now.remove(target)) {
                now.add(target);
            }
            return now.isEmpty() ? new PartsChoice(parts, true) : new PartsChoice(now, false);
        }

        private PartsChoice other() {
            return new PartsChoice(parts, parts.isEmpty() || !all);
        }

        private Set<Target> alone() {
            return all ? Set.of() : parts;
        }
    }

    /** @param only what is shown alone; empty for the whole screen */
    PartsBar(ObservableValue<? extends @Nullable Node> screen, ObjectProperty<Set<Target>> only, Texts texts) {
        this.screen = screen;
        this.only = only;
        this.texts = texts;
        setId("lessons-parts");
        getStyleClass().add("parts-bar");
        buttons.getStyleClass().add("buttons");
        everything.setId("lessons-only-all");
        everything.textProperty().bind(texts.text("lessons.only.all"));
        everything.setTooltip(Labels.tooltip(texts, "lessons.only.keys"));
        everything.setMinWidth(USE_PREF_SIZE);
        everything.setOnAction(press -> showAllOrChosen());
        Label what = Labels.wrapped(texts.text("lessons.only"), "quiet");
        getChildren().setAll(what, buttons);
        screen.addListener((property, before, now) -> fill());
        fill();
    }

    /** Shows the whole screen, or again only what was chosen on it. */
    void showAllOrChosen() {
        choose(choice.other());
    }

    private void fill() {
        buttons.getChildren().clear();
        Node front = screen.getValue();
        if (front == null) {
            only.set(Set.of());
            return;
        }
        Set<Target> there = EnumSet.allOf(Target.class);
        there.removeIf(target -> LessonAnchors.parts(front, Set.of(target)).isEmpty());
        there.forEach(target -> buttons.getChildren().add(button(target)));
        buttons.getChildren().add(everything);
        there.retainAll(MAIN);
        choose(choices.getOrDefault(front, new PartsChoice(there, there.isEmpty())));
    }

    private void choose(PartsChoice now) {
        choice = now;
        Node front = screen.getValue();
        if (front != null) {
            choices.put(front, now);
        }
        only.set(now.alone());
        everything.setSelected(now.all());
        buttons.getChildren().stream().filter(button -> button != everything).forEach(button -> ((ToggleButton) button)
                .setSelected(now.alone().contains((Target) button.getUserData())));
    }

    private ToggleButton button(Target target) {
        ToggleButton button = new ToggleButton();
        button.setId("lessons-only-" + target.id().replace('.', '-'));
        button.textProperty().bind(texts.text("lessons.part." + target.id()));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(press -> choose(choice.with(target)));
        button.setUserData(target);
        return button;
    }
}
