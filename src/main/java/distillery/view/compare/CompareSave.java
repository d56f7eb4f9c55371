package distillery.view.compare;

import distillery.data.AtomicFile;
import distillery.data.Csv;
import distillery.data.Ending;
import distillery.lab.compare.CompareModel;
import distillery.lab.compare.RunsCsv;
import distillery.lab.train.TrainModel;
import distillery.train.ArmName;
import distillery.train.archive.RunArchive.Kept;
import distillery.view.Controls;
import distillery.view.Texts;
import distillery.view.chart.ChartNumbers;
import distillery.view.picture.ChartPictures;
import distillery.view.shell.SavePlace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** Runs to take along: all as a table, the chosen ones' curves as a picture. */
final class CompareSave extends MenuButton {
    private static final Ending HTML = new Ending(".html", ".htm");

    private final CompareModel model;
    private final TrainModel train;
    private final Texts texts;
    private final Supplier<ChartNumbers> chart;
    private final SavePlace place;

    CompareSave(CompareModel model, TrainModel train, Supplier<ChartNumbers> chart, Controls parts) {
        this.model = model;
        this.train = train;
        this.chart = chart;
        texts = parts.texts();
        place = new SavePlace(this, texts);
        parts.button(this, "compare-save", "train.save", "compare.save.tip");
        MenuItem picture = parts.item("compare-save-picture", "compare.save.picture", this::savePicture);
        picture.disableProperty().bind(Bindings.isEmpty(model.chosen()));
        MenuItem report = parts.item("compare-save-report", "compare.save.report", this::saveReport);
        report.disableProperty().bind(Bindings.isEmpty(model.chosen()));
        getItems().setAll(parts.item("compare-save-table", "compare.save.table", this::saveTable), picture, report);
        disableProperty().bind(Bindings.isEmpty(model.runs()));
    }

    /** Where all of it is saved. */
    SavePlace place() {
        return place;
    }

    private void saveTable() {
        List<Kept> rows = List.copyOf(model.runs());
        place.file("train.save", "runs", Ending.CSV, file -> {
            AtomicFile.Content table = Csv.file(out -> RunsCsv.write(out, rows));
            train.files().write(file, table);
        });
    }

    private void saveReport() {
        RunReport report = report();
        place.file("train.save", "runs", HTML, file -> train.files().write(file, report.content()));
    }

    /** The chosen runs on one page. */
    RunReport report() {
        CompareWords words = new CompareWords(texts);
        List<List<String>> rows = chosen().stream()
                .map(run -> List.of(
                        words.name(run),
                        words.seeds(run.header()),
                        words.errors(run.header(), ArmName.DISTILLED),
                        words.errors(run.header(), ArmName.LABELS_ONLY),
                        words.verdict(run.header()),
                        run.header().label().note(),
                        words.seconds(run.header())))
                .toList();
        return new RunReport(
                texts.get("compare.report.title"),
                texts.get("compare.report.language"),
                RunReport.head(texts),
                rows,
                settings(),
                List.of(texts.get("compare.curves.band")),
                chart.get());
    }

    private List<Kept> chosen() {
        return model.chosen().stream().flatMap(id -> model.find(id).stream()).toList();
    }

    private List<String> settings() {
        CompareWords words = new CompareWords(texts);
        return chosen().stream()
                .map(run -> words.name(run) + ": " + words.settings(run))
                .toList();
    }

    private void savePicture() {
        ChartPictures pictures = new ChartPictures(List.of("curves"), List.of(chart.get()), settings());
        place.oneOf(ChartPictures.KINDS, "train.save", "curves", (file, leave) -> {
            Map<Path, AtomicFile.Content> files = pictures.sheet(file);
            leave.toWrite(files.keySet(), agreed -> train.files().write(files, agreed));
        });
    }
}
