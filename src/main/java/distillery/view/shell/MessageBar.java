package distillery.view.shell;

import distillery.data.Problem;
import distillery.view.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A line under the top bar that says what went wrong or what was done, in the language of the moment. It never blocks;
 * good news leaves by itself, bad news stays until it is closed.
 */
final class MessageBar extends HBox {
    private static final Duration GOOD_NEWS = Duration.seconds(6);

    /** A sentence that can be said in any language, and what an expert may want to copy; empty for nothing. */
    private record Message(Feather sign, Supplier<String> sentence, String details) {}

    private static final Message NONE = new Message(Feather.INFO, () -> "", "");

    private final Texts texts;
    private final ObjectProperty<Message> message = new SimpleObjectProperty<>(this, "message", NONE);
    private final PauseTransition leaving = new PauseTransition(GOOD_NEWS);

    MessageBar(Texts texts) {
        this.texts = texts;
        setId("message-bar");
        getStyleClass().add("message-bar");
        setAccessibleRole(AccessibleRole.TEXT);
        Label sentence = new Label();
        sentence.setId("message");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        setHgrow(sentence, Priority.ALWAYS);
        FontIcon sign = Icons.of(Feather.INFO);
        message.subscribe(now -> sign.setIconCode(now.sign()));
        sentence.textProperty().bind(texts.live(() -> message.get().sentence().get(), message));
        accessibleTextProperty().bind(sentence.textProperty());
        getChildren().addAll(sign, sentence, copyButton(), closeButton());
        visibleProperty().bind(message.isNotEqualTo(NONE));
        managedProperty().bind(visibleProperty());
        leaving.setOnFinished(event -> close());
    }

    void say(String key, Object... arguments) {
        show(new Message(Feather.CHECK_CIRCLE, () -> texts.get(key, arguments), ""));
        leaving.playFromStart();
    }

    void warn(Problem problem) {
        show(new Message(
                Feather.ALERT_TRIANGLE,
                () -> texts.get(problem.key(), problem.arguments().toArray()),
                problem.getCause() == null ? "" : trace(problem)));
    }

    /** An error of ours: one sentence, and the trace to copy. */
    void confess(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String what = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        show(new Message(Feather.ALERT_TRIANGLE, () -> texts.get("shell.message.bug", what), trace(error)));
    }

    void close() {
        leaving.stop();
        message.set(NONE);
    }

    private void show(Message next) {
        leaving.stop();
        message.set(next);
    }

    private Button copyButton() {
        Button copy = new Button();
        copy.setId("message-copy");
        copy.textProperty().bind(texts.text("shell.message.copy"));
        copy.visibleProperty().bind(message.map(now -> !now.details().isEmpty()));
        copy.managedProperty().bind(copy.visibleProperty());
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(message.get().details());
            Clipboard.getSystemClipboard().setContent(content);
        });
        return copy;
    }

    private Button closeButton() {
        Button close = new Button("", Icons.of(Feather.X));
        close.setId("message-close");
        close.getStyleClass().add("icon-button");
        close.accessibleTextProperty().bind(texts.text("shell.close"));
        close.setOnAction(event -> close());
        return close;
    }

    private static String trace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
