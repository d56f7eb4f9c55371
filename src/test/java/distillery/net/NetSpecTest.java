package distillery.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import distillery.data.Shape;
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
    void countsKernelsMultiplyAddsAndBytes() {
        NetSpec spec = NetSpec.parse("28x28-c16-p2-c32k5-p2-128-10");
        long weights = (9 + 1) * 16 + (16 * 25 + 1) * 32 + (32 * 49 + 1) * 128 + 129 * 10;
        assertEquals(weights, spec.parameters());
        assertEquals(4 * weights, spec.bytes());
        assertEquals(784 * 9 * 16 + 196 * 16 * 25 * 32 + 32 * 49 * 128 + 1280, spec.multiplyAdds());
        assertEquals(
                "[28x28x16, 14x14x16, 14x14x32, 7x7x32, 128, 10]", spec.shapes().toString());
        assertEquals(784 * 128 + 1280, NetSpec.parse("784-128-10").multiplyAdds());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "28x28-c4-p2-c8-p2-32-10",
                " 28 x 28 - c4 - p2 - c8 - p2 - 32 - 10 ",
                "28×28-C4-P2-C8-P2-32-10",
                "２８＊２８－ｃ４－ｐ２－ｃ８－ｐ２－３２－１０",
                "28*28—c4k3—p2—c8—p2—32—10"
            })
    void convolutionsAreReadFromAnyKeyboard(String typed) throws Problem {
        assertEquals("28x28-c4-p2-c8-p2-32-10", NetSpec.read(typed).toString());
    }

    @Test
    void picturesMayLieInARowForDenseLayersOnly() throws Problem {
        Shape digit = new Shape(1, 28, 28);
        assertEquals("784-10", NetSpec.read("784-10").fitting(digit, 10).toString());
        assertEquals(
                "28x28-c2-10", NetSpec.read("28x28-c2-10").fitting(digit, 10).toString());
        assertThrows(Problem.class, () -> NetSpec.read("14x56-c2-10").fitting(digit, 10));
        assertThrows(Problem.class, () -> NetSpec.read("28x28x3-c2-10").fitting(digit, 10));
    }

    @Test
    void mapsOfOneNumberAreStillMaps() {
        assertEquals("28x28-p4-p7-c4k1-10", NetSpec.parse("28x28-p4-p7-c4k1-10").toString());
    }

    @Test
    void readsWhatItWrites() {
        assertEquals(
                NetSpec.dense(784, 800, 800, 10),
                NetSpec.parse(NetSpec.dense(784, 800, 800, 10).toString()));
        NetSpec colour = NetSpec.parse("32x32x3-c8k5-p2-c4-40-7");
        assertEquals(colour, NetSpec.parse(colour.toString()));
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
                "784-10000000-10 | part 2 | 10000000 | 10000",
                "784-99999999999999999999-10 | part 2 | 99999999999999999999 | 10000",
                "784-0-10 | part 2 | 0 | 10000",
                "784-1.5-10 | part 2 | 1.5 | 10000",
                "784-many-10 | part 2 | many | 784-128-10",
                "784-128- | part 3 | missing | 784-128-10",
                "-784-10 | part 1 | missing | 784-128-10",
                "784--10 | part 2 | missing | 784-128-10",
                "784 128 10 | part 1 | 784 128 10 | dash",
                "784 | 784 | one part | 784-128-10",
                "1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1 | 21 | 20 | leave",
                "784-9000-9000-10 | 88,164,010 | 50,000,000 | narrower",
                "28x28-c16k4-10 | part 2 | c16k4 | 3 or 5",
                "28x28-c1000-10 | part 2 | c1000 | 512",
                "28x28-c8k13-10 | part 2 | c8k13 | 11",
                "28x28-c8-p2-p2-c4k9-10 | part 5 | c4k9 | smaller kernel",
                "28x28-p4-p7-c4k3-10 | part 4 | c4 | 3 wide, larger than its picture of 1x1",
                "28x28-p4-p7-p2-10 | part 4 | p2 | 1x1",
                "28x28-c4k29-10 | part 2 | c4k29 | the kernel must be between 1 and 11",
                "28x28 | 28x28 | one part | 784-128-10",
                "28x28-p3-10 | part 2 | p3 | 28x28",
                "28x28-c4-p2-p2-p2-10 | part 5 | p2 | 7x7",
                "784-c16-10 | part 2 | c16 | 28x28",
                "28x28-128-c16-10 | part 3 | c16 | before the first dense",
                "28x28-c16-p2 | p2 | ends | classes",
                "28x28x3x3-c16-10 | 28x28x3x3 | picture | channels",
                "200x200-c16-10 | 200x200 | picture | 10,000",
                "1x1-c16-10 | 1x1 | picture | 10,000"
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
        String message = assertThrows(Problem.class, () -> NetSpec.read("10-5").fitting(new Shape(1, 28, 28), 26))
                .getMessage();
        for (String named : new String[] {"10", "5", "784", "26"}) {
            assertTrue(String.valueOf(message).contains(named), message);
        }
    }
}
