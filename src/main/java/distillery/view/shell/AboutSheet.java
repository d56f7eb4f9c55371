package distillery.view.shell;

import distillery.view.Assets;
import distillery.view.Texts;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What the program is, its version, and the sources of its data, font, pictures and libraries. */
final class AboutSheet extends VBox {

    AboutSheet(Texts texts) {
        setId("about-sheet");
        getStyleClass().add("about");
        String version = Assets.text("version.txt").strip();
        getChildren().addAll(line(texts, "shell.about.what"), line(texts, "shell.about.version", version));
        getChildren().addAll(line(texts, "shell.about.licence"), line(texts, "shell.about.thanks"));
        getChildren().get(3).getStyleClass().add("heading");
        GridPane table = new GridPane();
        table.getStyleClass().add("credits");
        for (CSVRecord credit : credits()) {
            Label kind = new Label();
            kind.textProperty().bind(texts.text("shell.about." + credit.get("kind")));
            kind.getStyleClass().add("quiet");
            Label source = new Label(credit.get("source"));
            source.getStyleClass().add("quiet");
            Label name = new Label(credit.get("name") + " " + credit.get("version"));
            table.addRow(table.getRowCount(), name, kind, new Label(credit.get("licence")), source);
        }
        table.getChildren().forEach(cell -> ((Label) cell).setMinWidth(USE_PREF_SIZE));
        getChildren().add(table);
    }

    private static Label line(Texts texts, String key, Object... arguments) {
        Label label = new Label();
        label.textProperty().bind(texts.text(key, arguments));
        label.setWrapText(true);
        return label;
    }

    private static List<CSVRecord> credits() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var rows = format.parse(new StringReader(Assets.text("credits.csv")))) {
            return rows.getRecords();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
