package distillery.view.shell;

import distillery.data.Agreed;
import distillery.data.Ending;
import distillery.lab.Messages;
import distillery.lab.Messages.Complaint;
import distillery.lab.setup.Document;
import distillery.lab.setup.SetUpFile;
import distillery.train.archive.RunFile;
import distillery.view.Texts;
import distillery.view.Typing;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The dialogs for opening and saving set-ups: choosers, recent files, dropped files, and asking before a loss. */
final class SetUpFiles {
    /** Not every system's chooser adds the ending, and without it the file would not be offered for opening. */
    private static final Ending ENDING = new Ending(SetUpFile.ENDING, SetUpFile.OLD_ENDING, ".json");

    private final Window window;
    private final Document document;
    private final Executor disk;
    private final Messages messages;
    private final ChoiceOverlay question;
    private final SavePlace place;
    private final Texts texts;
    private Consumer<Path> folders = folder -> {};
    private Consumer<Path> runs = file -> {};
    private Supplier<List<Typing>> typings = List::of;

    /** Files are read and written by {@code disk}, so that the window stays responsive meanwhile. */
    SetUpFiles(
            Window window,
            Document document,
            Executor disk,
            Messages messages,
            ChoiceOverlay question,
            SavePlace place,
            Texts texts) {
        this.window = window;
        this.document = document;
        this.disk = disk;
        this.messages = messages;
        this.question = question;
        this.place = place;
        this.texts = texts;
    }

    /** Where to look for what is typed and not taken yet. */
    void lookAt(Supplier<List<Typing>> places) {
        typings = places;
    }

    void open() {
        unlessLosing(() -> {
            File chosen = chooser("shell.open.title").showOpenDialog(window);
            if (chosen != null) {
                place.path(chosen).ifPresent(this::load);
            }
        });
    }

    void open(Path file) {
        unlessLosing(() -> load(file));
    }

    /** Opens what the file's name says it is: a set-up, lessons, or a run that was kept. */
    void take(Path named) {
        if (RunFile.isNamed(String.valueOf(named.getFileName()))) {
            runs.accept(named);
        } else {
            lessonFolder(named).ifPresentOrElse(folders, () -> open(named));
        }
    }

    /** Saves where it came from, or asks where to. */
    void save() {
        save(() -> {});
    }

    void saveAs() {
        saveAs(() -> {});
    }

    private void save(Runnable onceOnDisk) {
        Path file = document.fileProperty().get();
        if (file == null) {
            saveAs(onceOnDisk);
        } else {
            store(Agreed.replacing(file), onceOnDisk);
        }
    }

    private void saveAs(Runnable onceOnDisk) {
        FileChooser chooser = chooser("shell.save.title");
        Path now = document.fileProperty().get();
        chooser.setInitialFileName(
                now == null ? texts.get("shell.save.name") + SetUpFile.ENDING : String.valueOf(now.getFileName()));
        place.files(
                chooser, ENDING, (file, leave) -> leave.toWrite(List.of(file), agreed -> store(agreed, onceOnDisk)));
    }

    /** Goes on at once where nothing can be lost; else asks whether to save first. */
    void unlessLosing(Runnable goOn) {
        Path file = document.fileProperty().get();
        untaken();
        document.history().note();
        if (file == null || !document.modifiedProperty().get()) {
            goOn.run();
            return;
        }
        question.ask(
                texts.text("shell.ask.title"),
                texts.text("shell.ask.changed", name(file)),
                new ChoiceOverlay.Answer(
                        "shell.ask.save",
                        () -> save(() -> unlessLosing(goOn))), // what was changed meanwhile is asked about
                new ChoiceOverlay.Answer("shell.ask.discard", goOn),
                new ChoiceOverlay.Answer("shell.ask.cancel", () -> {}));
    }

    /** The recent files, looked up each time the menu opens: those that are gone are greyed. */
    Menu recentMenu() {
        Menu menu = new Menu();
        menu.setId("menu-recent");
        menu.textProperty().bind(texts.text("shell.recent"));
        MenuItem none = new MenuItem();
        none.textProperty().bind(texts.text("shell.recent.none"));
        none.setDisable(true);
        menu.getItems().setAll(none);
        menu.setOnShowing(event -> {
            List<MenuItem> items =
                    document.recent().stream().map(this::recentItem).toList();
            menu.getItems().setAll(items.isEmpty() ? List.of(none) : items);
        });
        return menu;
    }

    /** Who takes a folder that is dropped. */
    void passFolders(Consumer<Path> receiver) {
        folders = receiver;
    }

    /** Who takes a run that is opened. */
    void passRuns(Consumer<Path> receiver) {
        runs = receiver;
    }

    /** Lets a set-up, or what is for {@link #passFolders another}, be dropped onto a node. */
    void acceptDrops(Node target) {
        target.setOnDragOver(event -> {
            if (dropped(event) != null) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        target.setOnDragDropped(event -> {
            File dropped = dropped(event);
            event.setDropCompleted(dropped != null);
            event.consume();
            if (dropped != null) {
                place.path(dropped).ifPresent(this::take);
            }
        });
    }

    /** The folder of lessons that is meant by what was dropped: itself, or the one that a lesson's text is in. */
    static Optional<Path> lessonFolder(Path dropped) {
        if (Files.isDirectory(dropped)) {
            return Optional.of(dropped);
        }
        boolean text =
                String.valueOf(dropped.getFileName()).toLowerCase(Locale.ROOT).endsWith(".md");
        return text ? Optional.ofNullable(dropped.toAbsolutePath().getParent()) : Optional.empty();
    }

    /** A file's name without the ending that all set-ups have. */
    static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        String small = name.toLowerCase(Locale.ROOT);
        boolean own = small.endsWith(SetUpFile.ENDING) || small.endsWith(SetUpFile.OLD_ENDING);
        return own ? ENDING.stem(file) : name;
    }

    private MenuItem recentItem(Path file) {
        MenuItem item = new MenuItem(name(file) + "  —  " + file.getParent());
        item.setMnemonicParsing(false);
        item.setDisable(!Files.isRegularFile(file));
        item.setOnAction(event -> open(file));
        return item;
    }

    private static @Nullable File dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        return files != null && files.size() == 1 ? files.get(0) : null;
    }

    private void load(Path file) {
        document.open(file, disk, () -> messages.say("shell.opened", name(file)), messages::warn);
    }

    private void store(Agreed agreed, Runnable onceOnDisk) {
        Path file = agreed.path();
        Optional<Complaint> untaken = untaken().map(each -> each.complaint("typed.saved", name(file)));
        String key = document.isLent() ? "shell.saved.lent" : "shell.saved";
        Runnable done = () -> {
            if (untaken.isPresent()) {
                messages.warn(untaken.get()); // and nothing goes on over it
            } else {
                messages.say(key, name(file));
                onceOnDisk.run();
            }
        };
        document.save(agreed, disk, done, messages::warn);
    }

    /** A field that holds what cannot be taken, when all others have been taken. */
    private Optional<Typing> untaken() {
        return Typing.untaken(typings.get());
    }

    private FileChooser chooser(String titleKey) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get(titleKey));
        chooser.getExtensionFilters().add(new ExtensionFilter(texts.get("shell.file.kind"), "*" + SetUpFile.ENDING));
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(texts.get("shell.file.json"), "*" + SetUpFile.ENDING, "*.json"));
        Path now = document.fileProperty().get();
        if (now != null && now.getParent() != null && Files.isDirectory(now.getParent())) {
            chooser.setInitialDirectory(now.getParent().toFile());
        }
        return chooser;
    }
}
