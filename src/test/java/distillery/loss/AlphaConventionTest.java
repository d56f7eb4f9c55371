package distillery.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlphaConventionTest {
    private static final int SHARES = 10_000;

    @ParameterizedTest
    @EnumSource
    void bothWeightsAreTheNumbersOneWouldWrite(AlphaConvention convention) {
        for (int i = 0; i <= SHARES; i++) {
            double alpha = Double.parseDouble(i + "e-4");
            double rest = Double.parseDouble(SHARES - i + "e-4");
            boolean soft = convention == AlphaConvention.ALPHA_ON_SOFT;
            assertEquals(soft ? alpha : rest, convention.softWeight(alpha));
            assertEquals(soft ? rest : alpha, convention.hardWeight(alpha));
            assertEquals(alpha, convention.alpha(convention.softWeight(alpha)));
        }
    }

    @Test
    void alphaIsAShare() {
        for (double outside : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> AlphaConvention.ALPHA_ON_HARD.softWeight(outside));
        }
    }
}
