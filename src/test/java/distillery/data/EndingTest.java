package distillery.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTest {
    private static final Ending SET_UP = new Ending(".distillery.json", ".json");

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "numbers,numbers.csv",
                "numbers.csv,numbers.csv",
                "NUMBERS.CSV,NUMBERS.CSV",
                "numbers.Csv,numbers.Csv",
                "lesson 1.2,lesson 1.2.csv",
                "numbers.txt,numbers.txt.csv",
                "numbers.,numbers.csv",
                "numbers.csv.,numbers.csv",
                "numbers.csv ,numbers.csv",
                "numbers . . ,numbers.csv",
                "numbers\u3000,numbers.csv",
                "马,马.csv",
                "csv,csv.csv",
                "...,....csv"
            })
    void theEndingIsThereOnceAndNothingBehindIt(String typed, String settled) {
        assertEquals(Path.of("a", settled), Ending.CSV.settled(Path.of("a", typed)));
    }

    @ParameterizedTest
    @CsvSource({
        "tuesday,tuesday.distillery.json",
        "tuesday.distillery.json,tuesday.distillery.json",
        "tuesday.DISTILLERY.JSON,tuesday.DISTILLERY.JSON",
        "tuesday.json,tuesday.json",
        "tuesday.JSON,tuesday.JSON",
        "tuesday.distillery,tuesday.distillery.distillery.json",
    })
    void aKindMayHaveTwoEndings(String typed, String settled) {
        assertEquals(Path.of(settled), SET_UP.settled(Path.of(typed)));
    }

    @Test
    void settlingTwiceChangesNothing() {
        Path once = SET_UP.settled(Path.of("lesson 1.2 ."));
        assertEquals(once, SET_UP.settled(once));
    }

    @Test
    void moreOfANameStandsBeforeItsEnding() {
        assertEquals(Path.of("a", "t.s-2.png"), Ending.PNG.inserted(Path.of("a", "t.s.png"), "-2"));
        assertEquals(Path.of("t-hard.PNG"), Ending.PNG.inserted(Path.of("t.PNG"), "-hard"));
        assertEquals("tuesday", SET_UP.stem(Path.of("a", "tuesday.distillery.json")));
        assertEquals("tuesday", SET_UP.stem(Path.of("tuesday.Json")));
    }
}
