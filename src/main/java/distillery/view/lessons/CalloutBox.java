package distillery.view.lessons;

import distillery.lesson.Callout;
import distillery.view.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A text with a purpose: sign and words say which. */
final class CalloutBox extends VBox {
    CalloutBox(Callout callout, Texts texts) {
        setId("lessons-" + callout.kind().id());
        getStyleClass().addAll("callout", callout.kind().id());
        Label name = Labels.bound(texts.text("lessons.callout." + callout.kind().id()), "kicker");
        name.setGraphic(Signs.of(sign(callout.kind())));
        getChildren().setAll(name, new ProseView(callout.prose()));
    }

    CalloutBox shownIf(ObservableValue<Boolean> shown) {
        visibleProperty().bind(shown);
        managedProperty().bind(shown);
        return this;
    }

    private static Feather sign(Callout.Kind kind) {
        return switch (kind) {
            case OBSERVE -> Feather.EYE;
            case WHY -> Feather.KEY;
            case WHAT_IF -> Feather.COMPASS;
            case TEACHER -> Feather.USERS;
        };
    }
}
