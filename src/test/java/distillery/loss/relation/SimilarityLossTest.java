package distillery.loss.relation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.loss.GradientCheck;
import distillery.loss.Norm;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SimilarityLossTest {
    private final double[] student = GradientCheck.logits(1, 15);
    private final double[] teacher = GradientCheck.logits(2, 35);

    @Test
    void gradientIsTheSlope() {
        GradientCheck.assertSlope(
                f -> SimilarityLoss.of(f, teacher, 5).value(),
                student,
                SimilarityLoss.of(student, teacher, 5).gradient());
    }

    @Test
    void theTeachersOwnFeaturesHaveNeitherLossNorSlope() {
        SimilarityLoss.Value value = SimilarityLoss.of(teacher, teacher.clone(), 5);
        assertEquals(0, value.value());
        assertEquals(0, Norm.squared(value.gradient()));
    }

    @Test
    void scaleMakesNoDifference() {
        double[] larger = Arrays.stream(student).map(x -> -100 * x).toArray();
        assertArrayEquals(SimilarityLoss.similarity(student, 5), SimilarityLoss.similarity(larger, 5), 1e-14);
    }

    @Test
    void aSampleWithoutFeaturesIsLikeNoOther() {
        double[] dead = student.clone();
        Arrays.fill(dead, 3, 6, 0);
        SimilarityLoss.Value value = SimilarityLoss.of(dead, teacher, 5);
        assertEquals(0, Norm.squared(Arrays.copyOfRange(value.studentSimilarity(), 5, 10)));
        assertTrue(Arrays.stream(value.gradient()).allMatch(slope -> Math.abs(slope) < 1), "a slope without bounds");
        assertEquals(0, SimilarityLoss.of(new double[3], new double[7], 1).value());
    }
}
