package distillery;

import static java.util.concurrent.CompletableFuture.delayedExecutor;

import distillery.data.Problem;
import distillery.lab.Appearance;
import distillery.lab.EngineModel;
import distillery.lab.Look;
import distillery.lab.Messages;
import distillery.lab.Messages.Message;
import distillery.lab.Workers;
import distillery.lab.compare.CompareModel;
import distillery.lab.compare.CompareScreen;
import distillery.lab.digits.DigitsModel;
import distillery.lab.explore.ExploreModel;
import distillery.lab.lessons.LearnerModel;
import distillery.lab.lessons.LessonLibrary;
import distillery.lab.lessons.LessonModel;
import distillery.lab.lessons.OpenedFolder;
import distillery.lab.lessons.ValueTransition;
import distillery.lab.loss.LossModel;
import distillery.lab.screens.LabScreens;
import distillery.lab.setup.Document;
import distillery.lab.setup.LabScreen;
import distillery.lab.setup.Memory;
import distillery.lab.setup.StartOptions;
import distillery.lab.setup.UserFolder;
import distillery.lab.setup.WindowState;
import distillery.lab.train.TrainModel;
import distillery.lesson.Latex;
import distillery.lesson.Lesson;
import distillery.lesson.LessonFiles;
import distillery.net.Engine;
import distillery.view.Assets;
import distillery.view.Formula;
import distillery.view.Texts;
import distillery.view.ThrottledExecutor;
import distillery.view.lessons.LessonDock;
import distillery.view.lessons.Lessons;
import distillery.view.lessons.SoftGlide;
import distillery.view.screens.Screens;
import distillery.view.shell.MainWindow;
import distillery.view.shell.OpenFileEvents;
import distillery.view.shell.Screen;
import distillery.view.shell.StageMemory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The window's entry: makes the models, puts a view on each, and shows the first frame before anything slow. */
public final class App extends Application {
    /** Times a second that charts follow a run: smooth for the eye, and a third of the price of every frame. */
    private static final int CHART_FRAMES = 20;

    /** The painter works one frame behind: when the third begins, the first is on the screen. */
    private static final int FIRST_IS_PAINTED = 3;

    /** Set, the window shows each of its screens and closes: so a package gets its archive of classes. */
    private static final String REHEARSAL = "distillery.rehearsal";

    /** The start is over by then, and few look at their runs before. */
    private static final Duration READ_AHEAD = Duration.seconds(8);

    private static final Duration SCENE = Duration.seconds(3);

    private static Runnable started = () -> {};
    private static StartOptions asked = StartOptions.NONE;

    private final Appearance appearance = new Appearance();
    private final Texts texts = new Texts(appearance.languageProperty());
    private final EngineModel engine = new EngineModel();
    private final ExploreModel explore = new ExploreModel();
    private final Messages messages = new Messages();
    private final ExecutorService disk = oneThread("disk", false);
    private final Memory memory;
    private final WindowState before;
    /** Of its own, for a lesson folder may be far away and slow: nothing is to be saved behind it. */
    private final ExecutorService reader = oneThread("lessons", true);

    private final Workers workers = Workers.beside(new ThrottledExecutor(CHART_FRAMES), disk);
    private final LossModel loss = new LossModel(explore, workers, messages);
    private final TrainModel train = new TrainModel(workers, messages);
    private final DigitsModel digits = new DigitsModel(train, workers, oneThread("asker", true), messages);
    private final CompareModel compare;
    private final Document document;
    private final LearnerModel learner;
    private final LessonLibrary shelf =
            new LessonLibrary(reader, delayedExecutor(500, TimeUnit.MILLISECONDS, reader), Platform::runLater);
    private final LessonModel lesson;
    private final OpenedFolder opened;
    private @Nullable LessonDock lessons;

