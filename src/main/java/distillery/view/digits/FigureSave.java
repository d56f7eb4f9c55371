package distillery.view.digits;

import distillery.data.AtomicFile;
import distillery.data.Ending;
import distillery.lab.digits.DigitNet;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.Panel;
import distillery.view.Controls;
import distillery.view.Texts;
import distillery.view.picture.ChartPictures;
import distillery.view.picture.FigurePage;
import distillery.view.shell.SavePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** What a page shows, to take along: as a picture, or its numbers as a table. */
final class FigureSave extends MenuButton {
    private final DigitsModel model;
    private final Texts texts;
    private final SavePlace place;

    /**
     * A button for a page.
     *
     * @param name what its files are called unless somebody gives them other names
     * @param picture empty while there is nothing to see
     * @param table empty while there is nothing to count
     */
    FigureSave(
            String id,
            String name,
            DigitsModel model,
            Controls parts,
            Supplier<Optional<FigurePage>> picture,
            Supplier<Optional<AtomicFile.Content>> table) {
        this.model = model;
        texts = parts.texts();
        place = new SavePlace(this, texts);
        parts.button(this, id, "digits.save", "digits.save.tip");
        getItems().setAll(item(id + "-picture", "digits.save.picture", () -> picture.get()
                .ifPresent(page -> place.oneOf(
                        ChartPictures.KINDS,
                        "digits.save",
                        name,
                        (file, leave) ->
                                leave.toWrite(List.of(file), agreed -> model.save(agreed, page.content(file)))))));
        table(id + "-table", "digits.save.table", name, table);
    }

    /**
     * Another item of the menu: a table.
     *
     * @param table empty while there is nothing to count
     */
    MenuItem table(String id, String key, String name, Supplier<Optional<AtomicFile.Content>> table) {
        MenuItem item = item(id, key, () -> table.get()
                .ifPresent(content -> place.file("digits.save", name, Ending.CSV, file -> model.save(file, content))));
        getItems().add(item);
        return item;
    }

    /** Where all of it is saved. */
    SavePlace place() {
        return place;
    }

    private MenuItem item(String id, String key, Runnable action) {
        MenuItem item = new MenuItem();
        item.setId(id);
        item.textProperty().bind(texts.text(key));
        item.setOnAction(chosen -> action.run());
        return item;
    }

    /** Which nets a figure is of, for its foot. */
    static List<String> foot(Panel panel, Texts texts) {
        List<String> foot = new ArrayList<>();
        for (DigitNet net : panel.nets()) {
            foot.add(NetWords.of(net, texts) + " " + net.net().spec());
        }
        if (panel.epoch() >= 0) {
            foot.add(texts.get("digits.epoch", panel.epoch()));
        }
        return foot;
    }
}
