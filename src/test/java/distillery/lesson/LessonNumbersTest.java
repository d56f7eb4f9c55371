package distillery.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lab.ExploreSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every number that a lesson prints is one that the program computes, to the last digit printed. A temperature needs no
 * law if it can be set; nor does a number that the lesson's own steps set or its checks ask for.
 */
class LessonNumbersTest {
    private static final List<String> LANGUAGES = List.of("en", "zh-CN");

    static List<String> lessons() {
        return PrintedText.lessons();
    }

    private static Set<String> printed(String lesson) {
        return LANGUAGES.stream()
                .flatMap(language -> PrintedText.of(lesson, language).numbers().stream())
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> lawful(String lesson) {
        return LessonLaws.of(lesson).stream().map(Law::printed).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> without(Set<String> numbers, Predicate<String> known) {
        return numbers.stream().filter(known.negate()).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void theProgramComputesWhatIsPrinted(String lesson) {
        for (Law law : LessonLaws.of(lesson)) {
            assertEquals(Law.number(law.printed()), law.computed(), () -> lesson + ": " + law.because());
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void noNumberIsWithoutALaw(String lesson) {
        Set<String> lawful = lawful(lesson);
        Set<BigDecimal> given = PrintedText.of(lesson, "en").given();
        Predicate<String> known =
                number -> lawful.contains(number) || isSettable(number) || given.contains(stripped(number));
        assertEquals(Set.of(), without(printed(lesson), known));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void noLawIsWithoutANumber(String lesson) {
        assertEquals(Set.of(), without(lawful(lesson), printed(lesson)::contains));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyStepHasTheSameNumbersInBothLanguages(String lesson) {
        assertEquals(
                PrintedText.of(lesson, "en").numbers(),
                PrintedText.of(lesson, "zh-CN").numbers());
    }

    @Test
    void aWrongDigitIsNoticed() {
        Law right = new Law("24.5%", "the teacher's donkey at T = 4", () -> Sums.teacher(4, Sums.DONKEY));
        Law wrong = new Law("24.6%", right.because(), right.value());
        assertEquals(Law.number(right.printed()), right.computed());
        assertTrue(Law.number(wrong.printed()).compareTo(wrong.computed()) != 0);
    }

    private static BigDecimal stripped(String number) {
        return Law.number(number).stripTrailingZeros();
    }

    /** Whether it is a temperature that the slider can be brought to. */
    private static boolean isSettable(String number) {
        if (!number.startsWith("T = ")) {
            return false;
        }
        double temperature = Law.number(number).doubleValue();
        return temperature == 0
                || (temperature >= ExploreSettings.LOWEST_TEMPERATURE
                        && temperature <= ExploreSettings.HIGHEST_TEMPERATURE);
    }
}
