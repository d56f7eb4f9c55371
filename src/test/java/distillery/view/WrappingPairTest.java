package distillery.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class WrappingPairTest {
    private final Region first = sized(100, 20);
    private final Region second = sized(60, 30);
    private final WrappingPair spread = new WrappingPair(first, second);

    private static Region sized(double width, double height) {
        Region region = new Region();
        region.setPrefSize(width, height);
        return region;
    }

    private void layOut(double width) {
        spread.resize(width, spread.prefHeight(width));
        spread.layout();
    }

    @Test
    void withRoomBothStandAtTheEndsOfOneLine() {
        layOut(300);
        assertEquals(30, spread.getHeight());
        assertEquals(0, first.getLayoutX());
        assertEquals(300, second.getLayoutX() + second.getWidth());
        assertEquals(5, first.getLayoutY(), "in the middle of the line");
    }

    @Test
    void withoutRoomTheSecondStandsBelow() {
        layOut(150);
        assertTrue(second.getLayoutY() >= first.getHeight());
        assertEquals(spread.getHeight(), second.getLayoutY() + second.getHeight());
    }

    @Test
    void whatFillsTheLineIsAsHighAsItAndReachesItsEnd() {
        Region plot = sized(60, 10);
        WrappingPair filled = WrappingPair.filling(sized(100, 40), plot);
        filled.resize(300, filled.prefHeight(300));
        filled.layout();
        assertEquals(40, plot.getHeight());
        assertEquals(300, plot.getLayoutX() + plot.getWidth());
        assertTrue(plot.getLayoutX() > 100);
        filled.resize(150, filled.prefHeight(150));
        filled.layout();
        assertEquals(150, plot.getWidth(), "below, it has the whole line");
    }
}
