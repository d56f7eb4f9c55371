package distillery.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.data.Problem;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PrincipalPlaneTest {
    @BeforeAll
    static void start() throws Problem {
        Engine.start();
    }

    /** Four points of a rectangle, 6 long in the direction (0.6, 0.8, 0) and 2 wide in the direction (0, 0, 1), off the origin. */
    @Test
    void findsTheLongAndTheShortSideOfARectangle() {
        double[] corners = new double[12];
        for (int i = 0; i < 4; i++) {
            double along = i < 2 ? 3 : -3;
            corners[3 * i] = 0.6 * along + 10;
            corners[3 * i + 1] = 0.8 * along - 2;
            corners[3 * i + 2] = (i % 2 == 0 ? 1 : -1) + 5;
        }
        PrincipalPlane plane = PrincipalPlane.of(corners, 4);
        assertArrayEquals(new double[] {3, 1, 3, -1, -3, 1, -3, -1}, plane.points(), 1e-9);
        assertArrayEquals(new double[] {0.9, 0.1}, plane.shares(), 1e-9);
    }

    @Test
    void movingAllPointsMovesNothingInThePlane() {
        double[] values = new Random(3).doubles(60, -1, 1).toArray();
        double[] moved = new double[60];
        for (int i = 0; i < 60; i++) {
            moved[i] = values[i] + 7;
        }
        assertArrayEquals(
                PrincipalPlane.of(values, 12).points(),
                PrincipalPlane.of(moved, 12).points(),
                1e-9);
    }

    @Test
    void samplesOfOneNumberLieOnALine() {
        PrincipalPlane plane = PrincipalPlane.of(new double[] {1, 3, 8}, 3);
        assertArrayEquals(new double[] {-3, 0, -1, 0, 4, 0}, plane.points(), 1e-9);
        assertArrayEquals(new double[] {1, 0}, plane.shares(), 1e-9);
    }

    @Test
    void equalSamplesAllLieInTheMiddle() {
        PrincipalPlane plane = PrincipalPlane.of(new double[] {2, 5, 2, 5}, 2);
        assertArrayEquals(new double[4], plane.points(), 1e-9);
        assertEquals(0, plane.shares()[0]);
    }

    @Test
    void aSampleOfItsOwnLiesWhereItsPointIs() {
        double[] values = new Random(5).doubles(60, -1, 1).toArray();
        PrincipalPlane plane = PrincipalPlane.of(values, 12);
        for (int row = 0; row < 12; row++) {
            assertArrayEquals(
                    Arrays.copyOfRange(plane.points(), 2 * row, 2 * row + 2),
                    plane.place(Arrays.copyOfRange(values, 5 * row, 5 * row + 5)),
                    1e-9);
        }
    }
}
