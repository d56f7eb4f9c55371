package distillery.view.digits;

import distillery.data.Ending;
import distillery.data.Problem;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.NetFiles;
import distillery.lab.digits.NetFilesModel;
import distillery.lab.digits.NetSource;
import distillery.lab.digits.Panel;
import distillery.view.Controls;
import distillery.view.Texts;
import distillery.view.shell.SavePlace;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The files that nets are read from: a teacher's, which another may replace, and students', which come and go. */
final class NetFilesRow extends VBox {
    private final NetFilesModel model;
    private final Controls parts;
    private final Texts texts;
    private final SavePlace place;
    private final FlowPane buttons = new FlowPane();
    private BiFunction<FileChooser, Window, @Nullable List<File>> dialog = FileChooser::showOpenMultipleDialog;

    NetFilesRow(DigitsModel digits, Controls parts) {
        model = digits.files();
        this.parts = parts;
        texts = parts.texts();
        place = new SavePlace(this, texts);
        setId("digits-files");
        getStyleClass().add("net-files");
        buttons.getStyleClass().add("filters");
        Controls.showIf(buttons, digits.netsProperty().map(source -> source == NetSource.FILES));
        Label refused = parts.prose("digits-files-refused", texts.live(this::refusal, model.problemProperty()));
        Controls.showIf(refused, model.problemProperty().map(why -> true).orElse(false));
        getChildren().setAll(buttons, refused);
        setMinHeight(USE_PREF_SIZE);
        model.filesProperty().subscribe(this::offer);
    }

    /** What asks for files, in place of the system's own dialog. */
    void setDialog(BiFunction<FileChooser, Window, @Nullable List<File>> other) {
        dialog = other;
    }

    private String refusal() {
        Problem why = model.problemProperty().get();
        return why == null ? "" : texts.get(why.key(), why.arguments().toArray());
    }

    private void offer(NetFiles files) {
        List<Node> all = new ArrayList<>();
        Button teacher = parts.button(
                new Button(), "digits-files-teacher", "digits.files.no-teacher", "digits.files.teacher.tip");
        if (!files.teacher().isEmpty()) {
            teacher.textProperty().bind(texts.text("digits.files.teacher", NetWords.name(files.teacher())));
        }
        teacher.setOnAction(pressed -> askForTeacher());
        all.add(teacher);
        for (int i = 0; i < files.students().size(); i++) {
            int student = i;
            String key = "digits.files.drop.tip";
            Button drop = parts.button(new Button(), "digits-files-drop-" + i, "digits.files.drop", key);
            drop.textProperty()
                    .bind(texts.text(
                            "digits.files.drop", NetWords.name(files.students().get(i))));
            drop.setOnAction(pressed -> model.drop(student));
            all.add(drop);
        }
        if (files.students().size() < Panel.MOST_STUDENTS) {
            Button more = parts.button(new Button(), "digits-files-add", "digits.files.add", "digits.files.add.tip");
            more.setOnAction(pressed -> ask("digits.files.add", model::add));
            more.setDisable(files.teacher().isEmpty());
            all.add(more);
        }
        all.forEach(button -> ((Button) button).setMnemonicParsing(false));
        buttons.getChildren().setAll(all);
    }

    /** Asks for a teacher's file; more that are chosen with it are students. */
    void askForTeacher() {
        ask("digits.files.teacher.title", model::teach);
    }

    private void ask(String title, Consumer<List<Path>> then) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get(title));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        texts.get("train.teacher.file.kind"), "*" + Ending.NPZ.text(), "*.NPZ"));
        List<File> chosen = dialog.apply(chooser, getScene().getWindow());
        if (chosen != null) {
            take(chosen, then);
        }
    }

    private void take(List<File> chosen, Consumer<List<Path>> then) {
        List<Path> paths =
                chosen.stream().flatMap(file -> place.path(file).stream()).toList();
        if (!paths.isEmpty()) {
            then.accept(paths);
        }
    }

    /** Takes weights that are dropped; anything else goes to the window. */
    void acceptDrops(Node target) {
        target.setOnDragOver(event -> {
            if (!weights(event).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        target.setOnDragDropped(event -> {
            List<File> dropped = weights(event);
            if (!dropped.isEmpty()) {
                event.setDropCompleted(true);
                event.consume();
                take(dropped, model::add);
            }
        });
    }

    private static List<File> weights(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .filter(file -> file.getName().toLowerCase(Locale.ROOT).endsWith(Ending.NPZ.text()))
                .toList();
    }
}
