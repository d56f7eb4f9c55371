package distillery.lesson;

import distillery.data.Problem;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What the formulas of one file may cost together. Only the reading thread comes here. */
final class FormulaBudget {
    private static final int MOST_LETTERS = 20_000;
    /** Even a single sign takes a while to be set and shown. */
    private static final int FEWEST = 20;

    private int letters = MOST_LETTERS;
    private long nanos = TimeUnit.SECONDS.toNanos(4);

    /** What is wrong with one more formula; empty if nothing is. */
    Optional<Problem> complaint(String latex) {
        letters -= Math.max(FEWEST, latex.length());
        if (letters < 0 || nanos <= 0) {
            return Optional.of(new Problem("latex.many"));
        }
        long before = System.nanoTime();
        Optional<Problem> complaint = Latex.complaint(() -> Latex.outline(latex), nanos);
        nanos -= System.nanoTime() - before;
        return complaint;
    }
}
