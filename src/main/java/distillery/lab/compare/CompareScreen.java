package distillery.lab.compare;

import distillery.lab.setup.LabScreen;
import distillery.lab.setup.SetUpPart;

/** What the Compare screen registers. */
public record CompareScreen(CompareModel model) implements LabScreen<CompareSettings> {
    public static final String ID = "compare";

    @Override
    public SetUpPart<CompareSettings> part() {
        return new SetUpPart<>(
                ID,
                CompareSettings.class,
                model::snapshot,
                model::restore,
                model.searchProperty(),
                model.quantityProperty(),
                model.armProperty(),
                model.pageProperty(),
                model.sweep().acrossProperty(),
                model.sweep().downProperty(),
                model.sweep().seedsProperty(),
                model.overProperty());
    }
}
