package distillery.view.shell;

import distillery.lab.Messages;
import distillery.lab.Messages.Done;
import distillery.lab.Messages.Message;
import distillery.lab.Messages.Trouble;
import distillery.view.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A note that lies over the window's foot and shows the newest message in the language of the moment. Nothing moves for
 * it, and it never blocks; a success disappears by itself, a problem stays until it is closed. No Notifications of
 * ControlsFX: those are windows of their own, out of reach of Tab, and cannot change their language.
 */
final class MessageBar extends HBox {
    private static final Duration GOOD_NEWS = Duration.seconds(6);
    private static final double GAP = 8;

    private final Messages messages;
    private final Texts texts;
    private final PauseTransition leaving = new PauseTransition(GOOD_NEWS);
    private final FontIcon sign = Icons.of(Feather.INFO);
    private @Nullable Throwable details;

    /** A bar for these messages, so far above the window's bottom. */
    MessageBar(Messages messages, Texts texts, ObservableValue<Number> above) {
        this.messages = messages;
        this.texts = texts;
        setId("message-bar");
        getStyleClass().add("message-bar");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
        above.subscribe(height -> StackPane.setMargin(this, new Insets(GAP, GAP, height.doubleValue() + GAP, GAP)));
        setAccessibleRole(AccessibleRole.TEXT);
        Label sentence = new Label();
        sentence.setId("message");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        setHgrow(sentence, Priority.ALWAYS);
        sentence.textProperty().bind(texts.live(this::sentence, messages.newestProperty()));
        accessibleTextProperty().bind(sentence.textProperty());
        Button copy = copyButton();
        getChildren().addAll(sign, sentence, copy, closeButton());
        leaving.setOnFinished(event -> messages.dismiss());
        messages.newestProperty().subscribe(message -> show(message, copy));
    }

    private void show(@Nullable Message message, Button copy) {
        setVisible(message != null);
        setManaged(message != null);
        leaving.stop();
        if (message instanceof Done) {
            leaving.playFromStart();
        }
        sign.setIconCode(message instanceof Done ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE);
        details = message instanceof Trouble trouble ? trouble.cause() : null;
        copy.setVisible(details != null);
        copy.setManaged(details != null);
    }

    private String sentence() {
        Message message = messages.newestProperty().get();
        return message == null
                ? ""
                : texts.get(message.key(), message.arguments().toArray());
    }

    private Button copyButton() {
        Button copy = new Button();
        copy.setId("message-copy");
        copy.textProperty().bind(texts.text("shell.message.copy"));
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(details == null ? "" : trace(details));
            Clipboard.getSystemClipboard().setContent(content);
        });
        return copy;
    }

    private Button closeButton() {
        Button close = new Button("", Icons.of(Feather.X));
        close.setId("message-close");
        close.getStyleClass().add("icon-button");
        close.accessibleTextProperty().bind(texts.text("shell.close"));
        close.setOnAction(event -> messages.dismiss());
        return close;
    }

    private static String trace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
