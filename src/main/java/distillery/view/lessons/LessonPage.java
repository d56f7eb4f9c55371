package distillery.view.lessons;

import distillery.lab.lessons.LessonModel;
import distillery.lesson.Lesson;
import distillery.lesson.LessonFiles;
import distillery.lesson.LessonStep;
import distillery.view.Focus;
import distillery.view.Scroller;
import distillery.view.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What the dock shows between its head and its foot: all lessons, or the step of the one that is open. A step can be
 * read by keys alone: the page takes the focus itself where nothing on it does.
 */
final class LessonPage {
    /** The line around the page, in pixels. */
    private static final double FRAME = 2;

    private final Lessons lessons;
    private final LessonModel model;
    private final Texts texts;
    private final LessonList list;
    private final PartsBar parts;
    private final Consumer<Lesson> open;
    private final ReadOnlyBooleanProperty presenting;
    private final VBox content = new VBox();
    private @Nullable Lesson ended;
    private final VBox notices = new VBox();
    private final Scroller scroll = Scroller.upAndDown(content);
    private final ReadOnlyDoubleWrapper height = new ReadOnlyDoubleWrapper(this, "height");

    /** @param parts what stands in place of the list while presenting */
    LessonPage(
            Lessons lessons,
            LessonList list,
            PartsBar parts,
            Consumer<Lesson> open,
            ReadOnlyBooleanProperty presenting) {
        this.parts = parts;
        this.open = open;
        this.lessons = lessons;
        this.list = list;
        this.presenting = presenting;
        model = lessons.model();
        texts = lessons.texts();
        content.getStyleClass().add("lesson-content");
        notices.getStyleClass().add("lesson-list");
        scroll.setId("lessons-scroll");
        // later, for the window would miss a wish for another size while it is being laid out
        content.heightProperty()
                .addListener(
                        (property, before, now) -> Platform.runLater(() -> height.set(now.doubleValue() + 2 * FRAME)));
        scroll.setFitToHeight(false); // a short card keeps to the top
        scroll.focusTraversableProperty().bind(model.stepProperty().isNotNull());
        model.stepProperty().addListener((property, before, now) -> show());
        model.guessingProperty().addListener((property, before, now) -> keepFocus());
        for (Observable cause :
                List.of(model.guessingProperty(), model.satisfiedProperty(), model.observedProperty())) {
            cause.addListener(changed -> Platform.runLater(this::speak)); // the card follows, too
        }
        presenting.addListener((property, before, now) -> {
            present();
            Platform.runLater(this::showGuess); // the letters have another size
        });
        model.lessonProperty().addListener((property, before, now) -> notice());
        lessons.library().own().addListener((ListChangeListener<LessonFiles>) change -> notice());
        lessons.appearance().languageProperty().addListener((property, before, now) -> {
            notice();
            translate();
        });
        show();
    }

    /** How high all of the page is, with its frame. */
    ReadOnlyDoubleProperty heightProperty() {
        return height.getReadOnlyProperty();
    }

    Node node() {
        return scroll;
    }

    private void show() {
        Lesson lesson = model.lessonProperty().get();
        LessonStep step = model.stepProperty().get();
        boolean held = holdsFocus();
        if (presenting.get() && step == null) {
            content.getChildren().setAll(parts);
        } else if (lesson == null || step == null) {
            content.getChildren().setAll(Labels.wrapped(texts.text("lessons.welcome"), "quiet"), list);
        } else {
            content.getChildren().setAll(notices, new StepCard(model, lesson, step, texts, presenting));
            notice();
            if (held) {
                scroll.requestFocus(); // what had it is gone
                card().ifPresent(StepCard::focusGuess);
            }
        }
        speak();
        scroll.setVvalue(0);
    }

    /** A step that is open stays, and so does what is typed into its question. */
    private void present() {
        if (card().isEmpty()) {
            show();
        } else {
            card().ifPresent(card -> card.present(presenting.get()));
            card().flatMap(StepCard::guess).ifPresent(this::bringUp); // one goes on where one was
            speak();
        }
    }

    /** While presenting: the next sentence, question or task of the step; false behind the last. */
    boolean forward() {
        return presenting.get() && moved(card().map(StepCard::forward));
    }

    /** The one before; false before the first. */
    boolean back() {
        return presenting.get() && moved(card().map(card -> card.stage().back()));
    }

