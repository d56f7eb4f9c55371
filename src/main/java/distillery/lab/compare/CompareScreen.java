package distillery.lab.compare;

import static distillery.lab.setup.LessonWords.constant;
import static distillery.lab.setup.LessonWords.word;

import distillery.lab.setup.LabScreen;
import distillery.lab.setup.LessonSetting;
import distillery.lab.setup.SetUpPart;
import distillery.lesson.Fact;
import distillery.lesson.Setting;
import distillery.lesson.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

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

    @Override
    public Map<Setting, LessonSetting<CompareSettings>> settings() {
        return Map.of(
                Setting.COMPARE_PAGE,
                new LessonSetting<>(
                        now -> word(now.page()), (now, value) -> now.at(constant(ComparePage.values(), value))));
    }

    @Override
    public Map<Fact, Supplier<Value>> facts() {
        return Map.of(
                Fact.COMPARE_CHOSEN,
                () -> Value.of(model.chosen().size()),
                Fact.COMPARE_MEASURED,
                () -> Value.of(model.measure().netsProperty().get().size()));
    }

    @Override
    public List<ObservableValue<?>> causes() {
        return List.of(Bindings.size(model.chosen()), model.measure().netsProperty());
    }
}
