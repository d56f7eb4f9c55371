package distillery.lab.setup;

import javafx.beans.value.ObservableBooleanValue;

/** Something that changes settings temporarily: a lesson. Files do not hold these changes. */
public interface Borrower {
    /** The set-up without the borrower's changes. */
    SetUp own(SetUp now);

    /** Ends a transition in progress at its final values. */
    void settle();

    /** Restores the screens as they were before; no transition is in progress when it returns. */
    void giveBack();

    /** Whether undo and redo would reveal what the borrower shows only later. */
    ObservableBooleanValue holdsHistory();
}
