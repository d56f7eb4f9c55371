package distillery.view.lessons;

import distillery.lab.Appearance;
import distillery.lab.Look;
import distillery.lesson.LessonStep;
import distillery.lesson.Target;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Presenter mode: the projector's look, large type, a clock, and of the screen only what is to be looked at. Leaving
 * restores look and size.
 */
final class Presenter {
    private static final double LARGER = 1.5;

    private final Appearance appearance;
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper(this, "active");
    private final ObjectProperty<Set<Target>> only = new SimpleObjectProperty<>(this, "only", Set.of());
    private final StringProperty elapsed = new SimpleStringProperty(this, "elapsed", "0:00");
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), tick -> tick()));
    private long startedAt;
    private Look lookBefore = Look.LIGHT;
    private double textBefore = 1;

    Presenter(Appearance appearance) {
        this.appearance = appearance;
        clock.setCycleCount(Animation.INDEFINITE);
    }

    ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    /** What is shown alone where no lesson says so; empty for the whole screen. */
    ObjectProperty<Set<Target>> onlyProperty() {
        return only;
    }

    /** What a class looks at, by the step or without one by choice; empty for everything. */
    ObservableValue<Set<Target>> shown(ObservableValue<@Nullable LessonStep> step) {
        return Bindings.createObjectBinding(
                () -> {
                    LessonStep now = step.getValue();
                    return !active.get() ? Set.of() : now == null ? only.get() : Subject.of(now);
                },
                active,
                only,
                step);
    }

    /** Minutes and seconds since presenting began: {@code 3:07}. */
    ObservableValue<String> elapsed() {
        return elapsed;
    }

    void enterOrLeave() {
        if (active.get()) {
            leave();
        } else {
            lookBefore = appearance.lookProperty().get();
            textBefore = appearance.textScaleProperty().get();
            appearance.lookProperty().set(Look.PROJECTOR);
            appearance.textScaleProperty().set(Math.max(LARGER, textBefore)); // larger still would leave no room
            startedAt = System.nanoTime();
            tick();
            clock.play();
            active.set(true);
        }
    }

    void leave() {
        if (active.get()) {
            clock.stop();
            active.set(false);
            appearance.lookProperty().set(lookBefore);
            appearance.textScaleProperty().set(textBefore);
        }
    }

    /** The look that is the user's own choice, whoever presents meanwhile. */
    Look ownLook() {
        return active.get() ? lookBefore : appearance.lookProperty().get();
    }

    /** The same for the size of the text. */
    double ownTextScale() {
        return active.get() ? textBefore : appearance.textScaleProperty().get();
    }

    /**
     * A presenter's own keys work wherever the focus is, unless something covers the dock: a remote control has no
     * others.
     */
    void listenAround(Node dock, Runnable previous, Runnable next) {
        Map<KeyCode, Runnable> ways =
                Map.of(KeyCode.PAGE_UP, previous, KeyCode.PAGE_DOWN, next, KeyCode.ESCAPE, this::leave);
        EventHandler<KeyEvent> steer = key -> {
            Runnable way = ways.get(key.getCode());
            if (way != null && active.get() && !dock.isDisabled() && !key.isShortcutDown()) {
                way.run();
                key.consume();
            }
        };
        dock.sceneProperty().addListener((property, before, now) -> {
            if (now != null) {
                now.addEventFilter(KeyEvent.KEY_PRESSED, steer);
            }
        });
    }

    private void tick() {
        long seconds = (System.nanoTime() - startedAt) / 1_000_000_000;
        elapsed.set(String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60));
    }
}
