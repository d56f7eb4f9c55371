package distillery.lab.lessons;

import distillery.lab.setup.Borrower;
import distillery.lab.setup.SetUp;
import javafx.beans.binding.BooleanBinding;

/** The screens while a lesson changes them temporarily. */
record TemporaryOverride(LessonModel model, StepSetupRunner stage, Restrictions rules) implements Borrower {
    /** Those that leaving the step would bring back. */
    @Override
    public SetUp own(SetUp now) {
        return stage.own(now);
    }

    @Override
    public void settle() {
        stage.finish();
    }

    @Override
    public void giveBack() {
        model.close();
        settle();
    }

    /** While a guess is due, for what was before the lesson may be the answer. */
    @Override
    public BooleanBinding holdsHistory() {
        return rules.guessFirst();
    }
}
