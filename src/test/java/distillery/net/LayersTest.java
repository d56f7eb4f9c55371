package distillery.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayersTest {
    @Test
    void countsWeightsAndBiases() {
        assertEquals(101_770, Layers.parse("784-128-10").parameters());
        assertEquals(478_410, Layers.parse("784-400-400-10").parameters());
    }

    @Test
    void readsWhatItWrites() {
        assertEquals(
                Layers.of(784, 800, 800, 10),
                Layers.parse(Layers.of(784, 800, 800, 10).toString()));
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
        String message = assertThrows(IllegalArgumentException.class, () -> Layers.parse(text))
                .getMessage();
        assertTrue(message != null && message.length() > 20, message);
    }
}
