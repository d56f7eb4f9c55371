package distillery.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaneSettingsTest {
    @Test
    void whatIsUsualNeedNotBeWritten() {
        assertEquals(PlaneSettings.FIRST, PlaneSettings.parse("plane"));
        assertEquals(PlaneSettings.FIRST, PlaneSettings.parse("plane:donkey"));
        assertEquals("plane:donkey", PlaneSettings.FIRST.toString());
        assertEquals("plane:rings", PlaneSettings.parse("plane:rings,classes=3,seed=1").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plane:blobs,classes=5,noise=0.4,seed=12",
                "plane:rings,-3,-12",
                "plane:donkey,noise=0,+0.5/-1.25/2,+-2/2/0"
            })
    void aTextIsReadBackAsItWas(String text) {
        assertEquals(text, PlaneSettings.parse(text).toString());
    }

    @Test
    void aPersonsPointsAreKeptToAThousandth() {
        PlaneSettings plane =
                PlaneSettings.FIRST.with(Set.of(7), List.of(PlanePoint.at(0.12345, -1.99999, 1)));
        assertEquals("plane:donkey,-7,+0.123/-2/1", plane.toString());
        assertEquals(PlaneSettings.FIRST, plane.untouched());
        assertEquals(Set.of(), plane.with(3, 0.2, 9).removed(), "other points have other numbers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plane:",
                "plane:squares",
                "plane:donkey,classes=4",
                "plane:rings,classes=6",
                "plane:rings,noise=3",
                "plane:rings,noise=x",
                "plane:rings,seed=-1",
                "plane:rings,-3000",
                "plane:rings,+3/0/1",
                "plane:rings,+0/0/3",
                "plane:rings,more"
            })
    void whatMakesNoSenseIsRefusedInWords(String text) {
        assertTrue(PlaneSettings.isPlane(text));
        Refusal refused = assertThrows(Refusal.class, () -> PlaneSettings.parse(text));
        assertFalse(refused.getMessage().isBlank());
    }

    @Test
    void aFolderOfThatNameIsNone() {
        assertFalse(PlaneSettings.isPlane("./plane"));
        assertFalse(PlaneSettings.isPlane("planes"));
    }

    @ParameterizedTest
    @EnumSource(PlaneShape.class)
    void everyClassHasAsManyPointsAndTheSameSeedTheSame(PlaneShape shape) {
        PlaneSettings plane = PlaneSettings.FIRST.with(shape);
        DataSet data = PlanePoints.of(plane);
        int[] counts = new int[plane.classes()];
        float[] point = new float[2];
        float[] again = new float[2];
        Samples other = PlanePoints.of(plane).train();
        Samples next = PlanePoints.of(plane.with(plane.classes(), plane.noise(), 2)).train();
        int same = 0;
        for (int i = 0; i < data.train().count(); i++) {
            counts[data.train().label(i)]++;
            data.train().copyInto(point, 0, i, 0, 0);
            other.copyInto(again, 0, i, 0, 0);
            assertEquals(point[0], again[0]);
            next.copyInto(again, 0, i, 0, 0);
            same += point[1] == again[1] ? 1 : 0;
        }
        assertEquals(PlanePoints.COUNT / counts.length, counts[0]);
        assertTrue(same < 10);
    }

    @Test
    void withoutNoiseTheDonkeyLiesBetweenHorseAndCarAndNearerToTheHorse() {
        Samples animals = PlanePoints.of(PlaneSettings.FIRST.with(3, 0, 1)).train();
        float[] places = new float[6];
        for (int i = 0; i < 3; i++) {
            animals.copyInto(places, 2 * i, i, 0, 0);
        }
        assertTrue(places[0] < places[2] && places[2] < places[4]);
        assertTrue(places[2] - places[0] < places[4] - places[2]);
    }

    @Test
    void aPersonsPointsComeLastAndAreNeitherDrawnNorHeldOutNorTestedOn() {
        PlaneSettings plane = PlaneSettings.FIRST.with(Set.of(4), List.of(new PlanePoint(1, -1.5, 2)));
        DataSet data = PlanePoints.of(plane);
        assertEquals(PlanePoints.COUNT + 1, data.train().count());
        assertEquals(PlanePoints.COUNT, data.train().drawable());
        assertEquals(2, data.train().label(PlanePoints.COUNT));
        float[] own = new float[2];
        data.train().copyInto(own, 0, PlanePoints.COUNT, 0, 0);
        assertEquals(-1.5f, own[1]);
        int[] drawn = LabelBudget.choose(data.train(), 10, Set.of(), 1);
        int[] untouched = LabelBudget.choose(PlanePoints.of(PlaneSettings.FIRST).train(), 10, Set.of(), 1);
        assertEquals(List.of(untouched[0], untouched[9]), List.of(drawn[0], drawn[9]), "the others stay the same");
        assertEquals(List.of(1, PlanePoints.COUNT), boxed(data.train().corrected(new int[] {1, 4})));
        assertEquals(
                boxed(HeldOut.of(PlanePoints.of(PlaneSettings.FIRST).train(), 10)),
                boxed(HeldOut.of(data.train(), 10)));
    }

    private static List<Integer> boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    @Test
    void aGridGoesFromTheTopLeftToTheBottomRight() {
        PlaneGrid grid = new PlaneGrid(4, 3);
        float[] ends = new float[4];
        grid.copyInto(ends, 0, 0, 0, 0);
        grid.copyInto(ends, 2, 15, 0, 0);
        assertEquals(List.of(-1.5f, 1.5f, 1.5f, -1.5f), List.of(ends[0], ends[1], ends[2], ends[3]));
        assertEquals(16, grid.count());
    }
}
