package distillery.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.explore.ExploreSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every number that a step of a lesson prints is one that the program computes, to the last digit printed. No law is
 * needed for a number that the step itself sets or its checks ask for.
 */
class LessonNumbersTest {
    private static final List<String> LANGUAGES = List.of("en", "zh-CN");

    static List<String> lessons() {
        return PrintedText.lessons();
    }

    /** What a step prints in one language or the other; every step together where laws hold anywhere. */
    private static Set<String> printed(String lesson, int step) {
        Set<String> printed = new TreeSet<>();
        for (String language : LANGUAGES) {
            List<Set<String>> steps = PrintedText.of(lesson, language).numbers();
            (step == LessonLaws.ANYWHERE ? steps : List.of(steps.get(step))).forEach(printed::addAll);
        }
        return printed;
    }

    private static Set<BigDecimal> given(String lesson, int step) {
        List<Set<BigDecimal>> steps = PrintedText.of(lesson, "en").given();
        Set<BigDecimal> given = new TreeSet<>();
        (step == LessonLaws.ANYWHERE ? steps : List.of(steps.get(step))).forEach(given::addAll);
        return given;
    }

    /** The steps, the opening as 0; all of them as one where laws hold anywhere. */
    private static List<Integer> steps(String lesson) {
        int last = PrintedText.of(lesson, "en").numbers().size() - 1;
        return LessonLaws.of(lesson).containsKey(LessonLaws.ANYWHERE)
                ? List.of(LessonLaws.ANYWHERE)
                : IntStream.rangeClosed(0, last).boxed().toList();
    }

    private static Set<String> lawful(String lesson, int step) {
        return LessonLaws.of(lesson).getOrDefault(step, List.of()).stream()
                .map(Law::printed)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> without(Set<String> numbers, Predicate<String> known) {
        return numbers.stream().filter(known.negate()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Thorough
    @ParameterizedTest
    @MethodSource("lessons")
    void theProgramComputesWhatIsPrinted(String lesson) {
        LessonLaws.of(lesson)
                .forEach((step, laws) -> laws.forEach(law -> assertEquals(
                        Law.number(law.printed()),
                        law.computed(),
                        () -> lesson + ", step " + step + ": " + law.because())));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void noNumberOfAStepIsWithoutALaw(String lesson) {
        for (int step : steps(lesson)) {
            Set<String> lawful = lawful(lesson, step);
            Set<BigDecimal> given = given(lesson, step);
            Predicate<String> known = number -> lawful.contains(number)
                    || given.contains(stripped(number))
                    || (step == LessonLaws.ANYWHERE && isSettable(number));
            assertEquals(Set.of(), without(printed(lesson, step), known), () -> lesson + ", step " + step);
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void noLawIsWithoutANumberInItsStep(String lesson) {
        for (int step : steps(lesson)) {
            Set<String> printed = printed(lesson, step);
            assertEquals(Set.of(), without(lawful(lesson, step), printed::contains), () -> lesson + ", step " + step);
        }
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
