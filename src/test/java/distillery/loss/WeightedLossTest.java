package distillery.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeightedLossTest {
    private final double[] student = GradientCheck.logits(16, 50);
    private final double[] teacher = GradientCheck.logits(17, 50);
    private final int[] labels = GradientCheck.labels(18, 5, 10);

    @ParameterizedTest
    @EnumSource
    void gradientIsTheSlope(ReferenceLoss codeBase) {
        WeightedLoss loss = codeBase.loss();
        double[] gradient = loss.of(student, teacher, labels, 10).gradient();
        GradientCheck.assertSlope(z -> loss.of(z, teacher, labels, 10).total(), student, gradient);
    }

    @ParameterizedTest
    @EnumSource
    void pullsLikeHintonsLossWithTheEffectiveWeightAtEveryTemperature(ReferenceLoss codeBase) {
        for (double temperature : new double[] {0.5, codeBase.loss().temperature(), 30}) {
            WeightedLoss loss = codeBase.loss().at(temperature);
            boolean limit = loss.softKind() == WeightedLoss.SoftKind.MSE;
            double[] z = limit ? centred(student) : student;
            double[] v = limit ? centred(teacher) : teacher;
            HintonLoss plain = new HintonLoss(
                    limit ? Double.POSITIVE_INFINITY : temperature, loss.effectiveSoftWeight(5, 10), loss.hardWeight());
            double[] gradient = plain.of(z, v, labels, 10).gradient();
            double[] found = loss.of(z, v, labels, 10).gradient();
            assertTrue(Norm.relativeError(found, gradient) < 1e-13, codeBase + " at " + temperature);
        }
    }

    private static double[] centred(double[] logits) {
        double[] centred = logits.clone();
        LogitLoss.centre(centred, 10);
        return centred;
    }

    @Test
    void theMeanSquareIsThatOfLogitsOverT() {
        double sum = 0;
        for (int i = 0; i < student.length; i++) {
            sum += Math.pow(student[i] / 8 - teacher[i] / 8, 2);
        }
        WeightedLoss loss = ReferenceLoss.TEXTBREWER_MSE.loss();
        assertEquals(sum / student.length, loss.of(student, teacher, labels, 10).total(), 1e-13);
    }

    @Test
    void theWellKnownSurprisesAreThere() {
        assertEquals(0.4, ReferenceLoss.LABML.loss().effectiveSoftWeight(128, 10), 1e-15);
        assertEquals(0.09, ReferenceLoss.PETERLIHT.loss().effectiveSoftWeight(128, 10), 1e-15);
        assertEquals(1 / 64.0, ReferenceLoss.TEXTBREWER_CE.loss().effectiveSoftWeight(128, 10));
    }

    @Test
    void summingWeighsTheSoftTermByTheRows() {
        WeightedLoss sum = new WeightedLoss(4, 1, 0, true, WeightedLoss.Reduction.SUM, WeightedLoss.SoftKind.KL);
        assertEquals(5, sum.effectiveSoftWeight(5, 10));
    }

    @Test
    void refusesTheLimitsOfTheTemperature() {
        for (double temperature : new double[] {0, -1, Double.POSITIVE_INFINITY}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new WeightedLoss(
                            temperature, 1, 0, true, WeightedLoss.Reduction.MEAN, WeightedLoss.SoftKind.KL));
        }
    }
}
