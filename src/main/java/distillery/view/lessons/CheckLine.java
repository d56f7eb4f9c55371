package distillery.view.lessons;

import distillery.lab.lessons.Guessing;
import distillery.lab.lessons.LessonModel;
import distillery.lesson.Check;
import distillery.view.Texts;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Something to bring about, with a sign that says whether it is done, and after a while with the hint. */
final class CheckLine extends VBox {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final Duration A_WHILE = Duration.seconds(15);

    CheckLine(LessonModel model, Check check, Texts texts) {
        getStyleClass().add("check");
        ObservableValue<Boolean> done = model.satisfiedProperty()
                .map(satisfied -> satisfied.contains(check))
                .when(sceneProperty().isNotNull()); // or the model would keep a reference to every card
        FontIcon sign = Signs.of(Feather.CIRCLE);
        sign.iconCodeProperty().bind(done.map(yes -> yes ? Feather.CHECK_CIRCLE : Feather.CIRCLE));
        CheckWords words = new CheckWords(texts);
        Label sentence = Labels.wrapped(texts.live(() -> words.words(check)));
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        Label state = Labels.bound(
                texts.live(() -> texts.get(done.getValue() ? "lessons.check.done" : "lessons.check.open"), done),
                "quiet");
        state.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(sign, sentence, state);
        line.getStyleClass().add("check-line");
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.accessibleTextProperty().bind(Bindings.concat(sentence.textProperty(), ": ", state.textProperty()));
        BooleanBinding due = model.guessingProperty().isEqualTo(Guessing.DUE);
        visibleProperty().bind(due.not()); // what is to be brought about may give the answer away
        managedProperty().bind(visibleProperty());
        done.subscribe(yes -> line.pseudoClassStateChanged(DONE, yes));
        getChildren().add(line);
        if (!check.hint().isEmpty()) {
            getChildren().add(hint(check, due, done));
        }
    }

    private ProseView hint(Check check, BooleanBinding due, ObservableValue<Boolean> done) {
        BooleanProperty late = new SimpleBooleanProperty(this, "late");
        PauseTransition pause = new PauseTransition(A_WHILE);
        pause.setOnFinished(event -> late.set(true));
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                pause.stop();
            }
        });
        // The time to think about a question is not time spent trying.
        ObservableValue<Boolean> counting = sceneProperty().flatMap(scene -> due.not());
        counting.subscribe(now -> {
            if (Boolean.TRUE.equals(now)) {
                pause.playFromStart();
            }
        });
        ProseView hint = new ProseView(check.hint(), "hint");
        BooleanBinding shown = Bindings.createBooleanBinding(() -> late.get() && !done.getValue(), late, done);
        hint.visibleProperty().bind(shown);
        hint.managedProperty().bind(shown);
        return hint;
    }
}
