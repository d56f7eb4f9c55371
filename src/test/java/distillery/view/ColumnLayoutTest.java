package distillery.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.view.ColumnLayout.Column;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.embed.swing.JFXPanel;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class ColumnLayoutTest extends ApplicationTest {
    static {
        new JFXPanel(); // starts JavaFX, without which there are no buttons to put into fields
    }

    private static final double EM = 10;

    private final DoubleProperty em = new SimpleDoubleProperty(EM);
    private final List<Region> cards = List.of(new Button("left"), new Button("middle"), new Button("right"));
    private final BooleanProperty slim = new SimpleBooleanProperty();
    private final Button head = new Button("head");
    private final ColumnLayout columns = new ColumnLayout(
            em,
            head,
            new Column(new VBox(ColumnLayout.slim(cards.get(0), slim)), 0, 20),
            new Column(new VBox(cards.get(1)), 1, 30),
            new Column(new VBox(cards.get(2)), 0, 15));
    private final Pane window = new Pane(columns);

    @Override
    public void start(Stage stage) {
        columns.setManaged(false); // the test gives it its size
        head.setMaxWidth(Double.MAX_VALUE);
        cards.forEach(card -> card.setMaxWidth(Double.MAX_VALUE));
        stage.setScene(new Scene(window, 1200, 600));
        stage.show();
    }

    private void widen(double width) {
        interact(() -> {
            columns.resize(width, 500);
            columns.applyCss();
            columns.layout();
        });
    }

    private Bounds place(int column) {
        Node cardsOf = cards.get(column).getParent();
        return columns.sceneToLocal(cardsOf.localToScene(cardsOf.getLayoutBounds()));
    }

    @Test
    void aShareTakesWhatTheOthersLeave() {
        widen(1000);
        assertEquals(20 * EM, place(0).getWidth(), 2 * EM);
        assertEquals(15 * EM, place(2).getWidth(), 2 * EM);
        assertTrue(place(1).getWidth() > 55 * EM, () -> place(1).toString());
        assertTrue(place(0).getMaxX() < place(1).getMinX() && place(1).getMaxX() < place(2).getMinX());
    }

    @Test
    void theLastStandsUnderTheOneBeforeWhereRoomIsShort() {
        widen(600);
        assertEquals(place(1).getMinX(), place(2).getMinX(), 1);
        assertTrue(place(2).getMinY() >= place(1).getMaxY(), "below");
        assertTrue(place(0).getMaxX() < place(1).getMinX(), "still beside");
    }

    @Test
    void theHeadStandsAboveAllColumnsAndScrollsAlongWhereThereIsOnlyOne() {
        widen(1000);
        assertSame(columns, head.getParent());
        assertTrue(head.getWidth() > 95 * EM, () -> head + " spans all");
        assertTrue(place(0).getMinY() >= head.getLayoutY() + head.getHeight(), "columns stand below");
        widen(400);
        assertTrue(Focus.isWithin(head, cards.get(1).getParent().getParent()), "in the lane with the cards");
        assertTrue(head.getLayoutY() + head.getHeight() <= place(1).getMinY(), "above them, there too");
        widen(1000);
        assertSame(columns, head.getParent());
    }

    @Test
    void theLargestShareIsOnTopOfASingleLane() {
        widen(400);
        assertTrue(place(1).getMaxY() <= place(0).getMinY());
        assertTrue(place(0).getMaxY() <= place(2).getMinY());
    }

    @Test
    void largerTextNeedsFewerLanes() {
        widen(1000);
        interact(() -> em.set(2 * EM));
        widen(1000);
        assertEquals(place(1).getMinX(), place(2).getMinX(), 1);
    }

    @Test
    void aColumnOfNothingLeavesItsRoom() {
        widen(1000);
        double before = place(1).getWidth();
        interact(() -> cards.get(2).setManaged(false));
        widen(1000);
        assertTrue(place(1).getWidth() > before + 10 * EM);
        interact(() -> cards.get(2).setManaged(true));
        widen(1000);
        assertEquals(before, place(1).getWidth(), 1);
    }

    @Test
    void whatOnlySetsTheOthersStandsAboveThemForAsLongAsItDoes() {
        widen(1000);
        double before = place(1).getMinX();
        interact(() -> slim.set(true));
        widen(1000);
        assertEquals(place(0).getMinX(), place(1).getMinX(), 1);
        assertTrue(place(0).getMaxY() <= place(1).getMinY(), "above, though its share is less");
        assertTrue(place(2).getMinX() > place(1).getMaxX(), "still beside");
        widen(400);
        assertTrue(place(0).getMaxY() <= place(1).getMinY(), "in a single lane, too");
        interact(() -> slim.set(false));
        widen(400);
        assertTrue(place(0).getMinY() >= place(1).getMaxY(), "there where its share puts it");
        interact(() -> slim.set(true));
        widen(1000);
        interact(() -> slim.set(false));
        widen(1000);
        assertEquals(before, place(1).getMinX(), 1);
    }

    @Test
    void theFocusStaysWhereItIs() {
        widen(1000);
        interact(() -> cards.get(2).requestFocus());
        widen(400);
        assertSame(cards.get(2), window.getScene().getFocusOwner());
    }
}
