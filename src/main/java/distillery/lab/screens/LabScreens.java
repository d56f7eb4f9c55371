package distillery.lab.screens;

import distillery.lab.compare.CompareModel;
import distillery.lab.compare.CompareScreen;
import distillery.lab.compare.CompareSettings;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.DigitsScreen;
import distillery.lab.digits.DigitsSettings;
import distillery.lab.explore.ExploreModel;
import distillery.lab.explore.ExploreScreen;
import distillery.lab.explore.ExploreSettings;
import distillery.lab.loss.LossModel;
import distillery.lab.loss.LossScreen;
import distillery.lab.loss.LossSettings;
import distillery.lab.setup.LabScreen;
import distillery.lab.setup.SetUpFile;
import distillery.lab.setup.SetUpPart;
import distillery.lab.train.TrainModel;
import distillery.lab.train.TrainScreen;
import distillery.lab.train.TrainSetUp;
import java.util.List;
import java.util.Map;

/** The screens in their order. A new one is its package with a {@link LabScreen}, a line here, and its view. */
public final class LabScreens {
    /** Their ids. */
    public static final List<String> IDS =
            List.of(ExploreScreen.ID, LossScreen.ID, TrainScreen.ID, DigitsScreen.ID, CompareScreen.ID);

    private static final Map<String, Class<? extends Record>> TYPES = Map.of(
            ExploreScreen.ID, ExploreSettings.class,
            LossScreen.ID, LossSettings.class,
            TrainScreen.ID, TrainSetUp.class,
            DigitsScreen.ID, DigitsSettings.class,
            CompareScreen.ID, CompareSettings.class);

    private LabScreens() {}

    /** All of them, on these models. */
    public static List<LabScreen<?>> all(
            ExploreModel explore, LossModel loss, TrainModel train, DigitsModel digits, CompareModel compare) {
        return List.of(
                new ExploreScreen(explore),
                new LossScreen(loss),
                new TrainScreen(train),
                new DigitsScreen(digits),
                new CompareScreen(compare));
    }

    /** Every screen's part: what is undone, saved and remembered. */
    public static List<SetUpPart<?>> parts(List<LabScreen<?>> screens) {
        return screens.stream().<SetUpPart<?>>map(LabScreen::part).toList();
    }

    /** Reads and writes the parts of every screen. */
    public static SetUpFile file() {
        return new SetUpFile(TYPES);
    }
}
