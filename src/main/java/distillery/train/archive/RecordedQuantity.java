package distillery.train.archive;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a curve in a record shows, and what becomes of several of its points that are kept as one. */
public enum RecordedQuantity {
    /** Cross-entropy against the labels in a training step, in nats. */
    HARD(Source.STEP, Joining.MEAN),
    /** The divergence from the teacher at the training temperature, without T². */
    SOFT(Source.STEP, Joining.MEAN),
    SOFT_TIMES_T2(Source.STEP, Joining.MEAN),
    /** What the student minimises. */
    TOTAL(Source.STEP, Joining.MEAN),
    /** What a comparison of hidden layers adds to the total. */
    OWN(Source.STEP, Joining.MEAN),
    /** The share of units that are on where the teacher's are. */
    PATTERN(Source.STEP, Joining.MEAN),
    /** The smallest total of the steps that a point stands for: a curve's noise is not lost when it is thinned. */
    LOWEST_TOTAL(Source.STEP, Joining.LOWEST),
    HIGHEST_TOTAL(Source.STEP, Joining.HIGHEST),
    /** Errors on the samples that the settings name. */
    ERRORS(Source.TEST, Joining.LAST),
    ACCURACY(Source.TEST, Joining.LAST),
    /** Share of samples where the first choice is the teacher's. */
    AGREEMENT(Source.TEST, Joining.LAST),
    /** Cross-entropy on those samples, in nats. */
    TEST_LOSS(Source.TEST, Joining.LAST);

    /** When it is measured. */
    public enum Source {
        /** In every training step. */
        STEP,
        /** In a test, now and then. */
        TEST
    }

    /** What one point says for two. */
    enum Joining {
        MEAN,
        LOWEST,
        HIGHEST,
        LAST;

        /**
         * The value of both.
         *
         * @param weight how much more the earlier one counts in a mean
         */
        double of(double earlier, int weight, double later) {
            return switch (this) {
                case MEAN -> (earlier * weight + later) / (weight + 1);
                case LOWEST -> Math.min(earlier, later);
                case HIGHEST -> Math.max(earlier, later);
                case LAST -> later;
            };
        }
    }

    private final Source source;
    private final Joining joining;

    RecordedQuantity(Source source, Joining joining) {
        this.source = source;
        this.joining = joining;
    }

    public Source source() {
        return source;
    }

    Joining joining() {
        return joining;
    }

    /** Its name in files: {@code softTimesT2}. */
    @JsonValue
    public String id() {
        String spelled = name().toLowerCase(Locale.ROOT);
        int at = spelled.indexOf('_');
        while (at >= 0) {
            spelled = spelled.substring(0, at)
                    + Character.toUpperCase(spelled.charAt(at + 1))
                    + spelled.substring(at + 2);
            at = spelled.indexOf('_');
        }
        return spelled;
    }
}
