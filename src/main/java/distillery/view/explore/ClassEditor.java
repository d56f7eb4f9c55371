package distillery.view.explore;

import distillery.data.Problem;
import distillery.lab.example.ClassLogits;
import distillery.lab.example.Example;
import distillery.lab.explore.ExploreModel;
import distillery.view.Texts;
import distillery.view.Typing;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The classes of the example as a list to rename, add to and take from. Changing it makes the example one's own. */
final class ClassEditor extends VBox {
    private final ExploreModel model;
    private final Texts texts;
    private final VBox rows = new VBox();
    private final List<Typing> names = new ArrayList<>();

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
            names.get(names.size() - 1).point();
        });
        getChildren().setAll(title, hint, rows, add);
        // What is left over goes to the button that opened the window of classes, which would open another.
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                key.consume();
            }
        });
        model.exampleProperty().addListener((property, before, now) -> show());
        show();
    }

    /** Shows the classes there are; a name that is being typed stays. */
    final void show() {
        int size = model.exampleProperty().get().size();
        while (names.size() > size) {
            names.remove(names.size() - 1);
            rows.getChildren().remove(names.size());
        }
        while (names.size() < size) {
            rows.getChildren().add(row(names.size()));
        }
        names.forEach(Typing::valueChanged);
    }

    private HBox row(int index) {
        TextField name = new TextField();
        name.setId("explore-class-name-" + index);
        name.accessibleTextProperty().bind(texts.text("explore.editor.name", index + 1));
        Typing typing = new Typing(name, name, () -> shown(index), name::setText, typed -> rename(index, typed));
        names.add(typing);
        Button remove = new Button();
        remove.setId("explore-class-remove-" + index);
        remove.setGraphic(new FontIcon("fth-x"));
        remove.accessibleTextProperty().bind(texts.text("explore.editor.remove", index + 1));
        remove.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.exampleProperty().get().size() == Example.FEWEST, model.exampleProperty()));
        remove.setOnAction(pressed -> model.removeClass(index));
        typing.explain(texts);
        return new HBox(name, remove);
    }

    /** A class that was just taken away has no name, but its field may still lose the focus. */
    private String shown(int index) {
        Example example = model.exampleProperty().get();
        return index < example.size() ? ClassLooks.name(example.classes().get(index), texts) : "";
    }

    private void rename(int index, String typed) throws Problem {
        if (index < model.exampleProperty().get().size()) {
            model.renameClass(index, ClassLogits.readName(typed));
        }
    }
}
