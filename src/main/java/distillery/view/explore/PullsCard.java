package distillery.view.explore;

import distillery.lab.example.PullKind;
import distillery.lab.explore.ExploreModel;
import distillery.lab.explore.ExploreReading;
import distillery.lesson.Target;
import distillery.view.LessonAnchors;
import distillery.view.Numbers;
import distillery.view.SegmentedControl;
import distillery.view.Texts;
import distillery.view.WrappingPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where the loss pulls the student's logits, and the buttons for steps along its gradient. */
final class PullsCard extends VBox {
    private static final Duration BEAT = Duration.millis(50);
    private static final List<Double> STEP_SIZES = List.of(0.1, 0.5, 1.0);

    private final ExploreModel model;
    private final Texts texts;
    private final VBox rows = new VBox();
    private final List<PullRow> pulls = new ArrayList<>();
    private final Label full = new Label();

    PullsCard(ExploreModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("card");
        rows.getStyleClass().add("pulls");
        rows.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(rows, Priority.ALWAYS);
        full.getStyleClass().add("axis-label");
        getChildren().setAll(title(), choices(), rows, footer(), buttons());
        keepTheBeat();
    }

    void show(ExploreReading reading) {
        int classes = reading.example().size();
        while (pulls.size() > classes) { // those that stay need no new styles
            rows.getChildren().remove(pulls.remove(pulls.size() - 1));
        }
        while (pulls.size() < classes) {
            PullRow row = new PullRow(pulls.size(), texts);
            pulls.add(row);
            rows.getChildren().add(row);
        }
        pulls.forEach(row -> row.show(reading));
        full.setText(texts.get("explore.pulls.full", Numbers.plain(reading.fullPull())));
    }

    private Label title() {
        Label title = new Label();
        title.getStyleClass().add("card-title");
        title.textProperty().bind(texts.text("explore.pulls"));
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        return title;
    }

    private WrappingPair choices() {
        SegmentedControl<PullKind> pull = new SegmentedControl<>(
                "explore-pull",
                model.pullProperty(),
                List.of(PullKind.values()),
                value -> texts.text("explore.pull." + value.name().toLowerCase(Locale.ROOT)));
        Label rate = new Label();
        rate.getStyleClass().add("quiet");
        rate.textProperty().bind(texts.text("explore.step-size"));
        SegmentedControl<Double> size = new SegmentedControl<>(
                "explore-step-size",
                model.stepSizeProperty(),
                STEP_SIZES,
                value -> texts.live(() -> Numbers.plain(value)));
        return spread(pull, new HBox(rate, size));
    }

    private WrappingPair buttons() {
        Button step = named("step");
        step.setOnAction(pressed -> model.step());
        Button reset = named("reset");
        reset.setOnAction(pressed -> model.reset());
        Button play = named("play");
        play.getStyleClass().add("primary");
        play.setOnAction(pressed -> model.playOrPause());
        play.graphicProperty()
                .bind(model.playingProperty().map(playing -> new FontIcon(playing ? "fth-pause" : "fth-play")));
        play.textProperty()
                .bind(texts.live(
                        () -> texts.get(model.playingProperty().get() ? "explore.pause" : "explore.play"),
                        model.playingProperty()));
        return LessonAnchors.mark(spread(reset, new HBox(LessonAnchors.rowHead(), step, play)), Target.EXPLORE_STEP);
    }

    private WrappingPair footer() {
        Label state = new Label();
        state.setId("explore-steps");
        state.getStyleClass().add("quiet");
        state.textProperty()
                .bind(texts.live(
                        () -> texts.get(
                                model.reading().settled() ? "explore.steps.settled" : "explore.steps",
                                model.stepsProperty().get()),
                        model.stepsProperty(),
                        model.readingProperty()));
        return spread(state, new HBox(full));
    }

    private static WrappingPair spread(Region left, HBox right) {
        right.setAlignment(Pos.CENTER_RIGHT);
        right.getStyleClass().add("spread");
        return new WrappingPair(left, right);
    }

    private Button named(String key) {
        Button button = new Button();
        button.setId("explore-" + key);
        button.setMinWidth(USE_PREF_SIZE);
        if (!key.equals("play")) {
            button.textProperty().bind(texts.text("explore." + key));
        }
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text("explore." + key + ".tip"));
        button.setTooltip(tooltip);
        return button;
    }

    /** Steps at a steady rate while the model plays and the card is on screen. */
    private void keepTheBeat() {
        Timeline beat = new Timeline(new KeyFrame(BEAT, tick -> model.step()));
        beat.setCycleCount(Animation.INDEFINITE);
        model.playingProperty().addListener((property, before, playing) -> {
            if (playing) {
                beat.play();
            } else {
                beat.stop();
            }
        });
        sceneProperty().addListener((property, before, now) -> {
            if (now == null) {
                model.playingProperty().set(false);
            }
        });
    }
}
