package distillery.view.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.example.PullKind;
import distillery.lab.explore.ExploreReading;
import distillery.view.Numbers;
import distillery.view.Scale;
import distillery.view.ScaleSlider;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The table of the default example, walked on the real slider. */
class ExploreTableTest extends ExploreOnStage {
    /** One line of the table: the default example at one temperature. */
    private record Row(
            double temperature,
            List<Double> teacher,
            List<Double> student,
            double entropy,
            double divergence,
            double scaled,
            List<Double> slope) {}

    private static final double THIRD = 1.0 / 3;

    private static final Row HALF = new Row(
            0.5,
            List.of(.99966, .00034, .00000),
            List.of(.66524, .09003, .24473),
            .00302,
            .405257,
            .10131,
            List.of(-.16721, .04485, .12236));
    private static final Row ONE = new Row(
            1,
            List.of(.98169, .01798, .00033),
            List.of(.50648, .18632, .30720),
            .09304,
            .605380,
            .60538,
            List.of(-.47521, .16834, .30687));
    private static final Row TWO = new Row(
            2,
            List.of(.86681, .11731, .01588),
            List.of(.41923, .25428, .32650),
            .44106,
            .490905,
            1.96362,
            List.of(-.89517, .27393, .62124));
    private static final Row FOUR = new Row(
            4,
            List.of(.66524, .24473, .09003),
            List.of(.37576, .29264, .33160),
            .83240,
            .218854,
            3.50167,
            List.of(-1.15794, .19164, .96629));
    private static final Row TEN = new Row(
            10,
            List.of(.47178, .31624, .21198),
            List.of(.35013, .31681, .33306),
            1.04733,
            .044336,
            4.43356,
            List.of(-1.21644, .00571, 1.21073));
    private static final Row TWENTY = new Row(
            20,
            List.of(.40176, .32893, .26931),
            List.of(.34170, .32504, .33326),
            1.08541,
            .011589,
            4.63557,
            List.of(-1.20118, -.07795, 1.27913));
    private static final Row ENDLESS = new Row(
            Double.POSITIVE_INFINITY,
            List.of(THIRD, THIRD, THIRD),
            List.of(THIRD, THIRD, THIRD),
            Math.log(3),
            0,
            4.75,
            List.of(-1.16667, -.16667, 1.33333));

    @Thorough
    @Test
    void theKeyboardWalksTheDefaultExampleThroughItsTable(FxRobot robot) {
        robot.interact(() -> model.pullProperty().set(PullKind.SOFT));
        robot.interact(view::focusTemperature);
        robot.type(KeyCode.HOME).type(KeyCode.PAGE_UP).type(KeyCode.LEFT, 10);
        assertShows(HALF);
        robot.type(KeyCode.PAGE_UP);
        assertShows(ONE);
        robot.type(KeyCode.PAGE_UP);
        assertShows(TWO);
        robot.type(KeyCode.PAGE_UP);
        assertShows(FOUR);
        robot.type(KeyCode.RIGHT, 12);
        assertShows(TEN);
        robot.type(KeyCode.PAGE_UP);
        assertShows(TWENTY);
        robot.clickOn("#explore-temperature-infinity");
        assertShows(ENDLESS);
        robot.interact(view::focusTemperature);
        robot.type(KeyCode.LEFT);
        assertEquals(100, model.temperatureProperty().get());
    }

    @Thorough
    @Test
    void theMouseFindsTheSameNumbersOnTheTrack(FxRobot robot) {
        robot.interact(() -> model.pullProperty().set(PullKind.SOFT));
        for (Row row : new Row[] {ONE, TWO, FOUR, TWENTY}) {
            pressTrack(robot, row.temperature());
            assertShows(row);
        }
        pressTrack(robot, 10);
        robot.clickOn("#explore-temperature-one");
        assertShows(ONE);
    }

    /** Presses the slider's track within two pixels of a temperature. */
    private void pressTrack(FxRobot robot, double temperature) {
        ScaleSlider slider = robot.lookup("#explore-temperature-slider").queryAs(ScaleSlider.class);
        Bounds bounds = slider.localToScreen(slider.getBoundsInLocal());
        double thumb = ((Region) slider.lookup(".thumb")).getWidth();
        double x = thumb / 2 + Scale.TEMPERATURE.position(temperature) * (bounds.getWidth() - thumb);
        robot.moveTo(bounds.getMinX() + x + 2, bounds.getCenterY()).clickOn(MouseButton.PRIMARY);
    }

    private void assertShows(Row row) {
        WaitForAsyncUtils.waitForFxEvents();
        ExploreReading reading = model.reading();
        String at = "T = " + row.temperature();
        assertEquals(row.temperature(), reading.temperature(), at);
        assertEquals(row.entropy(), reading.teacherEntropy(), 6e-6, at);
        assertTrue(text("explore-entropy").contains(Numbers.loss(reading.teacherEntropy())), at);
        assertEquals(row.divergence(), reading.soft(), 6e-7, at);
        assertEquals(row.divergence(), number("explore-loss-soft"), 6e-5, at);
        assertEquals(row.scaled(), reading.softTimesT2(), 6e-6, at);
        assertEquals(row.scaled(), number("explore-loss-soft-t2"), 6e-4, at);
        assertEquals(.68027, number("explore-loss-hard"), 6e-5, at);
        assertEquals(.9 * row.scaled() + .1 * .68027, number("explore-loss-total"), 6e-4, at);
        for (int i = 0; i < 3; i++) {
            assertEquals(row.teacher().get(i), reading.teacher().get(i), 6e-6, at);
            assertEquals(row.student().get(i), reading.student().get(i), 6e-6, at);
            assertEquals(Numbers.percent(reading.teacher().get(i)), text("explore-percent-teacher-" + i), at);
            assertEquals(Numbers.percent(reading.student().get(i)), text("explore-percent-student-" + i), at);
            assertEquals(row.slope().get(i), -reading.pull(i), 6e-6, at);
            assertEquals(row.slope().get(i), -number("explore-pull-value-" + i), 6e-4, at);
        }
    }

    @Test
    void theDonkeysPullTurnsWhereTheTableSaysSo(FxRobot robot) {
        robot.interact(() -> model.pullProperty().set(PullKind.SOFT));
        typeTemperature(robot, "10.37");
        assertTrue(model.reading().pull(1) < 0);
        typeTemperature(robot, "10.371");
        assertTrue(model.reading().pull(1) > 0);
    }
}
