package distillery.view.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.view.chart.Ticks.Tick;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TicksTest {
    private static List<String> labels(List<Tick> ticks) {
        return ticks.stream().map(Tick::label).toList();
    }

    @Test
    void linearTicksAreRoundNumbersWithAsManyDecimalsAsTheyNeed() {
        assertEquals(List.of("0.0", "0.5", "1.0"), labels(Ticks.linear(new Range(0, 1), 3)));
        assertEquals(List.of("0.965", "0.970", "0.975"), labels(Ticks.linear(new Range(0.9643, 0.9761), 3)));
        assertEquals(List.of("−2", "0", "2"), labels(Ticks.linear(new Range(-2, 2), 2)));
    }

    @Test
    void stepsAreCountedInThousandsAndMillions() {
        assertEquals(List.of("0", "500", "1k", "1.5k"), labels(Ticks.linear(new Range(0, 1700), 4)));
        assertEquals(List.of("0", "1M", "2M"), labels(Ticks.linear(new Range(0, 2e6), 2)));
    }

    @Test
    void aTickIsTheDoubleItsLabelStandsFor() {
        for (Tick tick : Ticks.linear(new Range(0, 1), 10)) {
            assertEquals(Double.parseDouble(tick.label()), tick.value());
        }
    }

    @Test
    void logarithmicTicksAreDecadesAndWithRoomTwosAndFives() {
        assertEquals(List.of("0.001", "0.01", "0.1", "1", "10"), labels(Ticks.logarithmic(new Range(0.001, 10), 6)));
        assertEquals(List.of("0.1", "0.2", "0.5", "1.0"), shortened(Ticks.logarithmic(new Range(0.1, 1), 5)));
        assertEquals(List.of("1e−8", "1e−6"), labels(Ticks.logarithmic(new Range(3e-9, 2e-5), 2)));
    }

    private static List<String> shortened(List<Tick> ticks) {
        return ticks.stream().map(tick -> Double.toString(tick.value())).toList();
    }

    @Test
    void aRangeWithinOneDecadeStillHasTicks() {
        assertTrue(Ticks.logarithmic(new Range(0.961, 0.985), 4).size() >= 2);
    }

    @Test
    void ticksLieWithinTheRangeAndAreNeverTooMany() {
        Random random = new Random(5);
        for (int i = 0; i < 5000; i++) {
            double low = Math.pow(10, random.nextDouble() * 12 - 6);
            Range range = new Range(low, low * (1 + Math.pow(10, random.nextDouble() * 8 - 4)));
            int most = 1 + random.nextInt(9);
            List<Tick> ticks = Ticks.linear(range, most);
            assertTrue(ticks.size() <= most + 1, () -> range + " " + ticks);
            double slack = range.span() * 1e-9;
            for (Tick tick : ticks) {
                assertTrue(tick.value() >= range.low() - slack && tick.value() <= range.high() + slack);
            }
        }
    }

    @Test
    void anAutomaticRangeHoldsItsNumbersAndEndsOnTicks() {
        Random random = new Random(6);
        for (int i = 0; i < 5000; i++) {
            double min = random.nextGaussian() * Math.pow(10, random.nextInt(9) - 4);
            double max = min + Math.abs(min) * Math.pow(10, -4 * random.nextDouble()) + 1e-6;
            Range range = Range.linear(min, max, 5);
            double slack = (max - min) * 1e-8;
            assertTrue(range.low() <= min + slack && range.high() >= max - slack, range::toString);
            assertTrue(range.span() <= 5 * (max - min), range::toString);
            List<Tick> ticks = Ticks.linear(range, 5);
            assertEquals(range.low(), ticks.get(0).value());
            assertEquals(range.high(), ticks.get(ticks.size() - 1).value());
        }
    }

    @Test
    void aSingleValueHasARangeAroundIt() {
        for (double value : new double[] {0, 0.7, -3, 1e-200, 1e300}) {
            Range range = Range.linear(value, value, 5);
            assertTrue(range.low() < value && value < range.high(), range::toString);
        }
    }

    @Test
    void readingsHaveFourDigitsThatCount() {
        assertEquals("0.9712", Ticks.reading(0.9712));
        assertEquals("0.9700", Ticks.reading(0.97));
        assertEquals("2.303", Ticks.reading(Math.log(10)));
        assertEquals("3.120e−5", Ticks.reading(3.12e-5));
        assertEquals("−12.50", Ticks.reading(-12.5));
        assertEquals("0.000", Ticks.reading(0));
        assertEquals("12345", Ticks.reading(12345));
        assertEquals("12,345", Ticks.place(12345));
    }

    @Test
    void anAxisThereAndBackIsTheSameValue() {
        for (boolean logarithmic : new boolean[] {false, true}) {
            Axis axis = new Axis(new Range(0.01, 100), 200, 10, logarithmic);
            assertEquals(200, axis.pixel(0.01), 1e-9);
            assertEquals(10, axis.pixel(100), 1e-9);
            assertEquals(3, axis.value(axis.pixel(3)), 1e-12);
        }
    }

    @Test
    void aLogarithmicAxisGivesEveryDecadeTheSameRoom() {
        Axis axis = new Axis(new Range(0.01, 100), 0, 400, true);
        assertEquals(100, axis.pixel(0.1), 1e-9);
        assertEquals(200, axis.pixel(1), 1e-9);
        assertThrows(IllegalArgumentException.class, () -> new Axis(new Range(0, 1), 0, 1, true));
    }

    /** So far apart that the rows they stand in do not touch: {@code most} rows have room for twice their height. */
    @Test
    void labelsOfALogarithmicAxisNeverOverprint() {
        for (double low : new double[] {1e-8, 0.003, 0.05, 0.11, 0.7, 1.3}) {
            for (double decades = 0.02; decades < 12; decades *= 1.3) {
                for (int most = 2; most <= 12; most++) {
                    Range range = new Range(low, low * Math.pow(10, decades));
                    List<Tick> ticks = Ticks.logarithmic(range, most);
                    assertTrue(!ticks.isEmpty(), range + ", " + most);
                    for (int i = 1; i < ticks.size(); i++) {
                        double apart = Math.log10(
                                ticks.get(i).value() / ticks.get(i - 1).value());
                        assertTrue(apart * most / decades >= 0.55, range + ", " + most + ": " + labels(ticks));
                    }
                }
            }
        }
    }
}
