package distillery.view.shell;

import distillery.data.Agreed;
import distillery.data.Ending;
import distillery.data.SystemReason;
import distillery.view.Texts;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Where a person wants something saved. The ending is settled first; then whatever would be replaced is asked about,
 * once and by name, unless the system's chooser has asked about exactly that; only then is anything written, and nothing
 * replaced that came after the question.
 */
public final class SavePlace {
    private static final int NAMES_SHOWN = 6;

    private final Node owner;
    private final Texts texts;
    private BiFunction<FileChooser, Window, @Nullable File> fileDialog = FileChooser::showSaveDialog;
    private BiFunction<DirectoryChooser, Window, @Nullable File> folderDialog = DirectoryChooser::showDialog;

    /** Gets leave to write: now, or after some work that shows which files there will be. */
    @FunctionalInterface
    public interface Leave {
        /** Runs {@code write}, which writes these files, as soon as the person agrees. */
        void toWrite(Collection<Path> files, Consumer<Agreed> write);
    }

    /** Questions rise from {@code owner} to its window. */
    public SavePlace(Node owner, Texts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    /** What asks for a file, in place of the system's own dialog. */
    public void setFileDialog(BiFunction<FileChooser, Window, @Nullable File> dialog) {
        fileDialog = dialog;
    }

    /** What asks for a folder, in place of the system's own dialog. */
    public void setFolderDialog(BiFunction<DirectoryChooser, Window, @Nullable File> dialog) {
        folderDialog = dialog;
    }

    /** Asks for a table or a picture. */
    public void file(String titleKey, String name, Ending ending, Consumer<Agreed> write) {
        files(titleKey, name, ending, (file, leave) -> leave.toWrite(List.of(file), write));
    }

    /** Asks for one file whose name stands for several. */
    public void files(String titleKey, String name, Ending ending, BiConsumer<Path, Leave> plan) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get(titleKey));
        chooser.setInitialFileName(name + ending.text());
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(
                        ending.text().substring(1).toUpperCase(Locale.ROOT), "*" + ending.text()));
        files(chooser, ending, plan);
    }

    /** Asks with a chooser of one's own. */
    public void files(FileChooser chooser, Ending ending, BiConsumer<Path, Leave> plan) {
        File chosen = fileDialog.apply(chooser, owner.getScene().getWindow());
        if (chosen != null) {
            path(chosen).ifPresent(path -> {
                List<Path> asked = isThere(path) ? List.of(path) : List.of();
                Path settled = ending.settled(path);
                plan.accept(settled, (files, write) -> ask(settled, asked, files, write));
            });
        }
    }

    /** Asks for one file of one of these kinds, which the ending of its name says; it is never given another name unasked. */
    public void oneOf(List<Ending> kinds, String titleKey, String name, BiConsumer<Path, Leave> plan) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get(titleKey));
        chooser.setInitialFileName(name + kinds.get(0).text());
        for (Ending kind : kinds) {
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(
                            texts.get("shell.file." + kind.text().substring(1)), "*" + kind.text()));
        }
        File chosen = fileDialog.apply(chooser, owner.getScene().getWindow());
        if (chosen != null) {
            path(chosen).ifPresent(path -> {
                if (kinds.stream().anyMatch(kind -> kind.isOf(path))) {
                    plan.accept(
                            path, (files, write) -> ask(path, isThere(path) ? List.of(path) : List.of(), files, write));
                } else {
                    Path ended = ended(path, kinds, chooser);
                    offer(
                            path,
                            ended,
                            kinds,
                            () -> plan.accept(ended, (files, write) -> ask(ended, List.of(), files, write)));
                }
            });
        }
    }

    /** The name with the ending of the kind that was chosen, if it has none. */
    private static Path ended(Path path, List<Ending> kinds, FileChooser chooser) {
        int chosen = chooser.getExtensionFilters().indexOf(chooser.getSelectedExtensionFilter());
        return kinds.get(Math.max(0, chosen)).settled(path);
    }

    private void offer(Path named, Path ended, List<Ending> kinds, Runnable then) {
        String endings = kinds.stream().map(Ending::text).collect(Collectors.joining(", "));
        owner.fireEvent(new AskEvent(
                texts.text("shell.ending.title"),
                texts.text(
                        "shell.ending.sentence",
                        String.valueOf(named.getFileName()),
                        endings,
                        String.valueOf(ended.getFileName())),
                new ChoiceOverlay.Answer("shell.ending.add", then),
                new ChoiceOverlay.Answer("shell.ending.leave", () -> {})));
    }

    /** Asks for a folder in which files of fixed names are written. */
    public void folder(String titleKey, Function<Path, List<Path>> names, Consumer<Agreed> write) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get(titleKey));
        File chosen = folderDialog.apply(chooser, owner.getScene().getWindow());
        if (chosen != null) {
            path(chosen).ifPresent(folder -> ask(folder, List.of(), names.apply(folder), write));
        }
    }

    /** What was chosen or dropped. Not every name can be a file's where the system is set to plain ASCII; it is told. */
    public Optional<Path> path(File chosen) {
        try {
            return Optional.of(chosen.toPath());
        } catch (InvalidPathException refused) {
            owner.fireEvent(new AskEvent(
                    texts.text("shell.replace.refused"),
                    texts.text("write.name", chosen.getName(), SystemReason.of(refused)),
                    new ChoiceOverlay.Answer("shell.replace.well", () -> {})));
            return Optional.empty();
        }
    }

    private static boolean isThere(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && !Files.isDirectory(file); // never replaced, so writing it will be refused
    }

    /** {@code asked} is what the chooser has asked about. */
    private void ask(Path place, List<Path> asked, Collection<Path> files, Consumer<Agreed> write) {
        List<Path> there = files.stream().filter(SavePlace::isThere).toList();
        Agreed agreed = new Agreed(place, Set.copyOf(there));
        if (there.isEmpty() || there.equals(asked)) {
            write.accept(agreed);
            return;
        }
        owner.fireEvent(new AskEvent(
                texts.text("shell.replace.title"),
                sentence(there),
                new ChoiceOverlay.Answer("shell.replace.keep", () -> {}),
                new ChoiceOverlay.Answer("shell.replace.replace", () -> write.accept(agreed))));
    }

    private ObservableValue<String> sentence(List<Path> there) {
        String names = there.stream()
                .limit(NAMES_SHOWN)
                .map(file -> String.valueOf(file.getFileName()))
                .collect(Collectors.joining(", "));
        int more = there.size() - NAMES_SHOWN;
        String folder = String.valueOf(there.get(0).toAbsolutePath().getParent());
        return more > 0
                ? texts.text("shell.replace.more", names, folder, more)
                : texts.text(there.size() == 1 ? "shell.replace.one" : "shell.replace.many", names, folder);
    }
}
