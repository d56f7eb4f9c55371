package distillery.lab.digits;

import static distillery.lab.setup.LessonWords.constant;
import static distillery.lab.setup.LessonWords.number;
import static distillery.lab.setup.LessonWords.word;

import distillery.lab.setup.LabScreen;
import distillery.lab.setup.LessonSetting;
import distillery.lab.setup.SetUpPart;
import distillery.lesson.Fact;
import distillery.lesson.Setting;
import distillery.lesson.Value;
import distillery.loss.Softmax;
import distillery.train.ArmName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/** What the Digits screen registers. */
public record DigitsScreen(DigitsModel model) implements LabScreen<DigitsSettings> {
    public static final String ID = "digits";

    @Override
    public SetUpPart<DigitsSettings> part() {
        return new SetUpPart<>(
                ID,
                DigitsSettings.class,
                model::snapshot,
                model::restore,
                model.drawing().pad().drawingProperty(),
                model.drawing().kept(),
                model.framingProperty(),
                model.drawing().brushProperty(),
                model.netsProperty(),
                model.files().filesProperty(),
                model.studentProperty(),
                model.digitProperty(),
                model.browser().filterProperty(),
                model.pageProperty());
    }

    @Override
    public Map<Setting, LessonSetting<DigitsSettings>> settings() {
        return Map.of(
                Setting.DIGITS_NETS,
                setting(now -> word(now.nets()), (draft, value) -> draft.nets = constant(NetSource.values(), value)),
                Setting.DIGITS_FRAMING,
                setting(
                        now -> word(now.framing()),
                        (draft, value) -> draft.framing = constant(Framing.values(), value)),
                Setting.DIGITS_DIGIT,
                setting(now -> Value.of(now.digit()), (draft, value) -> draft.digit = (int) number(value)),
                Setting.DIGITS_FILTER,
                setting(
                        now -> word(now.filter().kind()),
                        (draft, value) -> draft.filter = DigitFilter.ALL
                                .by(draft.filter.order())
                                .with(constant(DigitFilter.Kind.values(), value))),
                Setting.DIGITS_ORDER,
                setting(
                        now -> word(now.filter().order()),
                        (draft, value) -> draft.filter = draft.filter.by(constant(DigitFilter.Order.values(), value))),
                Setting.DIGITS_PAGE,
                setting(now -> word(now.page()), (draft, value) -> draft.page = constant(DigitsPage.values(), value)));
    }

    private static LessonSetting<DigitsSettings> setting(
            Function<DigitsSettings, Value> read, BiConsumer<DigitsSettings.Draft, Value> write) {
        return new LessonSetting<>(read, (now, value) -> now.with(draft -> write.accept(draft, value)));
    }

    @Override
    public Map<Fact, Supplier<Value>> facts() {
        return Map.of(
                Fact.DIGITS_STROKES,
                () -> Value.of(
                        model.drawing().pad().drawingProperty().get().strokes().size()),
                Fact.DIGITS_TEACHER_SAYS,
                () -> says(Optional.empty()),
                Fact.DIGITS_STUDENT_SAYS,
                () -> says(Optional.of(ArmName.DISTILLED)),
                Fact.DIGITS_LABELS_ONLY_SAYS,
                () -> says(Optional.of(ArmName.LABELS_ONLY)),
                Fact.DIGITS_LABEL,
                this::label,
                Fact.DIGITS_FOUND,
                () -> Value.of(model.browser().foundProperty().get().size()),
                Fact.DIGITS_BIAS,
                () -> Value.of(model.missing().biasProperty().get()));
    }

    @Override
    public List<ObservableValue<?>> causes() {
        return List.of(
                model.answersProperty(),
                model.drawing().pad().drawingProperty(),
                model.browser().foundProperty(),
                model.missing().biasProperty());
    }

    private Value label() {
        Answers answers = model.answersProperty().get();
        return Value.of(answers == null || answers.label() < 0 ? Double.NaN : answers.label());
    }

    private Value says(Optional<ArmName> arm) {
        Answers answers = model.answersProperty().get();
        if (answers == null || answers.isBlank()) {
            return Value.of(Double.NaN);
        }
        List<DigitNet> nets = answers.panel().nets();
        for (int i = 0; i < nets.size(); i++) {
            if (nets.get(i).arm().equals(arm)) {
                double[] logits = answers.logits().get(i);
                return Value.of(Softmax.largest(logits, 0, logits.length));
            }
        }
        return Value.of(Double.NaN);
    }
}
