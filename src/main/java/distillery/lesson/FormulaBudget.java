package distillery.lesson;

import distillery.data.Problem;
import java.util.Optional;

/** The limit on the formulas of one file together. For the reading thread only. */
final class FormulaBudget {
    private static final int MOST_LETTERS = 20_000;
    /** Even a single sign takes a while to be set and shown. */
    private static final int FEWEST = 20;

    private final Patience patience;
    private int letters = MOST_LETTERS;

    FormulaBudget(Patience patience) {
        this.patience = patience;
    }

    /** What is wrong with one more formula; empty if nothing is. */
    Optional<Problem> complaint(String latex) {
        letters -= Math.max(FEWEST, latex.length());
        if (letters < 0) {
            return Optional.of(new Problem("latex.many"));
        }
        patience.except(Latex::load);
        if (patience.isOver()) {
            return Optional.of(new Problem("latex.late"));
        }
        boolean fair = patience.isFair();
        Optional<Problem> complaint = Latex.complaint(() -> Latex.outline(latex), patience.left());
        return complaint.map(each -> fair || !each.key().equals("latex.slow") ? each : new Problem("latex.late"));
    }
}
