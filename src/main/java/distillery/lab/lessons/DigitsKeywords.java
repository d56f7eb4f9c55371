package distillery.lab.lessons;

import distillery.lab.digits.Answers;
import distillery.lab.digits.DigitFilter;
import distillery.lab.digits.DigitNet;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.DigitsPage;
import distillery.lab.digits.DigitsSettings;
import distillery.lab.digits.Framing;
import distillery.lab.digits.NetSource;
import distillery.lesson.Fact;
import distillery.lesson.Setting;
import distillery.lesson.Value;
import distillery.loss.Softmax;
import distillery.train.ArmName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/** What lessons can set and observe on the Digits screen. */
final class DigitsKeywords {
    private DigitsKeywords() {}

    /** Takes a setting with the way to read and to write it. */
    interface Wires {
        void put(
                Setting setting,
                Function<DigitsSettings, Value> read,
                BiFunction<DigitsSettings, Value, DigitsSettings> write);
    }

    static void settings(Wires wires) {
        put(wires, Setting.DIGITS_NETS, now -> word(now.nets()), (draft, value) -> draft.nets =
                constant(NetSource.values(), value));
        put(wires, Setting.DIGITS_FRAMING, now -> word(now.framing()), (draft, value) -> draft.framing =
                constant(Framing.values(), value));
        put(wires, Setting.DIGITS_DIGIT, now -> Value.of(now.digit()), (draft, value) -> draft.digit =
                (int) ((Value.Amount) value).number());
        put(wires, Setting.DIGITS_FILTER, now -> word(now.filter().kind()), (draft, value) -> draft.filter =
                DigitFilter.ALL
                        .by(draft.filter.order())
                        .with(constant(DigitFilter.Kind.values(), value)));
        put(wires, Setting.DIGITS_ORDER, now -> word(now.filter().order()), (draft, value) -> draft.filter =
                draft.filter.by(constant(DigitFilter.Order.values(), value)));
        put(wires, Setting.DIGITS_PAGE, now -> word(now.page()), (draft, value) -> draft.page =
                constant(DigitsPage.values(), value));
    }

    private static void put(
            Wires wires,
            Setting setting,
            Function<DigitsSettings, Value> read,
            BiConsumer<DigitsSettings.Draft, Value> write) {
        wires.put(setting, read, (now, value) -> now.with(draft -> write.accept(draft, value)));
    }

    static void facts(DigitsModel digits, Map<Fact, Supplier<Value>> wires) {
        wires.put(
                Fact.DIGITS_STROKES,
                () -> Value.of(digits.pad().drawingProperty().get().strokes().size()));
        wires.put(Fact.DIGITS_TEACHER_SAYS, () -> says(digits, Optional.empty()));
        wires.put(Fact.DIGITS_STUDENT_SAYS, () -> says(digits, Optional.of(ArmName.DISTILLED)));
        wires.put(Fact.DIGITS_LABELS_ONLY_SAYS, () -> says(digits, Optional.of(ArmName.LABELS_ONLY)));
        wires.put(Fact.DIGITS_LABEL, () -> {
            Answers answers = digits.answersProperty().get();
            return Value.of(answers == null || answers.label() < 0 ? Double.NaN : answers.label());
        });
        wires.put(
                Fact.DIGITS_FOUND, () -> Value.of(digits.foundProperty().get().size()));
    }

    /** What changes when a fact does. */
    static List<ObservableValue<?>> causes(DigitsModel digits) {
        return List.of(digits.answersProperty(), digits.pad().drawingProperty(), digits.foundProperty());
    }

    private static Value says(DigitsModel digits, Optional<ArmName> arm) {
        Answers answers = digits.answersProperty().get();
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

    private static Value word(Enum<?> constant) {
        return Value.of(LessonSettings.id(constant));
    }

    private static <E extends Enum<E>> E constant(E[] all, Value value) {
        String word = ((Value.Word) value).text();
        return Arrays.stream(all)
                .filter(each -> LessonSettings.id(each).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + value));
    }
}
