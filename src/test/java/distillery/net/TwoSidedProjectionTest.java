package distillery.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.data.Problem;
import distillery.loss.DoubleMatrix;
import distillery.loss.SquaredError;
import distillery.loss.feature.WeightMatchingLoss;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Products in the engine's 32 bits, against the losses' in 64. */
class TwoSidedProjectionTest {
    @BeforeAll
    static void start() throws Problem {
        Engine.start();
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    @Test
    void matchingIsTheLossWithBothProjections() {
        TwoSidedProjection projection = new TwoSidedProjection(3, 4, 5, 7, 1);
        double[] student = GradientTest.random(12, 2);
        double[] teacher = doubles(floats(GradientTest.random(35, 3)));
        List<Parameter> sides = projection.parameters();
        WeightMatchingLoss.Projected wanted = new WeightMatchingLoss(SquaredError.MEAN)
                .of(
                        DoubleMatrix.of(student, 3),
                        DoubleMatrix.of(teacher, 5),
                        DoubleMatrix.of(doubles(sides.get(0).value.values), 5),
                        DoubleMatrix.of(doubles(sides.get(1).value.values), 7));
        assertEquals(wanted.value(), projection.match(student, floats(teacher), 1), 1e-5);
        assertArrayEquals(wanted.gradient(), projection.slopes(), 1e-5);
        for (Parameter side : sides) {
            side.fetchGradient(0, side.rows());
        }
        assertArrayEquals(wanted.outGradient(), doubles(sides.get(0).gradient.values), 1e-5);
        assertArrayEquals(wanted.inGradient(), doubles(sides.get(1).gradient.values), 1e-5);
    }

    @Test
    void everyPlaceIsProjectedAlike() {
        TwoSidedProjection projection = new TwoSidedProjection(2, 3, 4, 5, 1);
        double[] one = GradientTest.random(6, 2);
        double[] other = GradientTest.random(6, 3);
        double[] first = projection.forward(one);
        double[] second = projection.forward(other);
        double[] both = new double[12];
        for (int i = 0; i < 6; i++) {
            both[2 * i] = one[i];
            both[2 * i + 1] = other[i];
        }
        double[] found = projection.forward(both);
        for (int i = 0; i < 20; i++) {
            assertEquals(first[i], found[2 * i], 1e-6);
            assertEquals(second[i], found[2 * i + 1], 1e-6);
        }
    }

    @Test
    void withoutAnotherWidthNothingIsTrained() {
        TwoSidedProjection same = new TwoSidedProjection(2, 3, 2, 3, 1);
        double[] table = {1, 2, 3, 4, 5, 6};
        assertArrayEquals(table, same.forward(table));
        assertEquals(List.of(), same.parameters());
        assertEquals(0, same.match(table, floats(table), 7));
    }
}
