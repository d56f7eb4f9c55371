package distillery.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.data.Problem;
import distillery.loss.DoubleMatrix;
import distillery.loss.SquaredError;
import distillery.loss.feature.WeightMatchingLoss;
import java.util.Arrays;
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
        projection.aim(floats(teacher));
        assertEquals(wanted.value(), projection.match(student, 1), 1e-5);
        assertArrayEquals(wanted.gradient(), projection.slopes(), 1e-5);
        for (Parameter side : sides) {
            side.fetchGradient(0, side.rows());
        }
        assertArrayEquals(wanted.outGradient(), doubles(sides.get(0).gradient.values), 1e-5);
        assertArrayEquals(wanted.inGradient(), doubles(sides.get(1).gradient.values), 1e-5);
    }

    /** At two places the loss is the mean of both, however they lie, and so are the slopes. */
    @Test
    void everyPlaceIsProjectedAlike() {
        TwoSidedProjection projection = new TwoSidedProjection(2, 3, 4, 5, 1);
        double[][] tables = {GradientTest.random(6, 2), GradientTest.random(6, 3)};
        double[][] targets = {doubles(floats(GradientTest.random(20, 4))), doubles(floats(GradientTest.random(20, 5)))};
        double sum = 0;
        double[] slopes = new double[12];
        for (int place = 0; place < 2; place++) {
            projection.aim(floats(targets[place]));
            sum += projection.match(tables[place], 1) / 2;
            System.arraycopy(projection.slopes(), 0, slopes, 6 * place, 6);
        }
        double[] after = join(tables);
        assertEquals(sum, projection.matchEach(after, join(targets), 2) / 2, 1e-6);
        assertArrayEquals(slopes, projection.slopesOfEach(), 1e-6);
        projection.aim(floats(placesLast(join(targets))));
        assertEquals(sum, projection.match(placesLast(after), 2) / 2, 1e-6);
        assertArrayEquals(placesLast(slopes), projection.slopes(), 1e-6);
    }

    private static double[] join(double[][] both) {
        double[] all = Arrays.copyOf(both[0], 2 * both[0].length);
        System.arraycopy(both[1], 0, all, both[0].length, both[1].length);
        return all;
    }

    private static double[] placesLast(double[] both) {
        double[] all = new double[both.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = both[i % 2 * (all.length / 2) + i / 2];
        }
        return all;
    }

    @Test
    void withoutAnotherWidthNothingIsTrained() {
        TwoSidedProjection same = new TwoSidedProjection(2, 3, 2, 3, 1);
        double[] table = {1, 2, 3, 4, 5, 6};
        assertEquals(List.of(), same.parameters());
        same.aim(floats(table));
        assertEquals(0, same.match(table, 7));
    }
}
