package distillery.view.shell;

import distillery.view.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The one place where something can lie over the window: the shortcuts, the credits, a question. What lies below is out
 * of reach meanwhile and has the focus back afterwards. Esc and a press beside the sheet close it.
 */
final class ModalOverlay extends StackPane {
    private final Label title = new Label();
    private final Button close = new Button("", Icons.of(Feather.X));
    private final BorderPane card = new BorderPane();
    private @Nullable Node focusBefore;

    /**
     * A sheet, closed.
     *
     * @param below what it covers
     * @param covered is kept true while it is open
     */
    ModalOverlay(Region below, BooleanProperty covered, Texts texts) {
        setId("sheet");
        getStyleClass().add("sheet-backdrop");
        card.getStyleClass().add("sheet-card");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        title.getStyleClass().add("sheet-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        card.setTop(new HBox(title, gap, close));
        close.setId("sheet-close");
        close.getStyleClass().add("icon-button");
        close.accessibleTextProperty().bind(texts.text("shell.close"));
        close.setOnAction(event -> close());
        getChildren().add(card);
        setVisible(false);
        below.disableProperty().bind(visibleProperty());
        covered.bind(visibleProperty());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
    }

    /** Lays something to read over the window. */
    void show(ObservableValue<String> name, Region content) {
        show(name, content, close);
    }

    /** Lays it over the window, in place of what may lie there; the focus goes to {@code first}. */
    void show(ObservableValue<String> name, Region content, Node first) {
        if (!isVisible()) {
            focusBefore = getScene().getFocusOwner();
        }
        title.textProperty().bind(name);
        card.setCenter(new Body(content));
        setVisible(true);
        applyCss(); // only then is the content in the scene, where the focus can go
        first.requestFocus();
    }

    void close() {
        setVisible(false);
        card.setCenter(null);
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
        focusBefore = null;
    }

    /** Scrolls in a small window; in others it is as high as its content, whose lines may break. */
    private static final class Body extends ScrollPane {
        private final Region content;

        Body(Region content) {
            super(content);
            this.content = content;
            setFitToWidth(true);
            setFocusTraversable(false);
        }

        @Override
        protected double computePrefHeight(double width) {
            return snappedTopInset() + content.prefHeight(content.prefWidth(-1)) + snappedBottomInset();
        }
    }
}