    private boolean moved(Optional<Boolean> done) {
        focusCard();
        speak();
        return done.orElse(false);
    }

    /** While presenting: shows the last of the step. */
    void showEnd() {
        if (presenting.get()) {
            card().ifPresent(card -> card.stage().beginAtEnd());
            speak();
        }
    }

    /** What is to be mended in the files of the lesson that is open. */
    private void notice() {
        Lesson lesson = model.lessonProperty().get();
        Locale language = lessons.appearance().languageProperty().get();
        notices.getChildren().clear();
        lessons.library().own().stream()
                .filter(files -> lesson != null && files.lessons().containsValue(lesson))
                .forEach(files -> notices.getChildren().addAll(LessonList.problems(files, language)));
        notices.setManaged(!notices.getChildren().isEmpty());
    }

    /** Puts the focus into the question, if one waits, and begins at the top. */
    void focusCard() {
        card().ifPresent(StepCard::focusGuess);
        scroll.setVvalue(0); // reading comes first; the first key brings into view what it is for
    }

    /** In another language the last card says the same. */
    private void translate() {
        boolean shown = content.getChildren().removeIf(LessonEnding.class::isInstance);
        if (shown && ended != null) {
            String id = ended.id();
            Stream.of(lessons.library().own(), lessons.library().included())
                    .flatMap(List::stream)
                    .flatMap(files ->
                            files.in(lessons.appearance().languageProperty().get()).stream())
                    .filter(lesson -> lesson.id().equals(id))
                    .findFirst()
                    .ifPresent(this::end);
        }
    }

    /** Shows how a lesson that was just closed ends, above the list, and what comes next. */
    void end(Lesson done) {
        ended = done;
        LessonEnding ending = new LessonEnding(done, next(done), texts, open);
        content.getChildren().add(0, ending);
        Node on = ending.wayOn();
        if (on == null) {
            focusList();
        } else {
            on.requestFocus();
        }
        scroll.setVvalue(0);
    }

    /** The lesson that stands behind one in the list; null behind the last. */
    private @Nullable Lesson next(Lesson done) {
        Locale language = lessons.appearance().languageProperty().get();
        boolean own = lessons.library().own().stream()
                .anyMatch(files -> files.lessons().containsValue(done));
        List<Lesson> all = (own ? lessons.library().own() : lessons.library().included())
                .stream().flatMap(files -> files.in(language).stream()).toList();
        int after = 1 + all.stream().map(Lesson::id).toList().indexOf(done.id());
        return after > 0 && after < all.size() ? all.get(after) : null;
    }

    void focusList() {
        list.getChildren().stream()
                .filter(LessonEntry.class::isInstance)
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    /** A form goes with its guess: the focus must not go with it. */
    private void keepFocus() {
        if (card().isPresent() && holdsFocus()) {
            scroll.requestFocus();
        }
    }

    /** After a guess: what is to be done now, and the guess if there is room for both. */
    void showTask() {
        card().flatMap(StepCard::task).ifPresent(task -> {
            bringUp(task);
            layOut();
            scroll.show(task);
            showGuess();
        });
    }

    private void showGuess() {
        card().flatMap(StepCard::guess).ifPresent(guess -> {
            layOut();
            scroll.show(guess);
        });
    }

    /** After the experiment: what came of it. Does nothing while the focus or the mouse is on the page. */
    void showResults() {
        card().filter(card -> !holdsFocus() && !content.isHover()).ifPresent(card -> {
            card.results().stream().findFirst().ifPresent(this::bringUp);
            layOut();
            card.results().forEach(scroll::show);
        });
    }

    /** While presenting there is one thing at a time: this one, now. */
    private void bringUp(Node part) {
        if (presenting.get()) {
            card().ifPresent(card -> card.stage().show(part));
            speak();
        }
    }

    /** What has just been brought up has no place yet. */
    private void layOut() {
        if (scroll.getScene() != null) {
            Scroller.layOut(scroll.getScene());
        }
    }

    private void speak() {
        scroll.setAccessibleText(card().map(StepCard::spoken).orElse(null));
    }

    private boolean holdsFocus() {
        return scroll.getScene() != null && Focus.isWithin(scroll.getScene().getFocusOwner(), content);
    }

    private Optional<StepCard> card() {
        return content.getChildren().stream()
                .filter(StepCard.class::isInstance)
                .map(StepCard.class::cast)
                .findFirst();
    }
}