    /**
     * Reads what the last run left.
     *
     * @throws Problem if there is no name for the folder where that is kept
     */
    public App() throws Problem {
        memory = new Memory(UserFolder.ofUser(), disk, Platform::runLater, messages);
        compare = new CompareModel(
                train,
                workers,
                oneThread("sweeper", true),
                memory.home().runs(),
                memory.home().sweeps(),
                (file, writing) -> memory.keep(file, writing::write),
                messages);
        List<LabScreen<?>> screens = LabScreens.all(explore, loss, train, digits, compare);
        document = new Document(
                LabScreens.parts(screens), Platform::runLater, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
        before = WindowState.read(memory.home().windowFile(), Locale.getDefault(), memory.told());
        learner = new LearnerModel(memory, disk, Platform::runLater, messages);
        lesson = new LessonModel(screens, document.history(), learner, Clock.systemUTC());
        opened = new OpenedFolder(memory.home().openingFile());
    }

    /** How the window is to open, and what to do as soon as JavaFX runs. */
    public static void prepare(StartOptions options, Runnable action) {
        asked = options;
        started = action;
    }

    @Override
    public void start(Stage stage) {
        started.run();
        OpenFileEvents events = OpenFileEvents.listen();
        Engine.after(Latex::loadLibraries);
        Assets.loadFonts();
        recall();
        Screens screens =
                new Screens(explore, loss, train, digits, compare, lesson.lockedProperty(), appearance, texts);
        MainWindow window = new MainWindow(stage, appearance, texts, document, disk, engine, messages, screens.all());
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> Platform.runLater(() -> messages.confess(error)));
        document.lend(lesson.borrower());
        compare.onTrainWanted(() -> window.show("train"));
        digits.drawing().onStroke(() -> document.history().separate());
        window.currentProperty().subscribe(screen -> lesson.screenProperty().set(screen.id()));
        lesson.screenProperty().subscribe(window::show);
        if (before.lessonsShown() || asked.lesson() != null) {
            attachLessons(window);
        }
        window.onRun(file -> {
            window.show(CompareScreen.ID);
            compare.take(file);
        });
        window.show(Objects.requireNonNullElse(asked.screen(), before.screen()));
        StageMemory place = new StageMemory(stage, before.bounds(), before.maximised());
        PauseTransition calm = new PauseTransition(Duration.seconds(2));
        calm.setOnFinished(event -> remember(stage, window, place));
        document.history().presentProperty().addListener(change -> calm.playFromStart());
        loss.tour().knownProperty().addListener(change -> calm.playFromStart());
        loss.tour().waitingProperty().bind(lesson.lessonProperty().isNotNull());
        stage.setOnHiding(event -> {
            lesson.setGlide(ValueTransition.AT_ONCE); // nothing that is on its way would arrive any more
            if (lessons != null) {
                lessons.close();
            }
            remember(stage, window, place);
            train.leave();
            compare.sweep().cancel();
            opened.calm();
            shelf.close();
            reader.shutdown();
            // Behind what the trainer still hands over to be saved; but nobody waits long for it.
            workers.trainer().execute(() -> {
                memory.end();
                disk.shutdown();
            });
            delayedExecutor(10, TimeUnit.SECONDS).execute(disk::shutdown);
        });
        explore.digitsProperty().bind(train.digitsProperty());
        stage.show();
        afterFrames(FIRST_IS_PAINTED, () -> {
            load(window);
            events.passTo(window::open);
        });
    }

    /** What the first frame can do without: it takes every core there is. */
    private void load(MainWindow window) {
        if (lessons == null) {
            attachLessons(window);
        }
        engine.stateProperty().subscribe(state -> {
            if (state.problem() != null) {
                messages.notice(state.problem());
            }
        });
        engine.warmUp(Engine::start, Platform::runLater);
        shelf.start();
        openAsked(window);
        reader.execute(Formula::warmUp); // after the lessons: a library at a time
        // Not read while the engine loads: a JPEG among the pictures would have a library loaded.
        Executor onceLoaded = task -> engine.stateProperty().addListener((property, loading, now) -> task.run());
        before.ownLessons().ifPresent(folder -> {
            if (opened.failed()) {
                memory.told().accept(new Problem("memory.lessons", folder.toString()));
            } else {
                shelf.open(folder, onceLoaded);
            }
        });
        shelf.folderProperty().subscribe(folder -> {
            if (folder != null) {
                opened.begin(folder);
            }
        });
        PauseTransition ahead = new PauseTransition(READ_AHEAD);
        ahead.setOnFinished(event -> compare.readAhead());
        ahead.play();
        PauseTransition calm = new PauseTransition(Duration.seconds(5));
        calm.setOnFinished(event -> opened.calm());
        shelf.own().addListener((ListChangeListener<LessonFiles>) change -> {
            if (!shelf.own().isEmpty()) {
                calm.playFromStart();
            }
        });
        train.start();
        if (Boolean.getBoolean(REHEARSAL)) {
            rehearse(window);
        }
    }

