package distillery.view.train;

import distillery.lab.train.StepChain;
import distillery.lab.train.TrainModel;
import distillery.train.Run;
import distillery.train.StepPhase;
import distillery.view.Controls;
import distillery.view.Numbers;
import distillery.view.Texts;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A training step in slow motion: the station it is at is lit, and shows its numbers from then on. */
final class StepTimeline extends FlowPane {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final ObservableValue<@Nullable StepChain> chain;
    private final Controls parts;
    private final Texts texts;

    StepTimeline(TrainModel model, Controls parts) {
        this.parts = parts;
        texts = parts.texts();
        chain = model.reading().chainProperty();
        setId("train-chain");
        getStyleClass().addAll("card", "chain");
        for (StepPhase station : StepPhase.values()) {
            getChildren().add(box(station));
        }
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(texts.live(this::spoken, chain));
        setOnMousePressed(press -> requestFocus());
        Controls.showIf(this, model.stepMillisProperty().map(millis -> millis.longValue() >= Run.SLOW_MOTION_MILLIS));
    }

    private VBox box(StepPhase station) {
        int number = getChildren().size() + 1;
        Label name = parts.label(texts.live(() -> number + " " + name(station)), "station-name");
        if (station != StepPhase.BATCH) {
            name.setGraphic(Controls.icon(Feather.CHEVRON_RIGHT));
        }
        Label words = parts.label(texts.live(() -> words(station, "\n"), chain), "station-words");
        words.setId("train-station-" + id(station));
        VBox box = new VBox(name, words);
        box.getStyleClass().add("station");
        chain.subscribe(now -> box.pseudoClassStateChanged(LIT, now != null && now.phase() == station));
        return box;
    }

    /** What a station says: nothing before the step has come to it. */
    private String words(StepPhase station, String between) {
        StepChain now = chain.getValue();
        if (now == null || now.phase().compareTo(station) < 0) {
            return "–" + (between.isBlank() ? between : "");
        }
        return switch (station) {
            case BATCH ->
                String.join(
                        between,
                        texts.get("train.station.step", now.step()),
                        texts.get("train.station.samples", now.samples()));
            case TEACHER -> String.join(between, sure(now.teacherSure()), heat(now));
            case STUDENT -> String.join(between, sure(now.studentSure()), heat(now));
            case LOSSES ->
                String.join(
                        between,
                        texts.get(
                                "train.station.hard", Numbers.loss(now.losses().hard())),
                        texts.get(
                                "train.station.soft", Numbers.loss(now.losses().softTimesT2())));
            case GRADIENT -> String.join(between, texts.get("train.station.length"), Numbers.loss(now.gradient()));
            case UPDATE -> String.join(between, texts.get("train.station.moved"), Numbers.loss(now.moved()));
        };
    }

    private String sure(double share) {
        return texts.get("train.station.sure", Numbers.percent(share));
    }

    private static String heat(StepChain now) {
        return "T = " + Numbers.temperature(now.temperature());
    }

    private String spoken() {
        StepChain now = chain.getValue();
        return now == null
                ? texts.get("train.chain.waiting")
                : texts.get("train.chain.spoken", now.step(), name(now.phase()), words(now.phase(), ", "));
    }

    private String name(StepPhase station) {
        return texts.get("train.station." + id(station));
    }

    private static String id(StepPhase station) {
        return station.name().toLowerCase(Locale.ROOT);
    }
}
