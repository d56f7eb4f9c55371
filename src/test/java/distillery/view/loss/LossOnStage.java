package distillery.view.loss;

import distillery.lab.Appearance;
import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.lab.explore.ExploreModel;
import distillery.lab.loss.LossModel;
import distillery.view.ScreenOnStage;
import distillery.view.Texts;

/** The Loss screen, and its models. */
class LossOnStage extends ScreenOnStage<LossView> {
    final ExploreModel explore = new ExploreModel();
    final LossModel model =
            new LossModel(explore, new Workers(Runnable::run, Runnable::run, Runnable::run, () -> 0), new Messages());

    @Override
    protected LossView make(Appearance appearance, Texts texts) {
        LossView made = new LossView(model, appearance, texts);
        made.setStyle("-fx-font-size: 14px; -d-icon-size: 16px;");
        return made;
    }
}
