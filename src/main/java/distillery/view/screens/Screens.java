package distillery.view.screens;

import distillery.lab.Appearance;
import distillery.lab.compare.CompareModel;
import distillery.lab.compare.CompareScreen;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.DigitsScreen;
import distillery.lab.explore.ExploreModel;
import distillery.lab.explore.ExploreScreen;
import distillery.lab.loss.LossModel;
import distillery.lab.loss.LossScreen;
import distillery.lab.train.TrainModel;
import distillery.lab.train.TrainScreen;
import distillery.lesson.Target;
import distillery.view.LessonAnchors;
import distillery.view.Texts;
import distillery.view.compare.CompareView;
import distillery.view.digits.DigitsView;
import distillery.view.explore.ExploreView;
import distillery.view.loss.LossView;
import distillery.view.shell.Action;
import distillery.view.shell.Screen;
import distillery.view.shell.ScreenView;
import distillery.view.train.TrainView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.Node;

/** The window's screens, and what its keys do on each. */
public final class Screens {
    private final ExploreModel explore;
    private final LossModel loss;
    private final TrainModel train;
    private final DigitsModel digits;
    private final CompareModel compare;
    private final ObservableValue<? extends Set<Target>> locked;
    private final Appearance appearance;
    private final Texts texts;

    /** Screens of these models; a lesson says which of their parts are {@code locked}. */
    public Screens(
            ExploreModel explore,
            LossModel loss,
            TrainModel train,
            DigitsModel digits,
            CompareModel compare,
            ObservableValue<? extends Set<Target>> locked,
            Appearance appearance,
            Texts texts) {
        this.explore = explore;
        this.loss = loss;
        this.train = train;
        this.digits = digits;
        this.compare = compare;
        this.locked = locked;
        this.appearance = appearance;
        this.texts = texts;
    }

    /** One entry for each screen. */
    public List<Screen> all() {
        return List.of(
                new Screen(ExploreScreen.ID, this::exploreScreen),
                new Screen(LossScreen.ID, this::lossScreen),
                new Screen(TrainScreen.ID, this::trainScreen),
                new Screen(DigitsScreen.ID, this::digitsScreen),
                new Screen(CompareScreen.ID, this::compareScreen));
    }

    private ScreenView exploreScreen() {
        ExploreView view = new ExploreView(explore, appearance, texts);
        return new ScreenView(
                view,
                view.statusText(),
                Map.of(
                        Action.RUN, inReach(view, Target.EXPLORE_STEP, explore::playOrPause),
                        Action.STEP, inReach(view, Target.EXPLORE_STEP, explore::step),
                        Action.RESET, inReach(view, Target.EXPLORE_STEP, explore::reset),
                        Action.TEMPERATURE, view::focusTemperature,
                        Action.WEIGHT, view::focusAlpha));
    }

    private ScreenView lossScreen() {
        LossView view = new LossView(loss, appearance, texts);
        loss.tour().visit();
        return new ScreenView(
                view,
                view.statusText(),
                Map.of(
                        Action.STEP,
                        inReach(view, Target.EXPLORE_STEP, loss::step),
                        Action.RESET,
                        inReach(view, Target.EXPLORE_STEP, loss::reset),
                        Action.CHECK,
                        inReach(view, Target.LOSS_CLINIC, loss::check),
                        Action.TOUR,
                        view::showAround,
                        Action.EXPORT,
                        view::export,
                        Action.TEMPERATURE,
                        view::focusTemperature,
                        Action.WEIGHT,
                        view::focusAlpha));
    }

    private ScreenView trainScreen() {
        TrainView view = new TrainView(train, appearance, texts);
        return new ScreenView(
                view,
                view.statusText(),
                Map.of(
                        Action.RUN,
                        inReach(view, Target.TRAIN_RUN, train::runOrPause),
                        Action.STEP,
                        inReach(view, Target.TRAIN_RUN, train::step),
                        Action.RESET,
                        inReach(view, Target.TRAIN_RUN, train::reset),
                        Action.PIN,
                        compare::pinTraining,
                        Action.EXPORT,
                        view::export,
                        Action.TEMPERATURE,
                        view::focusTemperature,
                        Action.WEIGHT,
                        view::focusAlpha));
    }

    private ScreenView digitsScreen() {
        DigitsView view = new DigitsView(digits, explore, appearance, texts);
        return new ScreenView(
                view,
                view.statusText(),
                Map.of(
                        Action.RESET,
                        inReach(view, Target.DIGITS_PAD, digits.drawing()::clear),
                        Action.EXPORT,
                        view::export,
                        Action.TEMPERATURE,
                        view::focusTemperature));
    }

    private ScreenView compareScreen() {
        CompareView view = new CompareView(compare, train, appearance, texts);
        return new ScreenView(view, view.statusText(), Map.of(Action.PIN, view::pin, Action.EXPORT, view::export));
    }

    /** What a key does as long as the part of the screen that does the same is there to be used: lessons lock and hide. */
    private Runnable inReach(Node screen, Target target, Runnable action) {
        return () -> {
            if (!locked.getValue().contains(target) && LessonAnchors.isInReach(screen, target)) {
                action.run();
                LessonAnchors.parts(screen, Set.of(target))
                        .forEach(part -> part.fireEvent(new ActionEvent())); // as from the button that does the same
            }
        };
    }
}
