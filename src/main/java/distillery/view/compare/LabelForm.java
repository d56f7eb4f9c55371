package distillery.view.compare;

import distillery.lab.compare.CompareModel;
import distillery.train.archive.RunArchive.Kept;
import distillery.train.archive.RunLabel;
import distillery.view.Controls;
import distillery.view.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What is written on the chosen run: name, tags and note. Enter or leaving a field keeps it, Escape takes it back. */
final class LabelForm extends GridPane {
    private final CompareModel model;
    private final Controls parts;
    private final TextField name;
    private final TextField tags;
    private final TextField note;
    private @Nullable String shown;

    LabelForm(CompareModel model, Controls parts) {
        this.model = model;
        this.parts = parts;
        setId("compare-label");
        getStyleClass().add("label-form");
        name = field("name", 0, 0, label -> label.name());
        tags = field("tags", 0, 2, label -> String.join(", ", label.tags()));
        note = field("note", 1, 0, RunLabel::note);
        setColumnSpan(note, 3);
        ColumnConstraints words =
                new ColumnConstraints(Region.USE_PREF_SIZE, Region.USE_COMPUTED_SIZE, Region.USE_PREF_SIZE);
        ColumnConstraints field = new ColumnConstraints();
        field.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(words, field, words, field);
        model.chosen().addListener((ListChangeListener<String>) change -> show());
        model.runs().addListener((ListChangeListener<Kept>) change -> show());
        show();
    }

    /** Gives the focus to the name, as for a file. */
    void rename() {
        name.requestFocus();
        name.selectAll();
    }

    private @Nullable Kept run() {
        return model.chosen().size() == 1 ? model.find(model.chosen().get(0)).orElse(null) : null;
    }

    private void show() {
        Kept run = run();
        setDisable(run == null);
        String id = run == null ? null : run.id();
        boolean typing = id != null && id.equals(shown) && (name.isFocused() || tags.isFocused() || note.isFocused());
        shown = id;
        if (!typing) {
            RunLabel label = run == null ? RunLabel.NONE : run.header().label();
            name.setText(label.name());
            tags.setText(String.join(", ", label.tags()));
            note.setText(label.note());
        }
    }

    private TextField field(String id, int row, int column, Function<RunLabel, String> read) {
        TextField field = new TextField();
        field.setId("compare-" + id);
        Texts texts = parts.texts();
        parts.tip(field, "compare." + id + ".tip");
        field.setOnAction(entered -> keep());
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                keep();
            }
        });
        field.setOnKeyPressed(key -> {
            Kept run = run();
            if (key.getCode() == KeyCode.ESCAPE && run != null) {
                field.setText(read.apply(run.header().label()));
                key.consume();
            }
        });
        Label words = parts.label(texts.text("compare.column." + id), "quiet");
        words.setLabelFor(field);
        add(words, column, row);
        add(field, column + 1, row);
        return field;
    }

    private void keep() {
        Kept run = run();
        if (run != null && run.id().equals(shown)) {
            List<String> wanted = Arrays.stream(tags.getText().split("[,，、]"))
                    .map(String::strip)
                    .filter(tag -> !tag.isEmpty())
                    .map(tag -> cut(tag, RunLabel.LONGEST_TAG))
                    .distinct()
                    .limit(RunLabel.MOST_TAGS)
                    .toList();
            model.relabel(
                    run.id(),
                    run.header()
                            .label()
                            .withName(cut(name.getText().strip(), RunLabel.LONGEST_NAME))
                            .withNote(cut(note.getText().strip(), RunLabel.LONGEST_NOTE))
                            .withTags(wanted));
        }
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
