package distillery.view.digits;

import distillery.lab.Appearance;
import distillery.lab.digits.Answers;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.Framing;
import distillery.lab.digits.KeptDrawing;
import distillery.lab.digits.PenStroke;
import distillery.view.Controls;
import distillery.view.SegmentedControl;
import distillery.view.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The pad with its tools, and what the nets see of it. */
final class PadCard extends VBox {
    private final DigitsModel model;
    private final Controls parts;
    private final Texts texts;

    PadCard(DigitsModel model, Appearance appearance, Controls parts, PadFiles files) {
        this.model = model;
        this.parts = parts;
        texts = parts.texts();
        getStyleClass().addAll("card", "pad-card");
        setId("digits-pad-card");
        PadPane pad = new PadPane(model, appearance, texts);
        files.acceptDrops(pad);
        HBox tools = new HBox(rubber(pad), brush(), clear(), kept(files));
        tools.getStyleClass().add("tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        SegmentedControl<Framing> framing = new SegmentedControl<>(
                "digits-framing",
                model.framingProperty(),
                List.of(Framing.values()),
                each -> texts.text("digits.framing." + each.id()));
        SeenPane seen = new SeenPane("digits-seen", SeenPane.SMALL, model, appearance, texts);
        Label what = parts.prose(
                "digits-seen-words", texts.live(this::seen, model.answersProperty(), model.framingProperty()), "quiet");
        VBox words = new VBox(parts.label("digits.seen", "quiet"), framing, what);
        words.getStyleClass().add("seen-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox below = new HBox(seen, words);
        below.getStyleClass().add("seen-row");
        getChildren().setAll(parts.label("digits.pad.title", "card-title"), pad, tools, below);
        for (Region row : List.of(tools, below)) {
            row.setMinHeight(USE_PREF_SIZE);
        }
    }

    private String seen() {
        var answers = model.answersProperty().get();
        if (answers != null && answers.digit() >= 0) {
            return texts.get("digits.seen.digit", answers.digit(), answers.label());
        }
        return texts.get("digits.framing." + model.framingProperty().get().id() + ".words");
    }

    private ToggleButton rubber(PadPane pad) {
        ToggleButton rubber = new ToggleButton("", Controls.icon(Feather.DELETE));
        rubber.setId("digits-erase");
        rubber.getStyleClass().add("icon-button");
        rubber.selectedProperty().bindBidirectional(pad.erasingProperty());
        return parts.tip(rubber, "digits.erase");
    }

    private Slider brush() {
        Slider brush = new Slider(
                PenStroke.THINNEST,
                PenStroke.THICKEST,
                model.drawing().brushProperty().get());
        brush.setId("digits-brush");
        brush.setBlockIncrement(0.01);
        brush.valueProperty().bindBidirectional(model.drawing().brushProperty());
        HBox.setHgrow(brush, Priority.ALWAYS);
        brush.setMinWidth(28); // or the card would be wider than its column
        return parts.tip(brush, "digits.brush");
    }

    private Button clear() {
        Button clear = parts.button(new Button(), "digits-clear", "digits.clear", "digits.clear.tip");
        clear.setOnAction(pressed -> model.drawing().clear());
        clear.disableProperty().bind(model.drawing().pad().drawingProperty().map(drawing -> drawing.isEmpty()));
        return clear;
    }

    /** Drawings that were kept, and what can be done with this one. */
    private MenuButton kept(PadFiles files) {
        MenuButton menu = parts.button(new MenuButton(), "digits-drawings", "digits.drawings", "digits.drawings.tip");
        menu.setOnShowing(opening -> fill(menu, files));
        fill(menu, files);
        return menu;
    }

    private void fill(MenuButton menu, PadFiles files) {
        boolean empty = model.drawing().pad().drawingProperty().get().isEmpty();
        MenuItem keep = parts.item("digits-keep", "digits.keep", () -> askName());
        MenuItem open = parts.item("digits-open-picture", "digits.open-picture", files::open);
        MenuItem png = parts.item("digits-save-drawing", "digits.save-drawing", files::saveDrawing);
        MenuItem seen = parts.item("digits-save-seen", "digits.save-seen", files::saveSeen);
        MenuItem example = parts.item("digits-use", "digits.use", files::use);
        keep.setDisable(empty);
        png.setDisable(empty);
        Answers answers = model.answersProperty().get();
        boolean unseen = answers == null || answers.isBlank();
        seen.setDisable(unseen);
        example.setDisable(unseen);
        menu.getItems().setAll(keep, open, png, seen, example);
        if (!model.drawing().kept().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        for (KeptDrawing each : model.drawing().kept()) {
            MenuItem take = new MenuItem(each.name());
            take.setMnemonicParsing(false);
            take.setOnAction(chosen -> model.drawing().take(each.drawing()));
            menu.getItems().add(take);
        }
        if (!model.drawing().kept().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
            for (KeptDrawing each : model.drawing().kept()) {
                MenuItem forget = new MenuItem();
                forget.setMnemonicParsing(false);
                forget.textProperty().bind(texts.text("digits.forget", each.name()));
                forget.setOnAction(chosen -> model.drawing().kept().remove(each));
                menu.getItems().add(forget);
            }
        }
    }

    /** A field in place of the tools' row until a name is given, or Escape. */
    private void askName() {
        TextField name = new TextField(
                texts.get("digits.keep.first", model.drawing().kept().size() + 1));
        name.setId("digits-keep-name");
        name.accessibleTextProperty().bind(texts.text("digits.keep.name"));
        HBox row = new HBox(parts.label("digits.keep.name", "quiet"), name);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("tools");
        int place = 2;
        var tools = getChildren().get(place);
        HBox.setHgrow(name, Priority.ALWAYS);
        row.setMinHeight(((Region) tools).getHeight());
        getChildren().set(place, row);
        Runnable back = () -> getChildren().set(place, tools);
        name.setOnAction(entered -> {
            String given = name.getText().strip();
            if (!given.isEmpty() && given.codePointCount(0, given.length()) <= KeptDrawing.LONGEST_NAME) {
                model.drawing().keep(given);
                back.run();
                tools.lookup("#digits-drawings").requestFocus();
            } else {
                name.selectAll();
            }
        });
        name.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                back.run();
                tools.lookup("#digits-drawings").requestFocus();
                key.consume();
            }
        });
        name.requestFocus();
        name.selectAll();
    }
}
