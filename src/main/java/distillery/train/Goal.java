package distillery.train;

import java.util.List;

/** How far a run is sent. */
public sealed interface Goal {
    /** So many steps from where it stands. */
    record Steps(int count) implements Goal {}

    /** To the end of the running epoch, or of the next if it stands at an end. */
    record Epoch() implements Goal {}

    /** Until so many epochs are finished in all. */
    record Epochs(int count) implements Goal {}

    /** Until the distilled student reaches this share of right answers, or {@code mostEpochs} are finished. */
    record Accuracy(double share, int mostEpochs) implements Goal {}

    /** Not on, but aside: a {@linkplain Trials comparison over seeds} of these settings, while the students rest. */
    record Seeds(List<Long> seeds, TrainSettings settings) implements Goal {
        public Seeds {
            seeds = List.copyOf(seeds);
        }
    }
}
