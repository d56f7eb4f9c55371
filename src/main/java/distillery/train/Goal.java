package distillery.train;

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
}
