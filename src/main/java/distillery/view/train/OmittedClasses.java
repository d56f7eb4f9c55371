package distillery.view.train;

import distillery.lab.train.TrainModel;
import distillery.train.TrainSettings;
import distillery.view.Controls;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.css.PseudoClass;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.TilePane;

/** A button for each class; a pressed one is never shown to the students. */
final class OmittedClasses extends TilePane {
    /** From here on the buttons are small, so that a hundred of them take a dozen rows. */
    private static final int MANY = 11;

    private static final PseudoClass DENSE = PseudoClass.getPseudoClass("dense");

    private final TrainModel model;
    private final Controls parts;
    private List<String> names = List.of();

    OmittedClasses(TrainModel model, Controls parts) {
        this.model = model;
        this.parts = parts;
        setId("train-omitted");
        getStyleClass().add("digits");
        model.settingsProperty().subscribe(now -> show());
        model.data().readingProperty().subscribe(now -> show());
    }

    private void show() {
        TrainSettings settings = model.settings();
        List<String> now = model.data().readingProperty().get().names(settings);
        if (!now.equals(names)) {
            names = now;
            setPrefColumns(names.size() < MANY ? 5 : 9);
            pseudoClassStateChanged(DENSE, names.size() >= MANY);
            getChildren().clear();
            for (int i = 0; i < names.size(); i++) {
                getChildren().add(button(i));
            }
        }
        for (int i = 0; i < names.size(); i++) {
            ((ToggleButton) getChildren().get(i)).setSelected(settings.omitted().contains(i));
        }
    }

    private ToggleButton button(int index) {
        ToggleButton button = new ToggleButton(names.get(index));
        button.setId("train-omit-" + index);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> omit(index, button));
        button.accessibleTextProperty().bind(parts.texts().text("train.omit", names.get(index)));
        return parts.tip(button, "train.omitted.tip");
    }

    private void omit(int index, ToggleButton button) {
        Set<Integer> omitted = new TreeSet<>(model.settings().omitted());
        boolean gone = button.isSelected();
        boolean changed = gone ? omitted.add(index) : omitted.remove(index);
        if (changed && model.edit(draft -> draft.omitted = omitted).isPresent()) {
            button.setSelected(!gone); // one class must be left
        }
    }
}
