package distillery.view.shell;

import distillery.data.Agreed;
import distillery.data.AtomicFile;
import distillery.data.Ending;
import distillery.view.Controls;
import distillery.view.picture.ChartPictures;
import distillery.view.picture.FigurePage;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** What a page shows, to take along: as a picture, or its numbers as a table. */
public final class FigureSave extends MenuButton {
    private final BiConsumer<Agreed, AtomicFile.Content> write;
    private final Controls parts;
    private final SavePlace place;

    /**
     * A button for a page.
     *
     * @param name what its files are called unless somebody gives them other names
     * @param write writes a file on another thread
     * @param picture empty while there is nothing to see
     * @param table empty while there is nothing to count
     */
    public FigureSave(
            String id,
            String name,
            BiConsumer<Agreed, AtomicFile.Content> write,
            Controls parts,
            Supplier<Optional<FigurePage>> picture,
            Supplier<Optional<AtomicFile.Content>> table) {
        this.write = write;
        this.parts = parts;
        place = new SavePlace(this, parts.texts());
        parts.button(this, id, "shell.figure", "shell.figure.tip");
        getItems().setAll(parts.item(id + "-picture", "shell.figure.picture", () -> picture.get()
                .ifPresent(page -> place.oneOf(
                        ChartPictures.KINDS,
                        "shell.figure",
                        name,
                        (file, leave) ->
                                leave.toWrite(List.of(file), agreed -> write.accept(agreed, page.content(file)))))));
        table(id + "-table", "shell.figure.table", name, table);
    }

    /**
     * Another item of the menu: a table.
     *
     * @param table empty while there is nothing to count
     */
    public MenuItem table(String id, String key, String name, Supplier<Optional<AtomicFile.Content>> table) {
        MenuItem item = parts.item(id, key, () -> table.get()
                .ifPresent(
                        content -> place.file("shell.figure", name, Ending.CSV, file -> write.accept(file, content))));
        getItems().add(item);
        return item;
    }

    /** Where all of it is saved. */
    public SavePlace place() {
        return place;
    }
}
