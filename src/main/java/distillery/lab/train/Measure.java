package distillery.lab.train;

import distillery.train.Evaluation;
import distillery.train.StepReport;

/** What is measured of each student. Losses are means over a batch in nats; shares run from 0 to 1. */
public enum Measure {
    HARD,
    SOFT,
    SOFT_TIMES_T2,
    TOTAL,
    OWN,
    PATTERN,
    ACCURACY,
    AGREEMENT;

    /** The column it has in a table: {@code softTimesT2}. */
    public String id() {
        return switch (this) {
            case HARD -> "hard";
            case SOFT -> "soft";
            case SOFT_TIMES_T2 -> "softTimesT2";
            case TOTAL -> "total";
            case OWN -> "own";
            case PATTERN -> "pattern";
            case ACCURACY -> "accuracy";
            case AGREEMENT -> "agreement";
        };
    }

    /** Whether every step has it, not only every test. */
    boolean ofEveryStep() {
        return this != ACCURACY && this != AGREEMENT;
    }

    double of(StepReport.ArmStep step) {
        return switch (this) {
            case HARD -> step.hard();
            case SOFT -> step.soft();
            case SOFT_TIMES_T2 -> step.softTimesT2();
            case TOTAL -> step.total();
            case OWN -> step.own();
            case PATTERN -> step.pattern();
            case ACCURACY, AGREEMENT -> throw new IllegalArgumentException(this + " is measured in tests only");
        };
    }

    double of(Evaluation.Score score) {
        return switch (this) {
            case ACCURACY -> score.accuracy();
            case AGREEMENT -> score.agreement();
            case HARD, SOFT, SOFT_TIMES_T2, TOTAL, OWN, PATTERN ->
                throw new IllegalArgumentException(this + " is measured in steps only");
        };
    }
}
