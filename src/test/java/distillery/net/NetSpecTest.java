package distillery.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetSpecTest {
    @Test
    void countsWeightsAndBiases() {
        assertEquals(101_770, NetSpec.parse("784-128-10").parameters());
        assertEquals(478_410, NetSpec.parse("784-400-400-10").parameters());
    }

    @Test
    void readsWhatItWrites() {
        assertEquals(
                NetSpec.dense(784, 800, 800, 10),
                NetSpec.parse(NetSpec.dense(784, 800, 800, 10).toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "784",
                "784-",
                "784-0-10",
                "784--10",
                "784-x-10",
                "9999999999-10",
                "10000-10000-10",
                "20000-1"
            })
    void refusesWhatIsNoNetAndSaysWhy(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> NetSpec.parse(text))
                .getMessage();
        assertTrue(message != null && message.length() > 20, message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "784-128-10",
                " 784 - 128 - 10 ",
                "784—128－10",
                "784–128–10",
                "784——128——10",
                "784−128‐10",
                "784x128x10",
                "784 × 128 × 10",
                "７８４－１２８－１０",
                "784-128-\u00a010"
            })
    void everyKeyboardsDashIsOne(String typed) throws Problem {
        assertEquals(NetSpec.dense(784, 128, 10), NetSpec.read(typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "784-10000000-10 | layer 2 | 10000000 | 10000",
                "784-99999999999999999999-10 | layer 2 | 99999999999999999999 | 10000",
                "784-0-10 | layer 2 | 0 | 10000",
                "784-1.5-10 | layer 2 | 1.5 | 10000",
                "784-many-10 | number 2 | many | 784-128-10",
                "784-128- | number 3 | missing | 784-128-10",
                "-784-10 | number 1 | missing | 784-128-10",
                "784--10 | number 2 | missing | 784-128-10",
                "784 128 10 | number 1 | 784 128 10 | dash",
                "784 | 784 | one number | 784-128-10",
                "1-1-1-1-1-1-1-1-1-1-1 | 11 | 10 | leave",
                "784-9000-9000-10 | 88,164,010 | 50,000,000 | narrower"
            })
    void aRefusalNamesThePartThePlaceAndTheRule(String typed, String place, String part, String rule) {
        Problem refused = assertThrows(Problem.class, () -> NetSpec.read(typed));
        for (String named : new String[] {place, part, rule}) {
            assertTrue(String.valueOf(refused.getMessage()).contains(named), refused.getMessage());
        }
        assertTrue(!refused.in(Locale.SIMPLIFIED_CHINESE).contains("{"));
    }

    @Test
    void layersThatDoNotFitTheDataAreToldWhatTheDataNeed() {
        String message = assertThrows(Problem.class, () -> NetSpec.read("10-5").fitting(784, 26))
                .getMessage();
        for (String named : new String[] {"10", "5", "784", "26"}) {
            assertTrue(String.valueOf(message).contains(named), message);
        }
    }
}