    /** What was named on the command line, or by the icon that was opened. */
    private void openAsked(MainWindow window) {
        if (asked.file() != null) {
            window.open(asked.file());
        }
        if (asked.lesson() != null && lessons != null) {
            lessons.begin(asked.lesson());
        }
    }

    private void rehearse(MainWindow window) {
        Timeline scenes = new Timeline();
        for (Screen screen : window.screens()) {
            Duration when = SCENE.multiply(scenes.getKeyFrames().size() + 1);
            scenes.getKeyFrames().add(new KeyFrame(when, shown -> window.show(screen.id())));
        }
        Duration end = SCENE.multiply(scenes.getKeyFrames().size() + 1);
        scenes.getKeyFrames().add(new KeyFrame(end, over -> window.close()));
        scenes.play();
    }

    private static void afterFrames(int count, Runnable task) {
        AnimationTimer frames = new AnimationTimer() {
            private int left = count;

            @Override
            public void handle(long now) {
                if (left-- == 0) {
                    stop();
                    task.run();
                }
            }
        };
        frames.start();
    }

    /** The lessons beside the screens. */
    private void attachLessons(MainWindow window) {
        lessons = new LessonDock(
                new Lessons(lesson, shelf, learner, appearance, texts),
                window.nodeProperty(),
                window.question(),
                train.files()::write);
        lesson.setGlide(new SoftGlide());
        lessons.openProperty().set(before.lessonsShown() || asked.lesson() != null);
        lessons.openProperty().addListener((property, shown, shows) -> sayWhatStays(shows));
        window.attach(lessons.dock());
    }

    /** A lesson that is hidden is not over. */
    private void sayWhatStays(boolean shown) {
        Lesson open = lesson.lessonProperty().get();
        Message newest = messages.newestProperty().get();
        if (!shown && open != null) {
            messages.say("lessons.hidden", open.title());
        } else if (newest != null && newest.key().equals("lessons.hidden")) {
            messages.dismiss();
        }
    }

    /** What comes after the window was closed is left, for by then all that counts is written. */
    private static ExecutorService oneThread(String name, boolean daemon) {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(daemon);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    private void recall() {
        appearance.languageProperty().set(Objects.requireNonNullElseGet(asked.language(), before::locale));
        appearance.lookProperty().set(Objects.requireNonNullElseGet(asked.look(), before::look));
        appearance.textScaleProperty().set(before.textScale());
        document.recent().setAll(before.recentFiles());
        document.recall(memory.home().lastSetUp(), memory.told());
        loss.tour().knownProperty().set(Boolean.TRUE.equals(before.tourKnown()));
        learner.recall();
        memory.begin();
    }

    /** Some calm seconds after a change and when the window closes: a crash costs no more than those. */
    private void remember(Stage stage, MainWindow window, StageMemory place) {
        Locale language = appearance.languageProperty().get();
        Look look = lessons == null ? appearance.lookProperty().get() : lessons.ownLook();
        WindowState now = new WindowState(
                language.equals(asked.language()) ? before.language() : language.toLanguageTag(),
                look == asked.look() ? before.look() : look,
                lessons == null ? appearance.textScaleProperty().get() : lessons.ownTextScale(),
                place.bounds(),
                stage.isMaximized(),
                window.currentProperty().get().id(),
                document.recent().stream().map(Path::toString).toList(),
                lessons == null ? before.lessonsShown() : lessons.openProperty().get(),
                folderToRemember(),
                loss.tour().knownProperty().get());
        Path file = memory.home().windowFile();
        memory.keep(file, () -> now.keeping(before).write(file));
        memory.keep(memory.home().lastSetUp(), document.remember(memory.home().lastSetUp()));
    }

    /** The one that is open, or the one that was not opened again. */
    private @Nullable String folderToRemember() {
        Path open = shelf.folderProperty().get();
        return open == null && opened.failed() ? before.lessonFolder() : open == null ? null : open.toString();
    }
}
