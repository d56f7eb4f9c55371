package distillery.view.train;

import distillery.lab.train.RunState;
import distillery.lab.train.RunState.Stage;
import distillery.lab.train.TrainModel;
import distillery.lesson.Target;
import distillery.train.ArmName;
import distillery.train.CastFactory;
import distillery.train.StepReport;
import distillery.train.TrainEvent;
import distillery.view.Controls;
import distillery.view.LessonAnchors;
import distillery.view.Texts;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Sends the run on, stops it, sets its speed, and says how far it is. */
final class RunBar extends VBox {
    private static final double[] ACCURACIES = {0.9, 0.93, 0.95, 0.97, 0.98};

    private final TrainModel model;
    private final RunState reading;
    private final Controls parts;
    private final Texts texts;
    private final BooleanBinding going;

    RunBar(TrainModel model, Controls parts) {
        this.model = model;
        this.parts = parts;
        reading = model.reading();
        texts = parts.texts();
        going = Bindings.createBooleanBinding(reading::going, reading.stageProperty(), reading.beatProperty());
        FlowPane verbs = new FlowPane(
                LessonAnchors.rowHead(), run(), step(), epoch(), reset(), until(), new SpeedSlider(model, parts));
        LessonAnchors.mark(verbs, Target.TRAIN_RUN);
        verbs.getStyleClass().add("verbs");
        verbs.setPrefWrapLength(Double.MAX_VALUE); // in one row, unless letters are large and the window is not
        verbs.setAlignment(Pos.CENTER_LEFT);
        BorderPane row = new BorderPane(verbs, null, cancel(), null, null);
        ProgressBar progress = progress();
        HBox.setHgrow(progress, Priority.ALWAYS);
        HBox place = new HBox(progress, facts()); // under the verbs, where there is room for all the words
        place.getStyleClass().add("facts");
        place.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("card", "run-bar");
        getChildren().setAll(row, place);
    }

    private Button run() {
        Button button = new Button();
        button.setId("train-run");
        button.getStyleClass().add("primary");
        button.textProperty().bind(texts.live(() -> texts.get(going.get() ? "train.pause" : "train.run"), going));
        button.setMinWidth(USE_PREF_SIZE);
        FontIcon icon = Controls.icon(Feather.PLAY);
        icon.iconCodeProperty().bind(going.map(on -> on ? Feather.PAUSE : Feather.PLAY));
        button.setGraphic(icon);
        button.setOnAction(pressed -> model.runOrPause());
        button.disableProperty().bind(reading.stageProperty().map(stage -> stage == Stage.COMPARING));
        return parts.tip(button, "train.run.tip");
    }

    private Button step() {
        Button button = parts.button(new Button(), "train-step", "train.step", "train.step.tip");
        button.setOnAction(pressed -> model.step());
        return restful(button);
    }

    private Button epoch() {
        Button button = parts.button(new Button(), "train-epoch", "train.epoch", "train.epoch.tip");
        button.setOnAction(pressed -> model.epoch());
        return restful(button);
    }

    private Button reset() {
        Button button = parts.button(new Button(), "train-reset", "train.reset", "train.reset.tip");
        button.setOnAction(pressed -> model.reset());
        return restful(button);
    }

    private MenuButton until() {
        MenuButton menu = parts.button(new MenuButton(), "train-until", "train.until", "train.until.tip");
        for (double share : ACCURACIES) {
            MenuItem item = new MenuItem();
            item.setId("train-until-" + Math.round(100 * share));
            item.textProperty().bind(texts.text("train.until.accuracy", Math.round(100 * share)));
            item.setOnAction(chosen -> model.untilAccuracy(share));
            menu.getItems().add(item);
        }
        return restful(menu);
    }

    /** While seeds are compared the students rest, and only the comparison can be stopped. */
    private <N extends Node> N restful(N node) {
        node.disableProperty().bind(reading.stageProperty().map(stage -> stage == Stage.COMPARING));
        return node;
    }

    private Label facts() {
        Label label = parts.label(texts.live(this::words, causes()), "progress-words");
        label.setId("train-progress-words");
        label.setMinWidth(0);
        return parts.tip(label, label.textProperty());
    }

    private ProgressBar progress() {
        ProgressBar bar = new ProgressBar();
        bar.setId("train-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(Bindings.createDoubleBinding(this::share, causes()));
        bar.accessibleTextProperty().bind(texts.live(this::words, causes()));
        return bar;
    }

    private Button cancel() {
        Button button = parts.button(new Button(), "train-cancel", "train.cancel", "train.cancel.tip");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> model.cancel());
        return Controls.showIf(button, reading.stageProperty().map(Stage::busy));
    }

    /** All that {@link #words} and {@link #share} depend on. */
    private Observable[] causes() {
        return new Observable[] {
            reading.beatProperty(), reading.workProperty(), reading.stageProperty(), model.settingsProperty()
        };
    }

    private double share() {
        TrainEvent.Preparing work = reading.workProperty().get();
        if (reading.stage().busy()) {
            return work == null ? 0 : work.share();
        }
        return Math.min(
                1,
                reading.epochsGone()
                        / Math.max(
                                reading.target(),
                                CastFactory.of(model.settings()).epochs()));
    }

    private String words() {
        String work = work(reading, texts);
        if (!work.isEmpty()) {
            return withTimeLeft(work);
        }
        if (reading.stage() == Stage.IDLE) {
            return texts.get("train.idle");
        }
        int target = Math.max(reading.target(), CastFactory.of(model.settings()).epochs());
        String place = texts.get("train.place", reading.epochs(), target, reading.step());
        StepReport report = reading.reportProperty().get();
        if (report != null && !report.leading().equals(ArmName.DISTILLED)) {
            return withTimeLeft(texts.get("train.place.helper", place, ArmWords.of(report.leading(), texts)));
        }
        if (reading.stage() != Stage.RUNNING || reading.imagesPerSecond() == 0) {
            return place;
        }
        String speed = texts.get("train.speed-now", Math.round(reading.imagesPerSecond() / 100) * 100);
        return withTimeLeft(place + " · " + speed);
    }

    private String withTimeLeft(String words) {
        return withTimeLeft(words, reading, texts);
    }

    private static String withTimeLeft(String words, RunState reading, Texts texts) {
        OptionalDouble left = reading.secondsLeft();
        return left.isEmpty() ? words : words + " · " + time(left.getAsDouble(), texts);
    }

    /** The long work under way, how far it is, and how long it still takes. */
    static String busyWords(RunState reading, Texts texts) {
        return withTimeLeft(work(reading, texts), reading, texts);
    }

    /** The long work under way and how far it is; empty if there is none. */
    static String work(RunState reading, Texts texts) {
        TrainEvent.Preparing work = reading.workProperty().get();
        if (!reading.stage().busy() || work == null) {
            return "";
        }
        String phase = work.task().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return texts.get("train.phase." + phase, (int) Math.floor(100 * work.share()));
    }

    private static String time(double seconds, Texts texts) {
        long whole = Math.max(1, Math.round(seconds));
        return whole < 90
                ? texts.get("train.left.seconds", whole)
                : texts.get("train.left.minutes", Math.round(whole / 60.0));
    }
}
