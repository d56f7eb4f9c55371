package distillery.lab.setup;

import distillery.lab.compare.CompareModel;
import distillery.lab.compare.CompareSettings;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.DigitsSettings;
import distillery.lab.explore.ExploreModel;
import distillery.lab.explore.ExploreSettings;
import distillery.lab.loss.LossModel;
import distillery.lab.loss.LossSettings;
import distillery.lab.train.TrainModel;
import distillery.lab.train.TrainSetUp;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.Observable;

/**
 * What one screen contributes to a set-up. Undo, redo, files and the memory between two runs of the program all work
 * on a list of these.
 *
 * @param <S> the settings: a public record with a meaningful {@code equals} (lists, not arrays) whose constructor
 *     refuses what is out of range with an {@link IllegalArgumentException} that names the value
 * @param name its name in the file
 * @param type the class of the settings
 * @param snapshot the settings now
 * @param restore makes them hold
 * @param causes whatever changes when the settings do
 */
public record SetUpPart<S extends Record>(
        String name, Class<S> type, Supplier<S> snapshot, Consumer<S> restore, List<Observable> causes) {

    public SetUpPart(String name, Class<S> type, Supplier<S> snapshot, Consumer<S> restore, Observable... causes) {
        this(name, type, snapshot, restore, List.of(causes));
    }

    /** The settings of every screen by the part's name, as {@link #all} has them. */
    static Map<String, Class<? extends Record>> types() {
        return Map.of(
                "explore", ExploreSettings.class,
                "loss", LossSettings.class,
                "train", TrainSetUp.class,
                "digits", DigitsSettings.class,
                "compare", CompareSettings.class);
    }

    /** Every screen's part: what is undone, saved and remembered. */
    public static List<SetUpPart<?>> all(
            ExploreModel explore, LossModel loss, TrainModel train, DigitsModel digits, CompareModel compare) {
        return List.of(
                new SetUpPart<>(
                        "explore",
                        ExploreSettings.class,
                        explore::snapshot,
                        explore::restore,
                        explore.exampleProperty(),
                        explore.temperatureProperty(),
                        explore.softWeightProperty(),
                        explore.conventionProperty(),
                        explore.logAxisProperty(),
                        explore.pullProperty(),
                        explore.stepSizeProperty()),
                new SetUpPart<>(
                        "loss",
                        LossSettings.class,
                        loss::snapshot,
                        loss::restore,
                        loss.kindProperty(),
                        loss.targetWeightProperty(),
                        loss.nonTargetWeightProperty(),
                        loss.timesT2Property(),
                        loss.limitProperty(),
                        loss.faults()),
                new SetUpPart<>(
                        "train",
                        TrainSetUp.class,
                        train::snapshot,
                        train::restore,
                        train.settingsProperty(),
                        train.viewingProperty(),
                        train.smoothingProperty(),
                        train.logAxisProperty(),
                        train.stepMillisProperty()),
                new SetUpPart<>(
                        "digits",
                        DigitsSettings.class,
                        digits::snapshot,
                        digits::restore,
                        digits.pad().drawingProperty(),
                        digits.kept(),
                        digits.framingProperty(),
                        digits.brushProperty(),
                        digits.netsProperty(),
                        digits.files().filesProperty(),
                        digits.studentProperty(),
                        digits.digitProperty(),
                        digits.filterProperty(),
                        digits.pageProperty()),
                new SetUpPart<>(
                        "compare",
                        CompareSettings.class,
                        compare::snapshot,
                        compare::restore,
                        compare.searchProperty(),
                        compare.quantityProperty(),
                        compare.armProperty(),
                        compare.pageProperty(),
                        compare.sweep().acrossProperty(),
                        compare.sweep().downProperty(),
                        compare.sweep().seedsProperty(),
                        compare.overProperty()));
    }

    public void restoreFrom(SetUp setUp) {
        Record settings = setUp.settings().get(name);
        if (settings != null) {
            restore.accept(type.cast(settings));
        }
    }
}
