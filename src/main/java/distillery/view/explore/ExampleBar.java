package distillery.view.explore;

import distillery.lab.example.ExampleKind;
import distillery.lab.explore.ExploreModel;
import distillery.view.LessonAnchors;
import distillery.view.Texts;
import java.util.Locale;
import java.util.random.RandomGenerator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which example is on screen, its classes, and the kind of axis. */
final class ExampleBar extends HBox {
    private final ExploreModel model;
    private final Texts texts;
    private final Button classes;

    /** The same one each time: a name that could not be taken is still there. */
    private final ClassEditor classEditor;

    private final BooleanBinding digitShown;

    ExampleBar(ExploreModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("example-bar");
        setAlignment(Pos.CENTER_LEFT);
        digitShown = Bindings.createBooleanBinding(
                () -> model.digitsProperty().get() != null
                        && model.exampleProperty().get().kind() == ExampleKind.DIGIT,
                model.exampleProperty(),
                model.digitsProperty());
        classEditor = new ClassEditor(model, texts);
        classes = named(new Button(), "classes");
        classes.setOnAction(pressed -> editClasses());
        ToggleButton logAxis = named(new ToggleButton(), "log-axis");
        logAxis.selectedProperty().bindBidirectional(model.logAxisProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(LessonAnchors.rowHead(), menu(), classes, digits(), space, logAxis);
    }

    private MenuButton menu() {
        MenuButton menu = new MenuButton();
        menu.setId("explore-example");
        menu.textProperty()
                .bind(texts.live(() -> presetName(model.exampleProperty().get().kind()), model.exampleProperty()));
        menu.accessibleTextProperty().bind(texts.live(() -> texts.get("explore.example.menu")));
        for (ExampleKind kind : ExampleKind.values()) {
            MenuItem item = new MenuItem();
            item.setId("explore-preset-" + key(kind));
            item.textProperty()
                    .bind(texts.live(
                            () -> model.digitsProperty().get() == null && kind == ExampleKind.DIGIT
                                    ? texts.get("explore.example.no-digit")
                                    : presetName(kind),
                            model.digitsProperty()));
            if (kind == ExampleKind.DIGIT) {
                item.disableProperty().bind(model.digitsProperty().isNull());
            }
            item.setOnAction(chosen -> choose(kind));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void choose(ExampleKind kind) {
        model.choose(kind);
        if (kind == ExampleKind.OWN) {
            editClasses();
        }
    }

    /** Previous, next and any digit; there only while a digit is shown. */
    private HBox digits() {
        Button previous = named(new Button(), "digit-previous");
        previous.setGraphic(new FontIcon("fth-chevron-left"));
        previous.setOnAction(
                pressed -> model.showDigit(model.exampleProperty().get().digit() - 1));
        Button next = named(new Button(), "digit-next");
        next.setGraphic(new FontIcon("fth-chevron-right"));
        next.setOnAction(
                pressed -> model.showDigit(model.exampleProperty().get().digit() + 1));
        Button any = named(new Button(), "digit-any");
        any.setGraphic(new FontIcon("fth-shuffle"));
        any.setOnAction(pressed -> model.showDigit(RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE)));
        DigitPicture picture = new DigitPicture(model);
        picture.fitHeightProperty().bind(classes.heightProperty().multiply(1.4));
        HBox digits = new HBox(picture, previous, next, any);
        digits.getStyleClass().add("example-bar");
        digits.setAlignment(Pos.CENTER_LEFT);
        digits.visibleProperty().bind(digitShown);
        digits.managedProperty().bind(digitShown);
        return digits;
    }

    private void editClasses() {
        classEditor.show();
        PopOver editor = new PopOver(classEditor);
        editor.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
        editor.setDetachable(false);
        editor.setHideOnEscape(false); // it would hide before a field has taken back what was typed
        editor.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                editor.hide();
            }
        });
        editor.setFadeInDuration(Duration.millis(100));
        editor.setFadeOutDuration(Duration.millis(100));
        editor.show(classes);
    }

    private <B extends ButtonBase> B named(B button, String key) {
        button.setId("explore-" + key);
        button.setMinWidth(USE_PREF_SIZE);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text("explore." + key + ".tip"));
        button.setTooltip(tooltip);
        if (key.startsWith("digit-")) {
            button.accessibleTextProperty().bind(texts.text("explore." + key + ".tip"));
        } else {
            button.textProperty().bind(texts.text("explore." + key));
        }
        return button;
    }

    private String presetName(ExampleKind kind) {
        return texts.get("explore.preset." + key(kind));
    }

    private static String key(ExampleKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
