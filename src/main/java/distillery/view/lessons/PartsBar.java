package distillery.view.lessons;

import distillery.lesson.Target;
import distillery.view.LessonAnchors;
import distillery.view.Texts;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** While presenting without a lesson: the parts of the screen in front, to show only some of them. */
final class PartsBar extends VBox {
    private final FlowPane parts = new FlowPane();
    private final ObservableValue<? extends @Nullable Node> screen;
    private final ObjectProperty<Set<Target>> only;
    private final Texts texts;

    /** @param only what is shown alone; empty for the whole screen */
    PartsBar(ObservableValue<? extends @Nullable Node> screen, ObjectProperty<Set<Target>> only, Texts texts) {
        this.screen = screen;
        this.only = only;
        this.texts = texts;
        setId("lessons-parts");
        getStyleClass().add("parts-bar");
        parts.getStyleClass().add("buttons");
        Label what = Labels.wrapped(texts.text("lessons.only"), "quiet");
        getChildren().setAll(what, parts);
        screen.addListener((property, before, now) -> fill());
        only.addListener((property, before, now) -> parts.getChildren()
                .forEach(button -> ((ToggleButton) button).setSelected(now.contains((Target) button.getUserData()))));
        fill();
    }

    private void fill() {
        only.set(Set.of());
        parts.getChildren().clear();
        Node front = screen.getValue();
        if (front == null) {
            return;
        }
        Set<Target> there = new LinkedHashSet<>();
        for (Target target : EnumSet.allOf(Target.class)) {
            if (!LessonAnchors.parts(front, Set.of(target)).isEmpty()) {
                there.add(target);
            }
        }
        there.forEach(target -> parts.getChildren().add(button(target)));
    }

    private ToggleButton button(Target target) {
        ToggleButton button = new ToggleButton();
        button.setId("lessons-only-" + target.id().replace('.', '-'));
        button.textProperty().bind(texts.text("lessons.part." + target.id()));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(press -> {
            Set<Target> now = new LinkedHashSet<>(only.get());
            if (!now.remove(target)) {
                now.add(target);
            }
            only.set(now);
        });
        button.setUserData(target);
        return button;
    }
}
