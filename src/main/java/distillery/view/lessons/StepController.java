package distillery.view.lessons;

import distillery.lab.lessons.LessonModel;
import distillery.lab.lessons.Staging;
import distillery.lesson.LessonStep;
import distillery.lesson.Prediction;
import distillery.lesson.Target;
import distillery.view.Drawer;
import distillery.view.Focus;
import distillery.view.LessonAnchors;
import distillery.view.Scroller;
import distillery.view.Texts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Applies a step to the screen in front: locks, hides, highlights, and scrolls into view. What it changed on another
 * screen, it reverts.
 */
final class StepController {
    private static final List<EventType<? extends InputEvent>> DEEDS =
            List.of(KeyEvent.KEY_PRESSED, MouseEvent.MOUSE_PRESSED, ScrollEvent.SCROLL);

    private static final String LOCKED = "locked";

    private final LessonModel model;
    private final Spotlight light;
    private final Texts texts;
    private final ObservableValue<? extends @Nullable Node> screen;
    private final List<Runnable> takeBack = new ArrayList<>();

    /**
     * What stays in view until the learner does something: the focus scrolls when it leaves what is locked, and texts
     * take more lines or fewer while settings glide.
     */
    private @Nullable Node toBeSeen;

    private final Runnable look = this::look;
    private final EventHandler<InputEvent> letGo = event -> toBeSeen = null;
    private final EventHandler<ActionEvent> watch = this::watch;

    /** What is to be highlighted as soon as it is shown, first what the step itself names. */
    private List<Node> spotlit = List.of();

    /** What of it is shown. */
    private List<Node> lit = List.of();

    private boolean relightDue;

    private final ObservableValue<Set<Target>> only;
    private final SpaceMaker room = new SpaceMaker();
    private final Magnifier magnifier = new Magnifier();
    private boolean fitDue;

    /**
     * Works on the screen in front.
     *
     * @param textScale the size of the window's text
     * @param only what a class looks at, as large as there is room for; empty for the whole screen
     * @param light lies over all screens
     */
    StepController(
            LessonModel model,
            ObservableValue<? extends @Nullable Node> screen,
            ObservableValue<Number> textScale,
            ObservableValue<Set<Target>> only,
            Spotlight light,
            Texts texts) {
        this.model = model;
        this.screen = screen;
        this.only = only;
        this.light = light;
        this.texts = texts;
        List<ObservableValue<?>> causes = List.of(screen, only, model.stagingProperty());
        causes.forEach(cause -> cause.addListener((property, before, now) -> set()));
        List.of(light.widthProperty(), light.heightProperty(), textScale)
                .forEach(size -> size.addListener((property, before, now) -> fitLater()));
        light.sceneProperty().addListener((property, before, now) -> move(before, now));
        set();
    }

    /** What has room together is another question in another size, or when a step's settings are in place. */
    private void fitLater() {
        if (fitDue || (lit.size() < 2 && only.getValue().isEmpty())) {
            return;
        }
        fitDue = true;
        Platform.runLater(() -> {
            fitDue = false;
            Node front = screen.getValue();
            if (front == null || !isWindowOpen()) {
                return; // a closed window no longer knows the colours of its look
            }
            Optional<Node> seen = partInUse().filter(SpaceMaker::isInView);
            if (room.make(front, lit)) {
                shine(front);
            }
            if (isCleared(front)) {
                Scroller.layOut(light.getScene());
                magnifier.fit(front);
            }
            seen.ifPresent(StepController::scrollTo);
        });
    }

    /** Whether only some parts are left on the screen, for a class. */
    private boolean isCleared(Node front) {
        return !model.freePlayProperty().get()
                && !LessonAnchors.parts(front, only.getValue()).isEmpty();
    }

    private boolean isWindowOpen() {
        Scene scene = light.getScene();
        return scene != null && scene.getWindow() != null && scene.getWindow().isShowing();
    }

    private Optional<Node> partInUse() {
        Scene scene = light.getScene();
        Node owner = scene == null ? null : scene.getFocusOwner();
        return lit.stream().filter(part -> Focus.isWithin(owner, part)).findFirst();
    }

