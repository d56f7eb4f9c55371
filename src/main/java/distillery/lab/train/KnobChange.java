package distillery.lab.train;

import distillery.train.LiveSettings;
import java.util.function.ToDoubleFunction;

/** A knob that stood differently from {@code step} on: what a marker on the charts tells. */
public record KnobChange(long step, Knob knob, double from, double to) {

    /** What a hand may turn while nets train. */
    public enum Knob {
        TEMPERATURE(live -> live.knobs().temperature()),
        SOFT_WEIGHT(live -> live.knobs().softWeight()),
        HARD_WEIGHT(live -> live.knobs().hardWeight()),
        LEARNING_RATE(LiveSettings::learningRate),
        BATCH_SIZE(LiveSettings::batchSize),
        /** A mistake rather than a knob: 1 while the loss also moves the teacher, else 0. */
        TEACHER_UNFROZEN(live -> live.teacherUnfrozen() ? 1 : 0);

        @SuppressWarnings("ImmutableEnumChecker") // a method reference
        private final ToDoubleFunction<LiveSettings> value;

        Knob(ToDoubleFunction<LiveSettings> value) {
            this.value = value;
        }

        double of(LiveSettings live) {
            return value.applyAsDouble(live);
        }
    }
}
