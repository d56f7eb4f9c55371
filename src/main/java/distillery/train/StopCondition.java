package distillery.train;

import java.util.List;
import java.util.stream.LongStream;

/** How far a run is sent. */
public sealed interface StopCondition {
    /** Whether it is something else that goes on, while the arms rest. */
    default boolean isAside() {
        return false;
    }

    /** So many steps from where it stands. */
    record Steps(int count) implements StopCondition {}

    /** To the end of the running epoch, or of the next if it stands at an end. */
    record Epoch() implements StopCondition {}

    /** Until so many epochs are finished in all. */
    record Epochs(int count) implements StopCondition {}

    /**
     * Until the distilled student gives this share of right answers on the held-out samples (on the test samples where none
     * are held out), or {@code mostEpochs} are finished.
     */
    record Accuracy(double share, int mostEpochs) implements StopCondition {}

    /** Aside: a {@linkplain SeedRuns comparison over seeds} of these settings, while the arms rest. */
    record Seeds(List<Long> seeds, TrainSettings settings) implements StopCondition {
        public Seeds {
            seeds = List.copyOf(seeds);
        }

        @Override
        public boolean isAside() {
            return true;
        }
    }

    /**
     * Aside: a {@linkplain League league} goes on until all its seeds are through, while the arms rest.
     *
     * @param begun how far it is
     * @param first its first seed; the others are counted up from it
     */
    record Methods(League begun, long first, TrainSettings settings) implements StopCondition {
        @Override
        public boolean isAside() {
            return true;
        }

        /** The seeds that are not through. */
        public List<Long> missing() {
            return LongStream.range(first, first + begun.planned())
                    .filter(seed -> begun.seeds().stream().noneMatch(done -> done.seed() == seed))
                    .boxed()
                    .toList();
        }
    }
}
