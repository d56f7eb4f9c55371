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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The lessons beside the screens: the list of all, or the step of the one that is open. */
public final class LessonDock extends BorderPane {
    /** Text at normal size, in pixels. */
    private static final double NORMAL_TEXT = 14;

    /** Widths in em. */
    private static final double NARROWEST = 19;

    private static final double WIDEST = 28;

    /** The height of the strip under the screen in em, and what share of the window it may grow to. */
    private static final double LOWEST = 5.2;

    private static final double HIGHEST_SHARE = 0.4;
    private static final PseudoClass STRIP = PseudoClass.getPseudoClass("strip");

    private final Lessons lessons;
    private final LessonModel model;
    private final Texts texts;
    private final Presenter presenter;
    private final LessonMenu menu;
    private final PartsBar parts;
    private final LessonPage page;
    private final StepBar steps;
    private final DockHead head;
    private final PresenterBar presenterBar;
    private final LessonIdentity origin;
    private final Spotlight light;
    private final StepController stageHand;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open", true);
    private boolean freeBefore;
    /** The lesson that begins once it has been read. */
    private @Nullable String wanted;

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
        parts = new PartsBar(screen, presenter.onlyProperty(), texts);
        page = new LessonPage(
                lessons,
                new LessonList(
                        lessons.library(),
                        lessons.learner(),
                        texts,
                        lessons.appearance().languageProperty(),
                        this::open),
                parts,
                this::open,
                presenter.activeProperty());
        steps = new StepBar(model, texts, presenter.activeProperty(), this::previous, this::next);
        head = new DockHead(lessons, menu, this::leaveLesson, () -> open.set(false));
        presenterBar = new PresenterBar(model, presenter, texts);
        origin = new LessonIdentity(lessons.library());
        light = new Spotlight();
        stageHand = new StepController(
                model,
                screen,
                lessons.appearance().textScaleProperty(),
                presenter.shown(model.stepProperty()),
                light,
                texts);
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
        setCenter(page.node());
        ObservableValue<Number> window = sceneProperty().flatMap(Scene::widthProperty);
        ObservableValue<Number> text = lessons.appearance().textScaleProperty();
        prefWidthProperty().bind(Bindings.createDoubleBinding(() -> width(window.getValue(), text), window, text));
        ObservableValue<Number> height = sceneProperty().flatMap(Scene::heightProperty);
        prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> presenter.activeProperty().get() ? height(height.getValue(), text) : USE_COMPUTED_SIZE,
                        presenter.activeProperty(),
                        page.heightProperty(),
                        height,
                        text));
        visibleProperty().bind(open);
        managedProperty().bind(open);
        presenter.activeProperty().subscribe(now -> arrange());
        model.stepProperty().addListener((property, before, now) -> arrange());
    }

    /** Beside the screen the page is a column between its head and its foot; under it, a strip with all buttons at its end. */
    private void arrange() {
        boolean strip = presenter.activeProperty().get();
        Node foot = model.stepProperty().get() == null ? null : steps;
        getChildren().removeAll(steps, presenterBar);
        VBox end = new VBox(presenterBar);
        end.getStyleClass().add("strip-end");
        if (foot != null) {
            end.getChildren().add(foot);
        }
        setTop(strip ? null : head);
        setBottom(strip ? null : foot);
        setRight(strip ? end : null);
        pseudoClassStateChanged(STRIP, strip);
    }

    /** A quarter of the window, as long as lines are neither too short nor too long to read. */
    private static double width(@Nullable Number window, ObservableValue<Number> text) {
        double em = NORMAL_TEXT * text.getValue().doubleValue();
        double quarter = window == null ? 0 : window.doubleValue() / 4;
        return Math.max(NARROWEST * em, Math.min(WIDEST * em, quarter));
    }

    /** Of the strip: what its page needs, within limits. */
    private double height(@Nullable Number window, ObservableValue<Number> text) {
        double lowest = LOWEST * NORMAL_TEXT * text.getValue().doubleValue();
        double highest = window == null ? 0 : HIGHEST_SHARE * window.doubleValue();
        return Math.max(lowest, Math.min(highest, page.heightProperty().get()));
    }

    private void follow() {
        model.lessonProperty().addListener((property, before, now) -> origin.follow(now));
        model.setAnswer(this::answer);
        open.addListener((property, before, now) -> pause(!now));
        lessons.appearance().languageProperty().addListener((property, before, now) -> translate());
        lessons.library().own().addListener((ListChangeListener<LessonFiles>) change -> translate());
        lessons.library().included().addListener((ListChangeListener<LessonFiles>) change -> translate());
        lessons.library().own().addListener((ListChangeListener<LessonFiles>) change -> beginWanted());
        lessons.library().included().addListener((ListChangeListener<LessonFiles>) change -> beginWanted());
        presenter.listenAround(this, this::previous, this::next);
    }

    /** Begins the lesson with this id as soon as it has been read: an own one rather than an included one. */
    public void begin(String id) {
        wanted = id;
        beginWanted();
    }

    private void beginWanted() {
        String id = wanted;
        if (id == null) {
            return;
        }
        Locale language = lessons.appearance().languageProperty().get();
        Stream.of(lessons.library().own(), lessons.library().included())
                .flatMap(List::stream)
                .flatMap(files -> files.in(language).stream())
                .filter(lesson -> lesson.id().equals(id))
                .findFirst()
                .ifPresent(lesson -> {
                    wanted = null;
                    open(lesson);
                });
    }

    private void open(Lesson lesson) {
        model.open(lesson);
        page.focusCard();
    }

    private void next() {
        open.set(true);
        if (presentsNoLesson()) {
            parts.showAllOrChosen();
            return;
        }
        if (page.forward()) {
            return;
        }
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
        if (presentsNoLesson()) {
            parts.showAllOrChosen();
        } else if (!page.back() && model.indexProperty().get() > 0) {
            model.previous();
            page.showEnd();
            page.focusCard();
        }
    }

    /** Then the keys that lead through a lesson lead from the main picture to the whole screen and back. */
    private boolean presentsNoLesson() {
        return presenter.activeProperty().get() && model.lessonProperty().get() == null;
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