    private void move(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removePostLayoutPulseListener(look);
            DEEDS.forEach(deed -> before.removeEventFilter(deed, letGo));
            before.removeEventHandler(ActionEvent.ACTION, watch);
        }
        if (now != null) {
            now.addPostLayoutPulseListener(look);
            DEEDS.forEach(deed -> now.addEventFilter(deed, letGo));
            now.addEventHandler(ActionEvent.ACTION, watch);
        }
    }

    /** Puts the focus on the first of the parts that have just been unlocked. */
    void focus(Set<Target> targets) {
        Node front = screen.getValue();
        toBeSeen = null;
        if (front != null) {
            LessonAnchors.parts(front, targets).stream()
                    .filter(LessonAnchors::isShown)
                    .findFirst()
                    .ifPresent(StepController::handOver);
        }
    }

    /** What the part is for has the focus, not what stands first in it; and the whole part is seen if there is room. */
    private static void handOver(Node part) {
        Node main = part.lookup(".primary");
        if (main != null && !main.isDisabled()) {
            main.requestFocus();
        } else {
            Focus.into(part);
        }
        scrollTo(part);
    }

    private void set() {
        room.giveBack();
        magnifier.giveBack();
        takeBack.forEach(Runnable::run);
        takeBack.clear();
        toBeSeen = null;
        lit = List.of();
        spotlit = List.of();
        Node front = screen.getValue();
        Staging now = model.stagingProperty().get();
        if (front == null) {
            return;
        }
        LessonAnchors.withTied(front, now.locked()).forEach(this::lock);
        LessonAnchors.parts(front, now.hidden()).forEach(this::hide);
        clear(front, only.getValue());
        now.hidden().stream().filter(this::isUnlockedByGuess).forEach(target -> announce(front, target));
        spotlit = Stream.concat(own().stream(), now.spotlit().stream())
                .flatMap(target -> LessonAnchors.parts(front, Set.of(target)).stream())
                .peek(Drawer::reveal)
                .distinct()
                .toList();
        lit = shown();
        if (front.getScene() != null) {
            room.make(front, lit);
            toBeSeen = lit.stream().findFirst().orElse(null);
            keepInView();
        }
        shine(front);
        fitLater();
    }

    private List<Node> shown() {
        return spotlit.stream().filter(LessonAnchors::isShown).toList();
    }

    private void shine(Node front) {
        Map<Labeled, LockSign> signs = new LinkedHashMap<>(); // a part and one within it may begin with the same words
        for (Target target : model.lockedProperty().get()) {
            for (Node part : LessonAnchors.parts(front, Set.of(target))) {
                Labeled heading = LessonAnchors.heading(part);
                if (heading != null) {
                    signs.computeIfAbsent(heading, words -> new LockSign(words, reason(target)));
                }
            }
        }
        light.show(lit, List.copyOf(signs.values()));
    }

    /** What unlocks a part that is locked now. */
    private ObservableValue<String> reason(Target locked) {
        return texts.text(isUnlockedByGuess(locked) ? "lessons.locked.until" : "lessons.locked");
    }

    private boolean isUnlockedByGuess(Target target) {
        LessonStep step = model.stepProperty().get();
        return step != null
                && step.predict().map(Prediction::unlock).orElse(Set.of()).contains(target);
    }

    /** A page that is hidden until the guess would leave its card empty: this says what will stand there. */
    private void announce(Node front, Target hidden) {
        for (Node part : LessonAnchors.parts(front, Set.of(hidden))) {
            if (part.getParent() instanceof StackPane page && page.getChildren().size() == 1) {
                Label words = Labels.wrapped(texts.text("lessons.covered"), "announced");
                page.getChildren().add(words);
                takeBack.add(() -> page.getChildren().remove(words));
            }
        }
    }

    /** What the step itself highlights; this comes before what a guess has unlocked. */
    private Set<Target> own() {
        LessonStep step = model.stepProperty().get();
        return step == null || model.freePlayProperty().get()
                ? Set.of()
                : step.stage().spotlight();
    }

    private void lock(Node node) {
        if (!node.disableProperty().isBound() && !node.isDisable()) {
            node.setDisable(true);
            node.getStyleClass().add(LOCKED);
            takeBack.add(() -> {
                node.setDisable(false);
                node.getStyleClass().remove(LOCKED);
            });
        }
    }

    /** Leaves on the screen only these; everything where none of them is on it. */
    private void clear(Node front, Set<Target> shown) {
        List<Node> kept = LessonAnchors.parts(front, shown);
        if (!isCleared(front)) {
            return;
        }
        kept.forEach(Drawer::reveal);
        Stream.concat(
                        LessonAnchors.parts(front, EnumSet.allOf(Target.class)).stream(),
                        LessonAnchors.beside(front, shown).stream())
                .filter(part ->
                        kept.stream().noneMatch(other -> Focus.isWithin(part, other) || Focus.isWithin(other, part)))
                .forEach(this::hide);
        LessonAnchors.asides(front).forEach(this::hide);
    }

    private void hide(Node node) {
        if (!node.visibleProperty().isBound() && node.isVisible()) {
            SpaceMaker.show(node, false);
            takeBack.add(() -> SpaceMaker.show(node, true));
        }
    }

    /** Whoever has set something going in the light wants to see what it does, if hardly any of that is in view. */
    private void watch(ActionEvent pressed) {
        if (pressed.getTarget() instanceof Node from // a button, or for a key the part that does the same
                && (from instanceof Button ? isLit(from) : lit.contains(from))
                && !Focus.isWithin(from, lit.get(0))
                && !SpaceMaker.isInView(lit.get(0))) {
            toBeSeen = lit.get(0);
            keepInView();
        }
    }

    private boolean isLit(Node node) {
        return lit.stream().anyMatch(part -> Focus.isWithin(node, part));
    }

    /** After each layout: a page of a screen may have come or gone, and with it what is to be highlighted. */
    private void look() {
        if (!relightDue && !lit.equals(shown())) {
            relightDue = true;
            Platform.runLater(() -> {
                relightDue = false;
                if (isWindowOpen()) {
                    set();
                }
            });
        }
        keepInView();
    }

    private void keepInView() {
        if (toBeSeen != null) {
            scrollTo(toBeSeen);
        }
    }

    /** Scrolls whatever the part is in until it can be seen. */
    private static void scrollTo(Node part) {
        for (Node around = part.getParent(); around != null; around = around.getParent()) {
            if (around instanceof Scroller scroller) {
                scroller.show(part);
            }
        }
    }
}
