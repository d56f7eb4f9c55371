package distillery.view.train;

import distillery.data.Failure;
import distillery.data.Problem;
import distillery.lab.train.RunState;
import distillery.lab.train.RunState.Stage;
import distillery.lab.train.TrainModel;
import distillery.lesson.Target;
import distillery.train.TrainEvent;
import distillery.train.TrainSettings;
import distillery.view.Controls;
import distillery.view.LessonAnchors;
import distillery.view.Texts;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What needs a decision: settings that wait, a loss that is no number any more, data that cannot be read. */
final class Notices extends VBox {
    private final TrainModel model;
    private final RunState reading;
    private final Controls parts;
    private final Texts texts;

    Notices(TrainModel model, Controls parts) {
        this.model = model;
        this.parts = parts;
        reading = model.reading();
        texts = parts.texts();
        BooleanBinding left = model.leftByLessonProperty();
        BooleanBinding pending = model.pendingProperty().and(left.not()); // which says so, too
        Button freeze = parts.button(new Button(), "train-freeze", "train.freeze", "train.freeze.tip");
        freeze.setOnAction(pressed -> model.edit(draft -> draft.live = draft.live.withTeacherUnfrozen(false)));
        Button apply = parts.button(new Button(), "train-apply", "train.apply", "train.apply.tip");
        apply.setOnAction(pressed -> model.reset());
        Button own = parts.button(new Button(), "train-own-again", "train.apply", "train.apply.tip");
        own.setOnAction(pressed -> model.reset());
        Button slower = parts.button(new Button(), "train-slower", "train.slower", "train.slower.tip");
        slower.setOnAction(pressed -> model.slower());
        Button again = parts.button(new Button(), "train-again", "train.again", "train.again.tip");
        again.setOnAction(pressed -> model.reset());
        getStyleClass().add("notices");
        getChildren()
                .setAll(
                        notice(
                                "unfrozen",
                                Feather.ALERT_TRIANGLE,
                                texts.text("train.unfrozen"),
                                freeze,
                                model.settingsProperty().map(TrainSettings::teacherMoves)),
                        notice(
                                "pending",
                                Feather.CLOCK,
                                texts.live(
                                        this::pending,
                                        model.takingProperty(),
                                        model.settingsProperty(),
                                        model.usedProperty(),
                                        reading.readyProperty()),
                                LessonAnchors.tie(apply, Target.TRAIN_RUN),
                                pending),
                        notice("lesson", Feather.BOOK_OPEN, texts.text("train.left-by-lesson"), own, left),
                        notice(
                                "diverged",
                                Feather.ALERT_TRIANGLE,
                                texts.live(this::diverged, reading.divergedProperty()),
                                LessonAnchors.tie(slower, Target.TRAIN_RUN),
                                reading.divergedProperty().map(event -> true).orElse(false)),
                        notice(
                                "failed",
                                Feather.ALERT_TRIANGLE,
                                texts.live(this::trouble, reading.troubleProperty()),
                                LessonAnchors.tie(again, Target.TRAIN_RUN),
                                reading.troubleProperty().map(event -> true).orElse(false)));
        Controls.showIf(again, reading.stageProperty().map(stage -> stage == Stage.FAILED));
        Observable[] shown = getChildren().stream().map(Node::visibleProperty).toArray(Observable[]::new);
        Controls.showIf( // an empty box must leave no gap
                this, Bindings.createBooleanBinding(() -> getChildren().stream().anyMatch(Node::isVisible), shown));
    }

    private HBox notice(
            String id, Feather sign, ObservableValue<String> words, Button button, ObservableValue<Boolean> shown) {
        Label label = parts.prose("train-" + id + "-words", words);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox notice = new HBox(Controls.icon(sign), label, button);
        notice.setId("train-" + id);
        notice.setAlignment(Pos.CENTER_LEFT);
        notice.getStyleClass().addAll("card", "notice", id);
        return Controls.showIf(notice, shown);
    }

    private String pending() {
        if (model.takingProperty().get()) {
            return texts.get("train.pending.taking");
        }
        TrainEvent.Ready ready = reading.readyProperty().get();
        boolean otherData =
                !model.usedProperty().get().data().equals(model.settings().data());
        return ready != null && otherData
                ? texts.get(
                        "train.pending.data",
                        DataName.of(model.settings().data(), texts),
                        DataName.of(model.usedProperty().get().data(), texts))
                : texts.get("train.pending");
    }

    private String diverged() {
        TrainEvent.Diverged event = reading.divergedProperty().get();
        if (event == null) {
            return "";
        }
        return texts.get("train.diverged", ArmWords.of(event.arm(), texts), event.step(), event.goodStep());
    }

    private String trouble() {
        @Nullable Throwable cause = reading.troubleProperty().get();
        if (cause == null) {
            return "";
        }
        Problem problem = Failure.of(cause);
        return texts.get(problem.key(), problem.arguments().toArray());
    }
}
