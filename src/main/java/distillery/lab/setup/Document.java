package distillery.lab.setup;

import distillery.data.Agreed;
import distillery.data.Failure;
import distillery.data.Problem;
import distillery.data.QuarantinedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The current set-up: its history, its file, and whether it differs from the file. */
public final class Document {
    private static final int RECENT_LIMIT = 10;

    private final List<SetUpPart<?>> parts;
    private final SetUpFile format;
    private final Executor later;
    private final History<SetUp> history;
    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>(this, "file");
    private final ObjectProperty<@Nullable SetUp> saved = new SimpleObjectProperty<>(this, "saved");
    private final BooleanBinding modified;
    private final BooleanProperty held = new SimpleBooleanProperty(this, "held");
    private final BooleanBinding canUndo;
    private final BooleanBinding canRedo;
    private @Nullable Borrower borrower;
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private boolean noteComing;

    /**
     * A set-up of these parts, as they stand now.
     *
     * @param later runs soon on the window's thread, after the change going on now: a model that changes three
     *     properties in a row is in no valid state in between
     * @param millis a clock that never goes back
     */
    public Document(List<SetUpPart<?>> parts, Executor later, LongSupplier millis) {
        this.parts = List.copyOf(parts);
        this.format = new SetUpFile(parts);
        this.later = later;
        this.history = new History<>(() -> SetUp.of(parts), this::restore, SetUp::differences, millis);
        this.canUndo = history.canUndoProperty().and(held.not());
        this.canRedo = history.canRedoProperty().and(held.not());
        this.modified = Bindings.createBooleanBinding(
                () -> saved.get() != null && !own().equals(saved.get()), saved, history.presentProperty());
        InvalidationListener listener = cause -> noteLater();
        parts.forEach(part -> part.causes().forEach(cause -> cause.addListener(listener)));
    }

    /** Lends the screens. */
    public void lend(Borrower next) {
        borrower = next;
        held.bind(next.holdsHistory());
    }

    /** Whether what is on the screens is not what {@link #save} would write, since a borrower has set it. */
    public boolean isLent() {
        history.note();
        return !own().equals(history.presentProperty().get());
    }

    public History<SetUp> history() {
        return history;
    }

    public BooleanBinding canUndoProperty() {
        return canUndo;
    }

    public BooleanBinding canRedoProperty() {
        return canRedo;
    }

    /** Takes the last step back, unless a borrower holds the history. */
    public void undo() {
        travel(history::undo);
    }

    public void redo() {
        travel(history::redo);
    }

    private void travel(Runnable way) {
        if (!held.get()) {
            if (borrower != null) {
                borrower.settle(); // or it would go on from where it was
            }
            way.run();
        }
    }

    /** The file the set-up came from or went to; null for none. */
    public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** Whether there is a file whose set-up differs. */
    public BooleanBinding modifiedProperty() {
        return modified;
    }

    /** The files opened or saved last, newest first. */
    public ObservableList<Path> recent() {
        return recent;
    }

    /**
     * Opens a file's set-up, as one step that can be undone. A refused file changes nothing; a lesson ends.
     *
     * @param disk does the reading, which may take a while
     * @param done is told on the window's thread, as {@code refused} is with the reason
     */
    public void open(Path path, Executor disk, Runnable done, Consumer<Problem> refused) {
        disk.execute(() -> {
            try {
                SetUp next = format.read(path);
                later.execute(() -> {
                    take(next);
                    keep(path, own());
                    done.run();
                });
            } catch (Problem | RuntimeException | Error failed) {
                later.execute(() -> refused.accept(Failure.of(failed)));
            }
        });
    }

    /** Saves what the set-up is now, in the same way; what changes meanwhile is a change of the file. */
    public void save(Agreed agreed, Executor disk, Runnable done, Consumer<Problem> refused) {
        Path path = agreed.path();
        history.separate();
        SetUp now = own();
        disk.execute(() -> {
            try {
                format.write(agreed, now);
                later.execute(() -> {
                    keep(path, now);
                    done.run();
                });
            } catch (Problem | RuntimeException | Error failed) {
                later.execute(() -> refused.accept(Failure.of(failed)));
            }
        });
    }

    private void take(SetUp next) {
        if (borrower != null) {
            borrower.giveBack();
        }
        history.separate();
        restore(next);
        history.separate();
    }

    /**
     * Restores the settings of the last run, without history and without a file; ones that make no sense are put aside,
     * and {@code told}.
     */
    public void recall(Path last, Consumer<Problem> told) {
        SetUp first = SetUp.of(parts);
        Runnable putUp = QuarantinedFile.read(
                last,
                () -> () -> restore(first), // of what was refused a half may be on the screens
                file -> {
                    restore(format.read(file));
                    return () -> {};
                },
                told);
        putUp.run();
        history.begin();
    }

    /** The settings as they are to be kept for the next run, to be written to a file of its choice. */
    public Memory.Writing remember(Path last) {
        history.note();
        SetUp now = own();
        return () -> format.write(last, now);
    }

    private SetUp own() {
        SetUp now = history.presentProperty().get();
        return borrower == null ? now : borrower.own(now);
    }

    private void keep(Path path, SetUp content) {
        Path absolute = path.toAbsolutePath().normalize();
        file.set(absolute);
        saved.set(content);
        recent.remove(absolute);
        recent.add(0, absolute);
        if (recent.size() > RECENT_LIMIT) {
            recent.remove(RECENT_LIMIT, recent.size());
        }
    }

    private void restore(SetUp setUp) {
        parts.forEach(part -> part.restoreFrom(setUp));
    }

    private void noteLater() {
        if (!noteComing) {
            noteComing = true;
            later.execute(() -> {
                noteComing = false;
                history.note();
                parts.forEach(part -> part.causes().forEach(Document::listenOn));
            });
        }
    }

    /** A property reports its next change only after its value was read. */
    private static void listenOn(Observable cause) {
        if (cause instanceof ObservableValue<?> value) {
            value.getValue();
        }
    }
}
