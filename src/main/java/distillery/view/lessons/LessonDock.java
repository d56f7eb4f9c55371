package distillery.view.lessons;

import distillery.data.Agreed;
import distillery.data.AtomicFile;
import distillery.lab.Look;
import distillery.lab.lessons.LearnerAction;
import distillery.lab.lessons.LessonModel;
import distillery.lesson.Lesson;
import distillery.lesson.LessonFiles;
import distillery.lesson.LessonStep;
import distillery.lesson.Prediction;
import distillery.view.Assets;
import distillery.view.Texts;
import distillery.view.shell.Action;
import distillery.view.shell.ChoiceOverlay;
import distillery.view.shell.Dock;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/** The lessons beside the screens: the list of all, or the step of the one that is open. */
public final class LessonDock extends BorderPane {
    /** Text at normal size, in pixels. */
    private static final double NORMAL_TEXT = 14;

    /** Widths in em. */
    private static final double NARROWEST = 19;

    /** The narrowest while presenting: the letters are large then, and the picture must be. */
    private static final double PRESENTED = 15;

    private static final double WIDEST = 28;

    private final Lessons lessons;
    private final LessonModel model;
    private final Texts texts;
    private final Presenter presenter;
    private final LessonMenu menu;
    private final LessonPage page;
    private final StepBar steps;
    private final LessonIdentity origin;
    private final Spotlight light;
    private final StepController stageHand;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open", true);
    private boolean freeBefore;

    /**
     * The dock, open.
     *
     * @param screen the screen in front
     * @param save writes files beside the window's thread and tells how it went
     */
    public LessonDock(
            Lessons lessons,
            ObservableValue<? extends @Nullable Node> screen,
            ChoiceOverlay question,
            BiConsumer<Map<Path, AtomicFile.Content>, Agreed> save) {
        this.lessons = lessons;
        model = lessons.model();
        texts = lessons.texts();
        presenter = new Presenter(lessons.appearance());
        menu = new LessonMenu(lessons, presenter, question, save, this::take);
        page = new LessonPage(
                lessons,
                new LessonList(
                        lessons.library(),
                        lessons.learner(),
                        texts,
                        lessons.appearance().languageProperty(),
                        this::open),
                this::open,
                presenter.activeProperty());
        steps = new StepBar(model, texts, this::previous, this::next);
        origin = new LessonIdentity(lessons.library());
        light = new Spotlight();
        stageHand = new StepController(
                model, screen, lessons.appearance().textScaleProperty(), presenter.activeProperty(), light, texts);
        setId("lessons");
        getStyleClass().add("lessons");
        getStylesheets().addAll(Assets.styleSheet("controls"), Assets.styleSheet("lessons"));
        light.getStylesheets().add(Assets.styleSheet("lessons"));
        build();
        follow();
    }

    /** Whether the dock is to be seen. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** The look to be remembered: presenting changes it for a while only. */
    public Look ownLook() {
        return presenter.ownLook();
    }

    public double ownTextScale() {
        return presenter.ownTextScale();
    }

    /** Ends the lesson and presenting: look, size and screens are what they were before. */
    public void close() {
        presenter.leave();
        model.close();
    }

    /** What the window needs to know of it. */
    public Dock dock() {
        return new Dock(
                this,
                light,
                Map.of(
                        Action.DOCK, this::showOrHide,
                        Action.NEXT_STEP, this::next,
                        Action.PREVIOUS_STEP, this::previous,
                        Action.PRESENT, this::present,
                        Action.OPEN_LESSONS, this::openFolder),
                this::take,
                presenter.activeProperty());
    }

    private void build() {
        setTop(new DockHead(lessons, presenter, menu, this::leaveLesson, () -> open.set(false)));
        setCenter(page.node());
        bottomProperty().bind(model.stepProperty().map(step -> steps));
        ObservableValue<Number> window = sceneProperty().flatMap(Scene::widthProperty);
        ObservableValue<Number> text = lessons.appearance().textScaleProperty();
        ReadOnlyBooleanProperty presenting = presenter.activeProperty();
        prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> width(window.getValue(), text, presenting.get()), window, text, presenting));
        visibleProperty().bind(open);
        managedProperty().bind(open);
    }

    /** A quarter of the window, as long as lines are neither too short nor too long to read. */
    private static double width(@Nullable Number window, ObservableValue<Number> text, boolean presenting) {
        double em = NORMAL_TEXT * text.getValue().doubleValue();
        double quarter = window == null ? 0 : window.doubleValue() / 4;
        return Math.max((presenting ? PRESENTED : NARROWEST) * em, Math.min(WIDEST * em, quarter));
    }

    private void follow() {
        model.lessonProperty().addListener((property, before, now) -> origin.follow(now));
        model.setAnswer(this::answer);
        open.addListener((property, before, now) -> pause(!now));
        lessons.appearance().languageProperty().addListener((property, before, now) -> translate());
        lessons.library().own().addListener((ListChangeListener<LessonFiles>) change -> translate());
        lessons.library().included().addListener((ListChangeListener<LessonFiles>) change -> translate());
        presenter.listenAround(this, this::previous, this::next);
    }

    private void open(Lesson lesson) {
        model.open(lesson);
        page.focusCard();
    }

    private void next() {
        open.set(true);
        Lesson lesson = model.lessonProperty().get();
        if (lesson != null && model.indexProperty().get() == lesson.steps().size() - 1) {
            model.close();
            page.end(lesson);
        } else {
            model.next();
            page.focusCard();
        }
    }

    private void previous() {
        open.set(true);
        model.previous();
        page.focusCard();
    }

    private void present() {
        open.set(true);
        presenter.enterOrLeave();
    }

    private void openFolder() {
        open.set(true);
        menu.openFolder();
    }

    /** The lesson ends first, so that all there is to choose from is seen. */
    private void take(Path folder) {
        open.set(true);
        model.close();
        lessons.library().open(folder);
        page.focusList();
    }

    private void leaveLesson() {
        model.close();
        page.focusList();
    }

    private void showOrHide() {
        open.set(!open.get());
        if (open.get()) {
            applyCss();
            if (model.lessonProperty().get() == null) {
                page.focusList();
            } else {
                page.focusCard();
            }
        }
    }

    /** Without the dock nothing says why something is locked. */
    private void pause(boolean hidden) {
        if (hidden) {
            freeBefore = model.freePlayProperty().get();
        }
        model.freePlayProperty().set(hidden || freeBefore);
    }

    /** The open lesson in the language of the moment, or as its author has just saved it. */
    private void translate() {
        Lesson now = model.lessonProperty().get();
        if (now != null) {
            Locale language = lessons.appearance().languageProperty().get();
            origin.find(language).filter(other -> !other.equals(now)).ifPresent(model::replace);
        }
    }

    /** After a guess the focus goes to what it has unlocked. */
    private void answer(LearnerAction deed) {
        LessonStep step = model.stepProperty().get();
        if (deed == LearnerAction.GUESSED && step != null) {
            stageHand.focus(step.predict().map(Prediction::unlock).orElse(Set.of()));
        }
        Runnable show = deed == LearnerAction.GUESSED ? page::showTask : page::showResults;
        Platform.runLater(() -> Platform.runLater(show)); // once the question's box has changed
    }
}
