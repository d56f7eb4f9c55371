package distillery.view.train;

import distillery.data.PlaneSettings;
import distillery.lab.Appearance;
import distillery.lab.train.PlaneModel;
import distillery.lab.train.PlaneSight;
import distillery.lab.train.TrainModel;
import distillery.train.ArmName;
import distillery.train.ArmRole;
import distillery.train.TrainEvent;
import distillery.view.Controls;
import distillery.view.Numbers;
import distillery.view.Picker;
import distillery.view.Scale;
import distillery.view.ScaleSlider;
import distillery.view.SegmentedControl;
import distillery.view.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Points in the plane: what teacher and student think everywhere, and where a person adds points. */
final class PlaneCard extends VBox {
    private final TrainModel model;
    private final PlaneModel plane;
    private final Texts texts;
    private final PlanePane pane;
    private final BooleanProperty large = new SimpleBooleanProperty(this, "large");

    PlaneCard(TrainModel model, Appearance appearance, Controls parts) {
        this.model = model;
        plane = model.plane();
        texts = parts.texts();
        pane = new PlanePane(model, appearance, texts);
        VBox.setVgrow(pane, Priority.ALWAYS);
        Label title = parts.label("train.plane", "card-title");
        ToggleButton size =
                parts.button(new ToggleButton(), "train-plane-large", "train.plane.large", "train.plane.large.tip");
        size.selectedProperty().bindBidirectional(large);
        HBox head = new HBox(title, Controls.space(), size);
        ScaleSlider viewing =
                new ScaleSlider(Scale.TEMPERATURE, model.viewingProperty().get());
        viewing.setId("train-plane-viewing");
        viewing.amountProperty().bindBidirectional(model.viewingProperty());
        parts.tip(viewing, "train.plane.viewing.tip");
        Label heat = parts.label(
                texts.live(
                        () -> "T = "
                                + Numbers.temperature(model.viewingProperty().get()),
                        model.viewingProperty()),
                "viewing-value");
        heat.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(viewing, Priority.ALWAYS);
        HBox glasses = new HBox(heat, viewing);
        glasses.getStyleClass().add("plane-row");
        FlowPane tools = new FlowPane(pages(), arm(parts));
        FlowPane hand = new FlowPane(classes(), forget(parts));
        tools.getStyleClass().add("plane-row");
        hand.getStyleClass().add("plane-row");
        setId("train-plane");
        getStyleClass().addAll("card", "batch-card");
        getChildren()
                .setAll(
                        head,
                        glasses,
                        tools,
                        pane,
                        hand,
                        parts.prose("train-plane-words", pane.words(), "quiet"),
                        parts.prose("train-plane-agree", agreement()));
        plane.watchedProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> isVisible() && getScene() != null, visibleProperty(), sceneProperty()));
    }

    /** Whether it has the whole screen. */
    BooleanProperty largeProperty() {
        return large;
    }

    private SegmentedControl<PlanePane.Page> pages() {
        return new SegmentedControl<>(
                "train-plane-page",
                pane.pageProperty(),
                List.of(PlanePane.Page.values()),
                page -> texts.text("train.plane.page." + page.name().toLowerCase(Locale.ROOT)));
    }

    private Picker<ArmName> arm(Controls parts) {
        Picker<ArmName> arms = new Picker<>(
                "train-plane-arm",
                ArmName.CLASSIC,
                texts,
                arm -> ArmWords.of(arm, texts),
                plane.armProperty(),
                plane.armProperty()::set);
        model.reading().readyProperty().subscribe(ready -> arms.offer(offered(ready)));
        return parts.tip(arms, "train.plane.arm.tip");
    }

    private static List<ArmName> offered(TrainEvent.@Nullable Ready ready) {
        return ready == null
                ? ArmName.CLASSIC
                : ready.arms().stream()
                        .filter(arm -> arm.role() != ArmRole.ENSEMBLE && arm.role() != ArmRole.EXIT)
                        .toList();
    }

    /** A button for each class that the next point may have. */
    private HBox classes() {
        HBox row = new HBox();
        row.setId("train-plane-class");
        row.getStyleClass().add("choice");
        ToggleGroup group = new ToggleGroup();
        pane.labelProperty().subscribe(now -> choose(group, now.intValue()));
        model.settingsProperty()
                .map(now -> PlaneModel.of(now).orElse(PlaneSettings.FIRST).untouched())
                .subscribe(now -> offer(row, group, now)); // a person's points leave the buttons as they are
        return row;
    }

    private void offer(HBox row, ToggleGroup group, PlaneSettings settings) {
        row.getChildren().clear();
        group.getToggles().clear();
        for (int i = 0; i < settings.classes(); i++) {
            int index = i;
            ToggleButton button = new ToggleButton();
            button.setId("train-plane-class-" + i);
            button.textProperty()
                    .bind(texts.live(() -> texts.get("train.plane.add", PlaneWords.name(settings, index, texts))));
            button.setToggleGroup(group);
            button.setUserData(i);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(pressed -> {
                pane.labelProperty().set(index);
                button.setSelected(true);
            });
            row.getChildren().add(button);
        }
        row.getChildren().get(0).getStyleClass().add("first");
        row.getChildren().get(settings.classes() - 1).getStyleClass().add("last");
        pane.labelProperty().set(Math.min(pane.labelProperty().get(), settings.classes() - 1));
        choose(group, pane.labelProperty().get());
    }

    private static void choose(ToggleGroup group, int label) {
        group.getToggles().stream()
                .filter(toggle -> toggle.getUserData().equals(label))
                .findFirst()
                .ifPresent(group::selectToggle);
    }

    private Button forget(Controls parts) {
        Button forget =
                parts.button(new Button(), "train-plane-forget", "train.plane.forget", "train.plane.forget.tip");
        forget.setOnAction(pressed -> plane.forgetOwn());
        ObservableValue<Boolean> untouched = model.settingsProperty().map(now -> PlaneModel.of(now)
                .map(settings -> settings.equals(settings.untouched()))
                .orElse(true));
        forget.disableProperty().bind(untouched);
        return forget;
    }

    private ObservableValue<String> agreement() {
        return texts.live(
                () -> {
                    PlaneSight sight = plane.sightProperty().get();
                    return sight == null
                            ? ""
                            : texts.get(
                                    "train.plane.agree",
                                    ArmWords.of(sight.answers().arm(), texts),
                                    Numbers.percent(sight.agreement()));
                },
                plane.sightProperty());
    }
}
