package distillery.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static String paragraph(Locale language, String... sentences) {
        return new Texts(new SimpleObjectProperty<>(language)).paragraph(List.of(sentences));
    }

    @Test
    void sentencesStandApartAsTheirLanguageHasIt() {
        assertEquals("One. Two.", paragraph(Locale.ENGLISH, "One.", "Two."));
        assertEquals("一。二。", paragraph(Locale.SIMPLIFIED_CHINESE, "一。", "二。"));
    }

    @Test
    void whatSaysNothingLeavesNoGap() {
        assertEquals("One.", paragraph(Locale.ENGLISH, "", "One.", ""));
        assertEquals("", paragraph(Locale.SIMPLIFIED_CHINESE, "", ""));
    }
}
