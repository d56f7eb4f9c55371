package distillery.view.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.javafx.sg.prism.GrowableDataBuffer;
import distillery.lab.Appearance;
import distillery.lab.Look;
import distillery.lab.train.Curve;
import distillery.view.Assets;
import distillery.view.Palette;
import distillery.view.Role;
import distillery.view.Texts;
import java.lang.reflect.Field;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class CurveChartTest extends ApplicationTest {
    private static final int WIDTH = 500;
    private static final int HEIGHT = 260;

    private final Appearance appearance = new Appearance();
    private final Texts texts = new Texts(appearance.languageProperty());
    private final DoubleProperty shared = new SimpleDoubleProperty(Double.NaN);
    private final Curve distilled = new Curve();
    private final Curve labelsOnly = new Curve();
    private final SimpleStringProperty name = new SimpleStringProperty("distilled");
    private CurveChart loss = new CurveChart("loss", texts, appearance);
    private CurveChart accuracy = new CurveChart("accuracy", texts, appearance);

    @Override
    public void start(Stage stage) {
        Assets.loadFonts();
        loss = new CurveChart("loss", texts, appearance);
        accuracy = new CurveChart("accuracy", texts, appearance);
        loss.titleProperty().set("Hard loss");
        loss.unitProperty().set("nats");
        loss.add(Role.DISTILLED, distilled, name);
        accuracy.add(Role.LABELS_ONLY, labelsOnly, new SimpleStringProperty("labels only"));
        for (CurveChart chart : new CurveChart[] {loss, accuracy}) {
            chart.setMinSize(WIDTH, HEIGHT);
            chart.setMaxSize(WIDTH, HEIGHT);
            chart.placeProperty().bindBidirectional(shared);
        }
        stage.setScene(new Scene(new VBox(loss, accuracy), WIDTH, 2 * HEIGHT));
        stage.getScene().getStylesheets().add(Assets.styleSheet(Palette.styleSheet(Look.LIGHT)));
        stage.show();
    }

    @Test
    void aChartWithoutRoomPaintsNothingForJavaFxWouldCollectIt() throws ReflectiveOperationException {
        appendHundredSteps();
        assertTrue(collected(WIDTH, HEIGHT), "what is painted waits for the next frame");
        assertFalse(collected(0, 0));
        assertFalse(collected(WIDTH, 0));
    }

    /** Whether a chart of this size, in a window that nobody sees, has anything painted. */
    private boolean collected(double width, double height) throws ReflectiveOperationException {
        CurveChart hidden = new CurveChart("hidden", texts, appearance);
        hidden.add(Role.DISTILLED, distilled, name);
        interact(() -> {
            hidden.resize(width, height);
            hidden.layout();
        });
        Canvas canvas = (Canvas) hidden.getChildrenUnmodifiable().get(0);
        Field buffer = Canvas.class.getDeclaredField("current");
        buffer.setAccessible(true);
        GrowableDataBuffer painted = (GrowableDataBuffer) buffer.get(canvas);
        return painted != null && !painted.isEmpty();
    }

    /** Steps 1 to 100 of a loss that falls from 1 to 0.01. */
    private void appendHundredSteps() {
        interact(() -> {
            for (int step = 1; step <= 100; step++) {
                distilled.append(step, 1.0 / step);
            }
            loss.changed();
        });
    }

    private Image painted() {
        Image[] image = new Image[1];
        interact(() -> image[0] = loss.image());
        return image[0];
    }

    /** The lowest row, counted from the top, in which a role's colour stands in one column; -1 if in none. */
    private static int lowestRow(Image image, int column, Color color) {
        for (int y = (int) image.getHeight() - 1; y >= 0; y--) {
            Color seen = image.getPixelReader().getColor(column, y);
            double distance = Math.abs(seen.getRed() - color.getRed())
                    + Math.abs(seen.getGreen() - color.getGreen())
                    + Math.abs(seen.getBlue() - color.getBlue());
            if (distance < 0.05) {
                return y;
            }
        }
        return -1;
    }

    private Color color() {
        return Palette.of(appearance.lookProperty().get()).color(Role.DISTILLED.color());
    }

    @Test
    void aCurveStandsInItsRolesColourInEitherLook() {
        appendHundredSteps();
        assertTrue(lowestRow(painted(), WIDTH, color()) > HEIGHT);
        interact(() -> appearance.lookProperty().set(Look.DARK));
        assertTrue(lowestRow(painted(), WIDTH, color()) > HEIGHT);
    }

    @Test
    void aHigherValueStandsHigher() {
        appendHundredSteps();
        Image image = painted();
        assertTrue(lowestRow(image, WIDTH / 2, color()) < lowestRow(image, 3 * WIDTH / 2, color()));
    }

    @Test
    void aLogarithmicAxisLiftsTheSmallValues() {
        appendHundredSteps();
        int linear = lowestRow(painted(), WIDTH, color());
        interact(() -> loss.logarithmicProperty().set(true));
        assertTrue(lowestRow(painted(), WIDTH, color()) < linear - 20);
    }

    @Test
    void aFixedRangeMovesTheCurve() {
        appendHundredSteps();
        int automatic = lowestRow(painted(), WIDTH, color());
        interact(() -> loss.rangeProperty().set(new Range(-1, 1)));
        assertTrue(lowestRow(painted(), WIDTH, color()) < automatic - 50);
        interact(() -> loss.rangeProperty().set(null));
        assertEquals(automatic, lowestRow(painted(), WIDTH, color()));
    }

    @Test
    void enterAndADoubleClickAskForAllTheRoom() {
        appendHundredSteps();
        AtomicInteger asked = new AtomicInteger();
        assertFalse(loss.getAccessibleHelp().contains("Enter"), "nobody gives it any");
        interact(() -> loss.enlargeProperty().set(asked::incrementAndGet));
        interact(loss::requestFocus);
        type(KeyCode.ENTER);
        assertEquals(1, asked.get());
        push(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals(1, asked.get(), "Ctrl+Enter runs and pauses, here too");
        doubleClickOn(loss);
        assertEquals(2, asked.get());
        assertTrue(loss.getAccessibleHelp().contains("Enter"));
    }

    @Test
    void theAxisOfASharesMayGoFromZeroToOne() {
        appendHundredSteps();
        interact(() -> loss.rangeProperty().set(new Range(0, 0.2)));
        int near = lowestRow(painted(), WIDTH, color());
        interact(() -> loss.wholeProperty().set(true));
        assertTrue(lowestRow(painted(), WIDTH, color()) > near + 10);
        interact(() -> loss.rangeProperty().set(null));
        int automatic = lowestRow(painted(), WIDTH, color());
        interact(() -> loss.wholeProperty().set(false));
        assertEquals(automatic, lowestRow(painted(), WIDTH, color()), "a loss is no share");
    }

    @Test
    void labelsAtTheEndsMoveApartAndNoFarther() {
        assertArrayEquals(new double[] {10, 30, 50}, Spacing.apart(new double[] {10, 30, 50}, 15, 0, 100));
        assertArrayEquals(new double[] {10, 25, 40}, Spacing.apart(new double[] {10, 11, 12}, 15, 0, 100));
        assertArrayEquals(new double[] {70, 85, 100}, Spacing.apart(new double[] {98, 99, 100}, 15, 0, 100));
        assertArrayEquals(new double[] {0, 10, 20}, Spacing.apart(new double[] {3, 3, 3}, 15, 0, 20), "squeezed");
    }

    @Test
    void pointingAtOneChartReadsAllOfThem() {
        appendHundredSteps();
        interact(() -> {
            labelsOnly.append(40, 0.75);
            labelsOnly.append(90, 0.875);
            accuracy.changed();
        });
        interact(() -> shared.set(38));
        assertTrue(loss.getAccessibleText().contains("0.02632"), loss.getAccessibleText());
        assertTrue(accuracy.getAccessibleText().contains("0.7500"), accuracy.getAccessibleText());
    }

    @Test
    void theMouseSetsTheCursorOnAPointAndTakesItAway() {
        appendHundredSteps();
        moveTo(loss);
        double place = shared.get();
        assertTrue(place > 30 && place < 70 && place == Math.rint(place), () -> "cursor at " + place);
        moveTo(accuracy);
        assertTrue(Double.isNaN(shared.get()));
    }

    @Test
    void theKeyboardMovesTheCursor() {
        appendHundredSteps();
        interact(loss::requestFocus);
        press(KeyCode.HOME).release(KeyCode.HOME);
        assertEquals(1, shared.get());
        press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertEquals(3, shared.get());
        press(KeyCode.SHIFT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.SHIFT);
        assertEquals(4, shared.get());
        press(KeyCode.END).release(KeyCode.END);
        assertEquals(100, shared.get());
        press(KeyCode.SHIFT, KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.SHIFT);
        assertEquals(99, shared.get());
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertTrue(Double.isNaN(shared.get()));
    }

    @Test
    void keysOnAnEmptyChartDoNothing() {
        interact(loss::requestFocus);
        press(KeyCode.HOME).release(KeyCode.HOME);
        assertTrue(Double.isNaN(shared.get()));
    }

    @Test
    void accessibleTextTellsTheLatestValuesInTheLanguageOfTheMoment() {
        assertTrue(loss.getAccessibleText().contains(texts.get("chart.empty")), loss.getAccessibleText());
        appendHundredSteps();
        assertEquals("Hard loss, nats. At step 100: distilled 0.01000.", loss.getAccessibleText());
        interact(() -> {
            distilled.append(1234, 0.5);
            loss.changed();
        });
        assertEquals("Hard loss, nats. At step 1,234: distilled 0.5000.", loss.getAccessibleText());
        interact(() -> appearance.languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        assertTrue(loss.getAccessibleText().contains("第 1,234 步"), loss.getAccessibleText());
    }

    @Test
    void smoothedValuesAreToldBesideTheRawOnes() {
        interact(() -> {
            loss.smoothingProperty().set(0.5);
            distilled.append(1, 1);
            distilled.append(2, 4);
            loss.changed();
        });
        assertEquals("Hard loss, nats. At step 2: distilled 4.000, smoothed 3.000.", loss.getAccessibleText());
    }

    @Test
    void aMarkerIsDrawnWhereTheChangeWas() {
        appendHundredSteps();
        Image before = painted();
        interact(() -> loss.markers().add(new Marker(50, "T 4 → 8")));
        assertTrue(differences(before, painted()) > HEIGHT / 2);
    }

    private static int differences(Image one, Image other) {
        int count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
                    count++;
                }
            }
        }
        return count;
    }

    @Test
    void aMillionPointsStillPaint() {
        interact(() -> {
            loss.smoothingProperty().set(0.9);
            for (int step = 1; step <= 1_000_000; step++) {
                distilled.append(step, 1 + Math.sin(step * 1e-5));
            }
            loss.changed();
        });
        assertTrue(lowestRow(painted(), WIDTH, color()) > HEIGHT / 2);
    }

    @Test
    void extremesOfAllSizesPaint() {
        double[] values = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, 0, 1};
        interact(() -> {
            for (int i = 0; i < values.length; i++) {
                distilled.append(i, values[i]);
                loss.image();
            }
            loss.logarithmicProperty().set(true);
            assertTrue(loss.image().getWidth() > WIDTH);
        });
    }
}
