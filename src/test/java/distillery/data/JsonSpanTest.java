package distillery.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSpanTest {
    private static int end(String text) {
        return JsonSpan.end(text.getBytes(StandardCharsets.UTF_8), 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "[ 1, -2.5e-3, null , true,false ]",
                "{\"a\": [1, 2], \"b ] \\\" 试\": {\"c\": \"\\\\\"}}",
                "[[[]], {}]"
            })
    void aWholeValueEndsWhereItIsClosed(String value) {
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        assertEquals(bytes, end(value));
        assertEquals(bytes, end(value + "\n}"));
    }

    @Test
    void noPieceOfAValueHasAnEnd() {
        String whole = "{\"a\": [1, 2.5, null], \"b\": \"x\\\"y\"}";
        for (int i = 0; i < whole.length(); i++) {
            assertEquals(JsonSpan.BROKEN, end(whole.substring(0, i)), whole.substring(0, i));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[1 2]", "[1,,2]", "[1,]", "[,1]", "[1}", "{]", "[x]", "[\u0000]", "]", "1", "[\"a\" \"b\"]"})
    void whatIsNotInTurnsIsBroken(String text) {
        assertEquals(JsonSpan.BROKEN, end(text));
    }

    @Test
    void whatIsTooDeepIsBroken() {
        assertEquals(JsonSpan.BROKEN, end("[".repeat(1_000) + "]".repeat(1_000)));
    }
}
