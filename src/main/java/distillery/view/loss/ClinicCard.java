package distillery.view.loss;

import distillery.lab.clinic.Fault;
import distillery.lab.loss.LossReading;
import distillery.lesson.Target;
import distillery.view.LessonAnchors;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The bug clinic: mistakes to switch on, and a check that finds the line each of them is in. */
final class ClinicCard extends VBox {
    private final LossControls parts;
    private final MistakeFindings findings;

    ClinicCard(LossControls parts) {
        this.parts = parts;
        findings = new MistakeFindings(parts);
        getStyleClass().addAll("card", "clinic");
        VBox switches = new VBox();
        switches.getStyleClass().add("switches");
        for (Fault fault : Fault.values()) {
            switches.getChildren().add(mistake(fault));
        }
        Label hint = parts.sentence("loss-clinic-hint", this::hint);
        getChildren().setAll(parts.title("loss.clinic"), hint, switches, buttons(), findings);
    }

    /** Says what was found anew, in the language of the moment. */
    void speak() {
        findings.speak();
    }

    private CheckBox mistake(Fault fault) {
        String key = "fault." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
        CheckBox box = parts.button(new CheckBox(), key);
        box.setId("loss-" + key.replace('.', '-'));
        box.setMinWidth(0);
        box.selectedProperty().addListener((property, before, on) -> {
            if (on) {
                parts.model().faults().add(fault);
            } else {
                parts.model().faults().remove(fault);
            }
        });
        parts.model().readingProperty().subscribe(reading -> {
            boolean on = reading.settings().faults().contains(fault);
            box.setSelected(on);
            box.setDisable(reading.exercise() == null && !on); // what is on can always be switched off
        });
        return box;
    }

    private FlowPane buttons() {
        Button check = parts.button(new Button(), "check");
        check.getStyleClass().add("primary");
        check.setOnAction(pressed -> parts.model().check());
        check.disableProperty().bind(parts.model().readingProperty().map(reading -> reading.exercise() == null));
        Button step = LessonAnchors.tie(parts.button(new Button(), "step"), Target.EXPLORE_STEP);
        step.setOnAction(pressed -> parts.model().step());
        Button reset = LessonAnchors.tie(parts.button(new Button(), "reset"), Target.EXPLORE_STEP);
        reset.setOnAction(pressed -> parts.model().reset());
        FlowPane buttons = new FlowPane(check, step, reset);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        return buttons;
    }

    private String hint(LossReading reading) {
        return parts.texts().get(reading.exercise() == null ? "loss.clinic.closed" : "loss.clinic.hint");
    }
}
