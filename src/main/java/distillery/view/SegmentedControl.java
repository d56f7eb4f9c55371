package distillery.view;

import java.util.ArrayList;
import java.util.Collection;
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
    private static final String FIRST = "first";
    private static final String LAST = "last";

    private final Property<T> chosen;
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final ToggleGroup group = new ToggleGroup();

    /** Buttons get the id of the choice, a dash, and the value in lower case with dashes. */
    public SegmentedControl(String id, Property<T> chosen, List<T> values, Function<T, ObservableValue<String>> name) {
        this.chosen = chosen;
        setId(id);
        getStyleClass().add("choice");
        for (T value : values) {
            ToggleButton button = new ToggleButton();
            button.setId(id + "-" + value.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-"));
            button.textProperty().bind(name.apply(value));
            button.setUserData(value);
            button.setOnAction(pressed -> button.setSelected(true)); // a press on the chosen one must not leave none
            button.selectedProperty().addListener((property, before, now) -> {
                if (now) { // by whatever means: arrow keys select without a press
                    chosen.setValue(value);
                }
            });
            button.setMinWidth(USE_PREF_SIZE);
            buttons.add(button);
        }
        offer(values);
        chosen.addListener((property, before, now) -> show());
    }

    /** Leaves only some of its values to choose from. The chosen one should be among them. */
    public void offer(Collection<T> offered) {
        List<ToggleButton> shown = buttons.stream()
                .filter(button -> offered.contains(button.getUserData()))
                .toList();
        if (shown.equals(getChildren())) {
            return;
        }
        group.getToggles().setAll(shown);
        getChildren().setAll(shown);
        buttons.forEach(button -> button.getStyleClass().removeAll(FIRST, LAST));
        shown.get(0).getStyleClass().add(FIRST);
        shown.get(shown.size() - 1).getStyleClass().add(LAST);
        show();
    }

    private void show() {
        group.getToggles().stream()
                .filter(toggle -> chosen.getValue().equals(toggle.getUserData()))
                .findFirst()
                .ifPresent(group::selectToggle);
    }
}
