package distillery.lab.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.lab.example.Example;
import distillery.lab.example.ExampleKind;
import distillery.lab.example.PullKind;
import distillery.lab.example.TeacherOrStudent;
import org.junit.jupiter.api.Test;

class RemarkTest {
    private static ExploreReading reading(ExampleKind kind, double temperature) {
        return ExploreReading.of(kind.example(), temperature, 0.9, PullKind.TOTAL);
    }

    private static Remark.Kind onTemperature(ExampleKind kind, double temperature) {
        return Remark.onTemperature(reading(kind, temperature)).kind();
    }

    @Test
    void theSentenceFollowsTheTemperature() {
        ExampleKind kind = ExampleKind.HORSE_DONKEY_CAR;
        assertEquals(Remark.Kind.LIMIT_HARD, onTemperature(kind, 0));
        assertEquals(Remark.Kind.SHARPER, onTemperature(kind, 0.5));
        assertEquals(Remark.Kind.UNCHANGED, onTemperature(kind, 1));
        assertEquals(new Remark(Remark.Kind.SOFTER, 2, 0), Remark.onTemperature(reading(kind, 4)));
        assertEquals(Remark.Kind.LIMIT_EQUAL, onTemperature(kind, Double.POSITIVE_INFINITY));
    }

    @Test
    void equalLogitsAreNotGivenAnOrder() {
        assertEquals(Remark.Kind.NO_OPINION, onTemperature(ExampleKind.ALL_EQUAL, 4));
        Example tied = ExampleKind.HORSE_DONKEY_CAR.example().withLogit(TeacherOrStudent.TEACHER, 1, 6);
        ExploreReading reading = ExploreReading.of(tied, 0, 0.9, PullKind.TOTAL);
        assertEquals(new Remark(Remark.Kind.LIMIT_TIED, 0, 1), Remark.onTemperature(reading));
        assertEquals(new Remark(Remark.Kind.UNDECIDED, 0, 1), Remark.onTeacher(reading));
    }

    @Test
    void theStudentsFirstMistakeIsNamed() {
        assertEquals(
                new Remark(Remark.Kind.OTHER_ORDER, 2, 1), Remark.onStudent(reading(ExampleKind.HORSE_DONKEY_CAR, 4)));
        assertEquals(
                new Remark(Remark.Kind.OTHER_FIRST, 2, 0), Remark.onStudent(reading(ExampleKind.CONFIDENTLY_WRONG, 4)));
        assertEquals(
                Remark.Kind.SAME_ORDER,
                Remark.onStudent(reading(ExampleKind.ALL_EQUAL, 4)).kind());
    }

    @Test
    void aTeacherAgainstTheLabelIsMistaken() {
        Example other = ExampleKind.HORSE_DONKEY_CAR.example().withTrueClass(2);
        Remark remark = Remark.onTeacher(ExploreReading.of(other, 4, 0.9, PullKind.TOTAL));
        assertEquals(new Remark(Remark.Kind.MISTAKEN, 0, 2), remark);
    }
}
