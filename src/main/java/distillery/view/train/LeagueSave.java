package distillery.view.train;

import distillery.data.AtomicFile;
import distillery.data.Ending;
import distillery.lab.train.MethodComparison;
import distillery.lab.train.TrainModel;
import distillery.train.League;
import distillery.train.TrainSettings;
import distillery.view.Controls;
import distillery.view.Texts;
import distillery.view.picture.ChartPictures;
import distillery.view.picture.DotTable;
import distillery.view.shell.SavePlace;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.MenuButton;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** A league to take along: as a table, and as a picture of it. */
final class LeagueSave extends MenuButton {
    private final TrainModel model;
    private final MethodComparison methods;
    private final LeagueTable table;
    private final Texts texts;
    private final LeagueWords words;
    private final SavePlace place;

    LeagueSave(TrainModel model, LeagueTable table, Controls parts) {
        this.model = model;
        this.table = table;
        texts = parts.texts();
        methods = model.reading().methods();
        words = new LeagueWords(texts);
        place = new SavePlace(this, texts);
        parts.button(this, "train-league-save", "train.save", "train.league.save.tip");
        getItems()
                .setAll(
                        parts.item("train-league-save-table", "train.league.save.table", this::saveTable),
                        parts.item("train-league-save-picture", "train.league.save.picture", this::savePicture),
                        parts.item("train-league-copy", "train.league.copy", this::copy));
        disableProperty().bind(methods.leagueProperty().isNull());
    }

    /** Where all of it is saved. */
    SavePlace place() {
        return place;
    }

    private void saveTable() {
        League league = methods.leagueProperty().get();
        if (league != null) {
            place.file(
                    "train.save", "methods", Ending.CSV, file -> model.files().league(league, file));
        }
    }

    private void savePicture() {
        DotTable picture = picture();
        place.oneOf(ChartPictures.KINDS, "train.save", "methods", (file, leave) -> {
            Map<Path, AtomicFile.Content> files = picture.in(file);
            leave.toWrite(files.keySet(), agreed -> model.files().write(files, agreed));
        });
    }

    private void copy() {
        model.files().make(picture().png(), bytes -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(new Image(new ByteArrayInputStream(bytes)));
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    /** What the table shows now, in its order. */
    private DotTable picture() {
        TrainSettings settings = methods.settingsProperty().get();
        TrainSettings used = settings == null ? model.settings() : settings;
        return new DotTable(
                words.title(methods, false),
                List.of(texts.paragraph(words.notes(methods))),
                List.of(
                        texts.get("train.league.method"),
                        texts.get("train.league.dots"),
                        words.errorsHead(used),
                        texts.get("train.league.seconds"),
                        texts.get("train.league.over-labels"),
                        texts.get("train.league.over-control")),
                table.getItems().stream()
                        .filter(LeagueRow::isTried)
                        .map(row -> new DotTable.Row(
                                texts.get(row.name()),
                                row.dots(),
                                List.of(
                                        words.errors(row),
                                        words.seconds(row),
                                        words.verdict(row.overLabels()),
                                        words.verdict(row.overControl()))))
                        .toList(),
                SettingsWords.common(used, texts));
    }
}
