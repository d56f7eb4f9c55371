package distillery.lab.digits;

import java.util.List;

/**
 * What the nets of a panel say to one picture.
 *
 * @param picture the pixels that the nets saw, row by row, 0 for paper to 1 for ink
 * @param digit which test digit it is; -1 for the drawing
 * @param label its true class; -1 for a drawing, which has none
 * @param logits of each net, in the order of the panel; empty for a picture without ink, to which nobody says anything
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answers(Panel panel, float[] picture, int digit, int label, List<double[]> logits) {
    public Answers {
        logits = List.copyOf(logits);
    }

    /** Whether there is nothing to answer. */
    public boolean isBlank() {
        return logits.isEmpty();
    }
}
