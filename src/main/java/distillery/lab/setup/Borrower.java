package distillery.lab.setup;

import javafx.beans.value.ObservableBooleanValue;

/** Whoever sets other things on the screens for a while: a lesson. Files know nothing of those. */
public interface Borrower {
    /** What the set-up is without what the borrower has set. */
    SetUp own(SetUp now);

    /** Lets arrive what is still on its way to the screens. */
    void settle();

    /** Gives the screens back as they were before: when it returns, nothing is on its way any more. */
    void giveBack();

    /** True while going back and forth in time would show what the borrower keeps for later. */
    ObservableBooleanValue holdsHistory();
}
