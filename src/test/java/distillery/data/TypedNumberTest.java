package distillery.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One reader for every number a person types. */
class TypedNumberTest {
    private static final NumberRange ANY = NumberRange.of(-1e300, 1e300);
    private static final NumberRange WHOLE = NumberRange.whole(-1e15, 1e15);

    @Test
    void aRefusalNamesBoundsThatCanBeReadAndTypedAsTheyStand() throws Problem {
        Problem refused = assertThrows(Problem.class, () -> WHOLE.read("1e16"));
        String lowest = String.valueOf(refused.arguments().get(2));
        String highest = String.valueOf(refused.arguments().get(3));
        assertEquals("-1,000,000,000,000,000", lowest);
        assertEquals("1,000,000,000,000,000", highest);
        assertEquals(-1e15, WHOLE.read(lowest));
        assertEquals(1e15, WHOLE.read(highest));
        NumberRange weights = NumberRange.of(0, 1000);
        Problem large = assertThrows(Problem.class, () -> weights.read("1001"));
        assertEquals(1000, weights.read(String.valueOf(large.arguments().get(3))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.5 | 2.5",
                "2,5 | 2.5",
                "0,002 | 0.002",
                "0.002 | 0.002",
                "1,5e-3 | 0.0015",
                "1.5E−3 | 0.0015",
                "1．5Ｅ－3 | 0.0015",
                ".5 | 0.5",
                ",5 | 0.5",
                "5. | 5",
                "-3 | -3",
                "−3 | -3",
                "－１ | -1",
                "–1,5 | -1.5",
                "— 1.5 | -1.5",
                "＋1 | 1",
                "３ | 3",
                "2。5 | 2.5",
                "2．5 | 2.5",
                "２，５ | 2.5",
                "２。５ | 2.5",
                "2｡5 | 2.5",
                "٣٫٥ | 3.5",
                "१२ | 12",
                "1,234,567 | 1234567",
                "1.234.567 | 1234567",
                "1.234.567,5 | 1234567.5",
                "1'234 | 1234",
                "1’234.5 | 1234.5",
                "1 234 | 1234",
                "1 234,5 | 1234.5",
                "1\u00a0234\u00a0567 | 1234567",
                "1\u2009234,567 | 1234.567",
                "1\u202f234 | 1234",
                "1\u3000234 | 1234",
                "1_234 | 1234",
                "1.234,5 | 1234.5",
                "1,234.5 | 1234.5",
                "1,234.567 | 1234.567",
                "1234,567 | 1234.567",
                "1.234 | 1.234",
                "1,2345 | 1.2345",
                "0,123 | 0.123",
                "\u200e-5\u200f | -5",
                "1e3 | 1000"
            })
    void everyKeyboardsWayOfWritingANumberIsRead(String typed, double meant) throws Problem {
        assertEquals(meant, ANY.read(typed));
        assertEquals(meant, ANY.read("\u3000" + typed + "\u00a0 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "12,345", "-1，234", "999,999", "１，２３４"})
    void oneCommaBeforeThreeDigitsMeansTwoThingsAndBothAreNamed(String typed) {
        String said = refusal(ANY, typed);
        String digits = PlainSigns.plain(typed);
        assertTrue(said.contains(digits.replace(",", "")) && said.contains(digits.replace(',', '.')), said);
    }

    @Test
    void aWholeNumberHasNoDecimalCommaAndItsPointIsAskedFor() throws Problem {
        assertEquals(1234, WHOLE.read("1,234"));
        assertEquals(60_000, WHOLE.read("60,000"));
        assertEquals(1_234_567, WHOLE.read("1.234.567"));
        assertEquals(5, WHOLE.read("5,0"));
        assertTrue(refusal(WHOLE, "60.000").contains("60000"));
        assertTrue(refusal(WHOLE, "2,5").contains("whole"));
        assertTrue(refusal(WHOLE, "1e-400").contains("whole"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "abc",
                "1d",
                "1f",
                "1.5F",
                "0x1p3",
                "0x10",
                "NaN",
                "Infinity",
                "-",
                "+",
                ".",
                ",",
                "e5",
                "1e",
                "1e1.5",
                "--1",
                "1-",
                "1,23,456",
                "1,2,3",
                "1.2.3",
                "1,234.567,8",
                "1'23",
                "1 2",
                "1 2345",
                "0,123,456",
                "1,234 567",
                "1e99999999",
                "½",
                "二",
                "3²",
                "1,5 e-3 x",
                "10%",
                "1+1",
                "1,234.5.6",
                "1'234,567,8"
            })
    void whatIsNoNumberIsNeverMadeOne(String typed) {
        assertInstanceOf(TypedNumber.None.class, TypedNumber.read(typed, false));
        assertInstanceOf(TypedNumber.None.class, TypedNumber.read(typed, true));
        assertTrue(refusal(ANY, typed).length() > 20);
    }

    @Test
    void whatDoesNotFitIsSaidWithTheRange() {
        NumberRange rate = NumberRange.of(0, 10);
        for (String typed : new String[] {"11", "-1", "1e400", "∞", "-∞", "1e999999"}) {
            assertTrue(refusal(rate, typed).contains("0 to 10"), typed);
        }
        assertTrue(refusal(rate, "1e-400").contains("1e-400"), "it is not 0");
    }

    @Test
    void limitsAreNumbersOnlyWhereTheyAreAllowed() throws Problem {
        NumberRange temperature = new NumberRange(0.05, 100, false, true);
        assertEquals(Double.POSITIVE_INFINITY, temperature.read("∞"));
        assertEquals(Double.POSITIVE_INFINITY, temperature.read(" ＋∞"));
        assertEquals(0, temperature.read("0,0"));
        assertTrue(refusal(temperature, "-∞").contains("100"));
        assertTrue(refusal(temperature, "0.01").contains("∞"));
    }

    @Test
    void aLongTextIsRefusedInAShortSentence() {
        assertTrue(refusal(WHOLE, "9".repeat(100_000)).length() < 150);
        assertTrue(refusal(WHOLE, "📈".repeat(1000)).length() < 200);
    }

    private static String refusal(NumberRange range, String typed) {
        Problem refused = assertThrows(Problem.class, () -> range.read(typed));
        String said = refused.in(Locale.SIMPLIFIED_CHINESE);
        assertTrue(!said.contains("{") && !said.equals(refused.getMessage()), said);
        return String.valueOf(refused.getMessage());
    }
}
