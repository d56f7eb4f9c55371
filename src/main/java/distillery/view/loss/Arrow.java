package distillery.view.loss;

import distillery.lab.example.PullKind;
import distillery.lab.loss.LossReading;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an arrow can show: how one of the losses pulls the student's logits, or how a mistake pulls the teacher's. */
enum Arrow {
    HARD,
    SOFT,
    TOTAL,
    TEACHER;

    /** The pulls on screen, class by class: up if positive. */
    List<Double> pulls(LossReading reading) {
        return this == TEACHER ? reading.teacherPulls() : reading.pulls(PullKind.valueOf(name()));
    }

    /** What they should be. */
    List<Double> truth(LossReading reading) {
        return this == TEACHER ? reading.trueTeacherPulls() : reading.truePulls(PullKind.valueOf(name()));
    }

    /** The terms of the formula that make it: for hard and soft without the weight, which only the total has. */
    Set<Term> terms() {
        return switch (this) {
            case HARD -> EnumSet.of(Term.HARD);
            case SOFT -> Term.SOFT_LOSS;
            case TOTAL -> EnumSet.of(Term.TOTAL);
            case TEACHER -> Term.SOFT_PART;
        };
    }

    /** Whether there is such an arrow: a frozen teacher has none. */
    boolean isShown(LossReading reading) {
        return this != TEACHER || reading.pullsTeacher();
    }

    /** The name in text keys, node ids and style classes. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
