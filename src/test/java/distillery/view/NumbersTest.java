package distillery.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.data.NumberRange;
import distillery.data.Problem;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void percentagesNeverRoundToZeroOrToCertainty() {
        assertEquals("66.5%", Numbers.percent(0.66524));
        assertEquals("0.03%", Numbers.percent(0.000329));
        assertEquals("0.0005%", Numbers.percent(0.0000051));
        assertEquals("<0.0001%", Numbers.percent(1e-12));
        assertEquals("99.97%", Numbers.percent(0.99966));
        assertEquals(">99.99%", Numbers.percent(1 - 1e-9));
        assertEquals("0%", Numbers.percent(0));
        assertEquals("100%", Numbers.percent(1));
        assertEquals("100%", Numbers.percent(Math.nextDown(1.0)));
    }

    @Test
    void moreThanEverythingIsSaidToBeMore() {
        assertEquals("182%", Numbers.percent(1.8234));
        assertEquals("∞", Numbers.percent(Double.POSITIVE_INFINITY));
        assertEquals("100.4%", Numbers.percent(1.004));
        assertEquals("100.04%", Numbers.percent(1.0004));
        assertEquals(">100%", Numbers.percent(1.00001));
        assertEquals("100%", Numbers.percent(Math.nextUp(1.0)));
    }

    @Test
    void lossesKeepFourDigits() {
        assertEquals("0.6803", Numbers.loss(0.68027));
        assertEquals("3.502", Numbers.loss(3.50167));
        assertEquals("24.33", Numbers.loss(24.3333));
        assertEquals("<0.0001", Numbers.loss(1e-9));
        assertEquals("∞", Numbers.loss(Double.POSITIVE_INFINITY));
    }

    @Test
    void factorsKeepFourDigitsWhereTheyAreSmallToo() {
        assertEquals("0.2189", Numbers.factor(0.218854));
        assertEquals("0.04434", Numbers.factor(0.0443356));
        assertEquals("0.0004735", Numbers.factor(0.00047346));
        assertEquals("0.00000012", Numbers.factor(1.234e-7));
        assertEquals("<0.0001", Numbers.factor(9e-9));
        assertEquals("0.0000", Numbers.factor(0));
        assertEquals("24.33", Numbers.factor(24.3333));
        assertEquals("∞", Numbers.factor(Double.POSITIVE_INFINITY));
    }

    @Test
    void signsAreWrittenExceptForZero() {
        assertEquals("+1.158", Numbers.signed(1.15794, 3));
        assertEquals("−0.192", Numbers.signed(-0.19164, 3));
        assertEquals("0.000", Numbers.signed(-0.0001, 3));
        assertEquals("+∞", Numbers.signed(Double.POSITIVE_INFINITY, 3));
        assertEquals("−∞", Numbers.signed(Double.NEGATIVE_INFINITY, 3));
    }

    @Test
    void temperaturesAreWrittenAsBrieflyAsTheyCanBe() {
        assertEquals("4.0", Numbers.temperature(4));
        assertEquals("0.05", Numbers.temperature(0.05));
        assertEquals("10.3706", Numbers.temperature(10.3706));
        assertEquals("100", Numbers.temperature(100));
        assertEquals("∞", Numbers.temperature(Double.POSITIVE_INFINITY));
        assertEquals("20", Numbers.plain(20));
    }

    @Test
    void whatIsWrittenCanBeTyped() throws Problem {
        NumberRange range = new NumberRange(-100, 100, false, true);
        for (double number : new double[] {-0.19, 0, 1.158, 10.3706, 1.234, 0.05, 20, Double.POSITIVE_INFINITY}) {
            assertEquals(number, range.read(Numbers.plain(number)));
            assertEquals(number, range.read(Numbers.temperature(number)), 1e-9);
        }
    }
}
