package distillery.train;

import java.util.function.Consumer;

/** Sees runs while they are made, to keep them. Called by the thread that trains. */
@FunctionalInterface
public interface RunWitness {
    /** Keeps nothing. */
    RunWitness NOBODY = (settings, planned, teacher) -> new Notes() {
        @Override
        public void seed(long seed) {}

        @Override
        public void accept(TrainEvent event) {}

        @Override
        public void goBack(long step, long to) {}

        @Override
        public void end(Experiment experiment, boolean arrived) {}
    };

    /**
     * A run of so many seeds with this teacher begins.
     *
     * @param settings whose seed is that of data and teacher
     */
    Notes begin(TrainSettings settings, int planned, Teacher teacher);

    /** What is taken down of one run. */
    interface Notes extends Consumer<TrainEvent> {
        /** What comes from now on belongs to this seed. */
        void seed(long seed);

        /** After this step a loss was no number, and all weights are those after an earlier step again. */
        void goBack(long step, long to);

        /**
         * The seed is over, or rests and may go on; without a step since the last time there is nothing new.
         *
         * @param arrived whether it came as far as it was to go
         */
        void end(Experiment experiment, boolean arrived);
    }
}
