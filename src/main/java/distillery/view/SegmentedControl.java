package distillery.view;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A few values side by side of which exactly one is chosen. Tab reaches that one, the arrow keys choose another. */
public final class SegmentedControl<T> extends HBox {
    /** Buttons get the id of the choice, a dash, and the value in lower case with dashes. */
    public SegmentedControl(String id, Property<T> chosen, List<T> values, Function<T, ObservableValue<String>> name) {
        setId(id);
        getStyleClass().add("choice");
        ToggleGroup group = new ToggleGroup();
        for (T value : values) {
            ToggleButton button = new ToggleButton();
            button.setId(id + "-" + value.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-"));
            button.textProperty().bind(name.apply(value));
            button.setToggleGroup(group);
            button.setUserData(value);
            button.setOnAction(pressed -> button.setSelected(true)); // a press on the chosen one must not leave none
            button.selectedProperty().addListener((property, before, now) -> {
                if (now) { // by whatever means: arrow keys select without a press
                    chosen.setValue(value);
                }
            });
            button.setMinWidth(USE_PREF_SIZE);
            getChildren().add(button);
        }
        getChildren().get(0).getStyleClass().add("first");
        getChildren().get(values.size() - 1).getStyleClass().add("last");
        chosen.addListener((property, before, now) -> show(group, now));
        show(group, chosen.getValue());
    }

    private static void show(ToggleGroup group, Object chosen) {
        group.getToggles().stream()
                .filter(toggle -> chosen.equals(toggle.getUserData()))
                .findFirst()
                .ifPresent(group::selectToggle);
    }
}
