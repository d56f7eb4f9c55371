package distillery.lab.explore;

import distillery.lab.example.TeacherOrStudent;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is worth saying about a reading, before it is put into words.
 *
 * @param first the index of the class it is about
 * @param second the index of another class it compares with, or the same
 */
public record Remark(Kind kind, int first, int second) {
    /** What is said. The first group speaks of the temperature, then of the teacher, then of the student. */
    public enum Kind {
        LIMIT_HARD,
        LIMIT_TIED,
        LIMIT_EQUAL,
        NO_OPINION,
        UNCHANGED,
        SHARPER,
        SOFTER,

        UNDECIDED,
        MISTAKEN,
        NEAR_ONE_HOT,
        LEANING,

        OTHER_FIRST,
        OTHER_ORDER,
        SAME_ORDER
    }

    /** What the temperature does to the teacher. */
    public static Remark onTemperature(ExploreReading reading) {
        List<Integer> ranking = ranking(reading, TeacherOrStudent.TEACHER);
        int top = ranking.get(0);
        int last = ranking.get(ranking.size() - 1);
        double temperature = reading.temperature();
        if (logit(reading, TeacherOrStudent.TEACHER, top) == logit(reading, TeacherOrStudent.TEACHER, last)) {
            return new Remark(Kind.NO_OPINION, top, last);
        }
        if (temperature == 0) {
            int next = ranking.get(1);
            boolean tied =
                    logit(reading, TeacherOrStudent.TEACHER, top) == logit(reading, TeacherOrStudent.TEACHER, next);
            return tied ? new Remark(Kind.LIMIT_TIED, top, next) : new Remark(Kind.LIMIT_HARD, top, last);
        }
        if (temperature == Double.POSITIVE_INFINITY) {
            return new Remark(Kind.LIMIT_EQUAL, last, top);
        }
        if (temperature == 1) {
            return new Remark(Kind.UNCHANGED, last, top);
        }
        return temperature < 1 ? new Remark(Kind.SHARPER, top, last) : new Remark(Kind.SOFTER, last, top);
    }

    /** How sure the teacher is by itself, at T = 1. */
    public static Remark onTeacher(ExploreReading reading) {
        List<Integer> ranking = ranking(reading, TeacherOrStudent.TEACHER);
        int top = ranking.get(0);
        int next = ranking.get(1);
        if (logit(reading, TeacherOrStudent.TEACHER, top) == logit(reading, TeacherOrStudent.TEACHER, next)) {
            return new Remark(Kind.UNDECIDED, top, next);
        }
        if (top != reading.example().trueClass()) {
            return new Remark(Kind.MISTAKEN, top, reading.example().trueClass());
        }
        boolean sure = reading.teacherAtOne().get(top) > 0.95;
        return new Remark(sure ? Kind.NEAR_ONE_HOT : Kind.LEANING, top, next);
    }

    /** Where the student first puts two classes in another order than the teacher. */
    public static Remark onStudent(ExploreReading reading) {
        List<Integer> taught = ranking(reading, TeacherOrStudent.TEACHER);
        List<Integer> believed = ranking(reading, TeacherOrStudent.STUDENT);
        int favourite = believed.get(0);
        if (logit(reading, TeacherOrStudent.TEACHER, favourite)
                < logit(reading, TeacherOrStudent.TEACHER, taught.get(0))) {
            return new Remark(Kind.OTHER_FIRST, favourite, taught.get(0));
        }
        for (int i = 0; i < taught.size(); i++) {
            for (int j = i + 1; j < taught.size(); j++) {
                if (turned(reading, taught.get(i), taught.get(j))) {
                    return new Remark(Kind.OTHER_ORDER, taught.get(j), taught.get(i));
                }
            }
        }
        return new Remark(Kind.SAME_ORDER, favourite, favourite);
    }

    private static boolean turned(ExploreReading reading, int better, int worse) {
        return logit(reading, TeacherOrStudent.TEACHER, better) > logit(reading, TeacherOrStudent.TEACHER, worse)
                && logit(reading, TeacherOrStudent.STUDENT, better) < logit(reading, TeacherOrStudent.STUDENT, worse);
    }

    /** The classes from the likeliest to the least likely; equal ones keep their order. */
    private static List<Integer> ranking(ExploreReading reading, TeacherOrStudent side) {
        return IntStream.range(0, reading.example().size())
                .boxed()
                .sorted((a, b) -> Double.compare(logit(reading, side, b), logit(reading, side, a)))
                .toList();
    }

    private static double logit(ExploreReading reading, TeacherOrStudent side, int index) {
        return reading.example().classes().get(index).logit(side);
    }
}
