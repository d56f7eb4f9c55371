package distillery.view.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lab.train.Curve;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampledPositionsTest {
    private static Curve at(double... places) {
        Curve curve = new Curve();
        for (double place : places) {
            curve.append(place, 1);
        }
        return curve;
    }

    private final SampledPositions places = new SampledPositions(List.of(at(1, 2, 3), at(), at(2.5, 9)));

    @Test
    void placesOfAllCurvesCount() {
        assertEquals(1, places.first());
        assertEquals(9, places.last());
        assertEquals(2.5, places.nearest(2.6));
        assertEquals(9, places.nearest(7));
    }

    @Test
    void neighboursAreFoundAcrossCurvesAndEndAtTheEnds() {
        assertEquals(2.5, places.after(2));
        assertEquals(3, places.after(2.5));
        assertEquals(9, places.after(9));
        assertEquals(2.5, places.before(3));
        assertEquals(1, places.before(1));
    }

    @Test
    void withoutPointsThereIsNoPlace() {
        assertTrue(Double.isNaN(new SampledPositions(List.of(at())).last()));
    }
}
