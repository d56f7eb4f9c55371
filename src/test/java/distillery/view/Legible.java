package distillery.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** Whether it can be read why a field refuses what stands in it. */
public final class Legible {
    private Legible() {}

    /** Fails unless all words are painted, inside the window, beside the field that they are about, and spoken with it. */
    public static void assertRefused(Node field, String where) {
        OnFxThread.awaitFrame(field.getScene());
        OnFxThread.look(() -> {
            lookForRefusal(field, where);
            return field;
        });
    }

    private static void lookForRefusal(Node field, String where) {
        Label card = (Label) field.getScene().lookup("#" + field.getId() + "-refusal");
        assertNotNull(card, where + " has no refusal");
        assertTrue(card.isVisible(), where + " is not shown");
        assertFalse(card.getText().isBlank(), where + " says nothing");
        assertNotNull(card.getGraphic(), where + " has no sign");
        assertEquals(field.getAccessibleHelp(), card.getText(), where);
        assertEquals(card.getText(), ((Text) card.lookup(".text")).getText(), where + " is cut");
        assertTrue(card.getHeight() >= card.prefHeight(card.getWidth()), where + " lacks lines");
        Bounds own = place(card);
        assertTrue(place(field.getScene().getRoot()).contains(own), where + " leaves the window: " + own);
        assertFalse(place(field).intersects(own), where + " hides its field: " + own);
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
