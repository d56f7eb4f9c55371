package distillery.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptimiserTest {
    @ParameterizedTest
    @ValueSource(strings = {"adam", "sgd", "sgd:0.9"})
    void readsWhatItWrites(String text) {
        assertEquals(text, Optimiser.parse(text).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "adagrad", "sgd:", "sgd:x", "sgd:1", "sgd:-0.1", "sgd:NaN"})
    void refusesWhatIsNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> Optimiser.parse(text));
    }

    @Test
    void adamRefusesAbsurdNumbers() {
        assertThrows(IllegalArgumentException.class, () -> new Optimiser.Adam(1, 0.9, 1e-8));
        assertThrows(IllegalArgumentException.class, () -> new Optimiser.Adam(0.9, 0.999, 0));
    }
}
