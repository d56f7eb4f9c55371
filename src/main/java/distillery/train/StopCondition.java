package distillery.train;

import java.util.List;

/** How far a run is sent. */
public sealed interface StopCondition {
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
    }
}
