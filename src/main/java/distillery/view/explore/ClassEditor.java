package distillery.view.explore;

import distillery.lab.ClassLogits;
import distillery.lab.Example;
import distillery.lab.ExploreModel;
import distillery.view.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The classes of the example as a list to rename, add to and take from. Changing it makes the example one's own. */
final class ClassEditor extends VBox {
    private final ExploreModel model;
    private final Texts texts;
    private final VBox rows = new VBox();
    private final List<TextField> names = new ArrayList<>();

    ClassEditor(ExploreModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("explore-class-editor");
        getStyleClass().add("class-editor");
        getStylesheets().addAll(ExploreView.styleSheets());
        Label title = new Label();
        title.getStyleClass().add("card-title");
        title.textProperty().bind(texts.text("explore.editor.title"));
        Label hint = new Label();
        hint.getStyleClass().add("quiet");
        hint.textProperty().bind(texts.text("explore.editor.hint"));
        rows.getStyleClass().add("class-editor");
        Button add = new Button();
        add.setId("explore-class-add");
        add.setGraphic(new FontIcon("fth-plus"));
        add.textProperty().bind(texts.text("explore.editor.add"));
        add.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.exampleProperty().get().size() == Example.MOST, model.exampleProperty()));
        add.setOnAction(pressed -> {
            model.addClass();
            names.get(names.size() - 1).requestFocus();
        });
        getChildren().setAll(title, hint, rows, add);
        model.exampleProperty().addListener((property, before, now) -> show(now));
        show(model.exampleProperty().get());
    }

    private void show(Example example) {
        if (names.size() != example.size()) {
            names.clear();
            rows.getChildren().clear();
            for (int i = 0; i < example.size(); i++) {
                rows.getChildren().add(row(i));
            }
        }
        for (int i = 0; i < names.size(); i++) {
            String name = ClassLooks.name(example.classes().get(i), texts);
            if (!names.get(i).getText().equals(name)) {
                names.get(i).setText(name);
            }
        }
    }

    private HBox row(int index) {
        TextField name = new TextField();
        name.setId("explore-class-name-" + index);
        name.setAccessibleText(texts.get("explore.editor.name", index + 1));
        name.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().length() <= ClassLogits.LONGEST_NAME ? change : null));
        name.setOnAction(entered -> rename(index, name));
        name.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                rename(index, name);
            }
        });
        names.add(name);
        Button remove = new Button();
        remove.setId("explore-class-remove-" + index);
        remove.setGraphic(new FontIcon("fth-x"));
        remove.setAccessibleText(texts.get("explore.editor.remove", index + 1));
        remove.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.exampleProperty().get().size() == Example.FEWEST, model.exampleProperty()));
        remove.setOnAction(pressed -> model.removeClass(index));
        return new HBox(name, remove);
    }

    private void rename(int index, TextField field) {
        Example example = model.exampleProperty().get();
        // the field of a class that was just taken away loses its focus too
        if (!names.contains(field) || index >= example.size()) {
            return;
        }
        String shown = ClassLooks.name(example.classes().get(index), texts);
        String typed = field.getText().strip();
        if (typed.isEmpty()) {
            field.setText(shown);
        } else if (!typed.equals(shown)) {
            model.renameClass(index, typed);
        }
    }
}
