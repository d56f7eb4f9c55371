package distillery.view.lessons;

import distillery.data.Agreed;
import distillery.data.AtomicFile;
import distillery.data.Ending;
import distillery.lesson.Lesson;
import distillery.lesson.Progress.Standing;
import distillery.view.Texts;
import distillery.view.picture.PaintedPages;
import distillery.view.shell.ChoiceOverlay;
import distillery.view.shell.SavePlace;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.Image;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is seldom done with lessons: a folder of one's own, presenting, exporting, deleting the progress. */
final class LessonMenu extends MenuButton {
    private final Lessons lessons;
    private final ChoiceOverlay question;
    private final BiConsumer<Map<Path, AtomicFile.Content>, Agreed> save;
    private final SavePlace place;
    private final Texts texts;
    private final Consumer<Path> take;
    private BiFunction<DirectoryChooser, Window, @Nullable File> folderDialog = DirectoryChooser::showDialog;

    /** A menu about these lessons; a folder of one's own goes to {@code take}. */
    LessonMenu(
            Lessons lessons,
            Presenter presenter,
            ChoiceOverlay question,
            BiConsumer<Map<Path, AtomicFile.Content>, Agreed> save,
            Consumer<Path> take) {
        super("", Signs.of(Feather.MORE_HORIZONTAL));
        this.lessons = lessons;
        this.question = question;
        this.save = save;
        this.take = take;
        texts = lessons.texts();
        place = new SavePlace(this, texts);
        setId("lessons-menu");
        getStyleClass().add("icon-button");
        setMinWidth(USE_PREF_SIZE);
        accessibleTextProperty().bind(texts.text("lessons.menu"));
        setTooltip(Labels.tooltip(texts, "lessons.menu"));
        MenuItem handout = item("handout", "lessons.handout", this::askForHandout);
        handout.disableProperty().bind(lessons.model().lessonProperty().isNull());
        MenuItem again = item("again", "lessons.again", lessons.model()::again);
        again.disableProperty().bind(lessons.model().lessonProperty().isNull());
        MenuItem afresh = item("afresh", "lessons.afresh", this::askToBeginAfresh);
        afresh.disableProperty().bind(lessons.model().lessonProperty().isNull());
        MenuItem present = item("present", "lessons.present", presenter::enterOrLeave);
        present.textProperty()
                .bind(texts.live(
                        () -> texts.get(presenter.activeProperty().get() ? "lessons.present.leave" : "lessons.present"),
                        presenter.activeProperty()));
        MenuItem fresh = item("fresh", "lessons.fresh-student", this::askToWipe);
        fresh.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> lessons.learner()
                                .progressProperty()
                                .get()
                                .lessons()
                                .isEmpty(),
                        lessons.learner().progressProperty()));
        getItems()
                .setAll(
                        again,
                        afresh,
                        present,
                        new SeparatorMenuItem(),
                        item("open", "lessons.open", this::openFolder),
                        handout,
                        item("export", "lessons.export", this::exportAnswers),
                        new SeparatorMenuItem(),
                        fresh);
    }

    /** What asks where to save, in place of the system's own dialog. */
    void setSaveDialog(BiFunction<FileChooser, Window, @Nullable File> dialog) {
        place.setFileDialog(dialog);
    }

    /** What asks for a folder, in place of the system's own dialog. */
    void setFolderDialog(BiFunction<DirectoryChooser, Window, @Nullable File> dialog) {
        folderDialog = dialog;
    }

    /** Asks for a folder with lessons and hands it on. */
    void openFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("lessons.open"));
        Path now = lessons.library().folderProperty().get();
        if (now != null && now.toFile().isDirectory()) {
            chooser.setInitialDirectory(now.toFile());
        }
        File folder = folderDialog.apply(chooser, getScene().getWindow());
        if (folder != null) {
            place.path(folder).ifPresent(take);
        }
    }

    private MenuItem item(String id, String key, Runnable action) {
        MenuItem item = new MenuItem();
        item.setId("lessons-menu-" + id);
        item.textProperty().bind(texts.text(key));
        item.setOnAction(chosen -> action.run());
        return item;
    }

    private void askToWipe() {
        ask("lessons.wipe.", lessons.model()::wipe);
    }

    /** Where nothing is answered or done, there is nothing to lose. */
    private void askToBeginAfresh() {
        Lesson lesson = lessons.model().lessonProperty().get();
        if (lesson != null) {
            Standing standing = lessons.learner().standing(lesson.id());
            if (standing.answers().isEmpty() && standing.done().isEmpty()) {
                lessons.model().afresh();
            } else {
                ask("lessons.afresh.", lessons.model()::afresh);
            }
        }
    }

    /** Before a loss. */
    private void ask(String keys, Runnable forget) {
        question.ask(
                texts.text(keys + "title"),
                texts.text(keys + "sentence"),
                new ChoiceOverlay.Answer(keys + "keep", () -> {}),
                new ChoiceOverlay.Answer(keys + "forget", forget));
    }

    private void exportAnswers() {
        place.file("lessons.export", texts.get("lessons.export.name"), Ending.CSV, lessons.learner()::export);
    }

    /** For a class it is blank, unless somebody says otherwise. */
    private void askForHandout() {
        Lesson lesson = lessons.model().lessonProperty().get();
        if (lesson != null) {
            Standing mine = lessons.learner().standing(lesson.id());
            question.ask(
                    texts.text("lessons.handout.title"),
                    texts.text("lessons.handout.sentence"),
                    new ChoiceOverlay.Answer(
                            "lessons.handout.blank",
                            () -> save(new Handout(lesson, Standing.NONE, texts, false), lesson)),
                    new ChoiceOverlay.Answer(
                            "lessons.handout.mine", () -> save(new Handout(lesson, mine, texts, false), lesson)),
                    new ChoiceOverlay.Answer(
                            "lessons.handout.notes",
                            () -> save(new Handout(lesson, Standing.NONE, texts, true), lesson)));
        }
    }

    private void save(Handout handout, Lesson lesson) {
        place.oneOf(List.of(Ending.PDF, Ending.PNG), "lessons.handout", lesson.id(), (file, leave) -> {
            List<Image> pages = new ArrayList<>();
            handout.paint(
                    pages::add,
                    () -> {
                        Map<Path, AtomicFile.Content> files = files(file, pages);
                        leave.toWrite(files.keySet(), agreed -> save.accept(files, agreed));
                    },
                    Platform::runLater);
        });
    }

    /** A PDF holds all pages; of pictures the second gets the ending {@code -2}. */
    private static Map<Path, AtomicFile.Content> files(Path file, List<Image> pages) {
        if (Ending.PDF.isOf(file)) {
            return Map.of(file, out -> PaintedPages.pdf(pages, out));
        }
        Map<Path, AtomicFile.Content> files = new LinkedHashMap<>();
        for (int i = 0; i < pages.size(); i++) {
            Image page = pages.get(i);
            files.put(i == 0 ? file : Ending.PNG.inserted(file, "-" + (i + 1)), out -> PaintedPages.png(page, out));
        }
        return files;
    }
}
