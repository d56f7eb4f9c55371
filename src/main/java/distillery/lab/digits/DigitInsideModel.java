package distillery.lab.digits;

import distillery.data.Shape;
import distillery.loss.Softmax;
import distillery.train.NetInside;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/** Looks into teacher and student while what they do is on show: at the newest picture, on the thread that asks nets. */
@SuppressWarnings("ReferenceEquality") // what is seen belongs to these answers, not to some like them
public final class DigitInsideModel {
    private final DigitsModel model;
    private final Executor window;
    private final Newest asking;
    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen", -1);
    private final ReadOnlyObjectWrapper<@Nullable InsideDigit> digit = new ReadOnlyObjectWrapper<>(this, "digit");

    DigitInsideModel(DigitsModel model, Executor asker, Executor window) {
        this.model = model;
        this.window = window;
        asking = new Newest(asker);
        model.answersProperty().addListener((property, before, now) -> look());
        model.studentProperty().addListener((property, before, now) -> look());
        model.pageProperty().addListener((property, before, now) -> look());
        chosen.addListener((property, before, now) -> look());
    }

    /** The class whose logit is looked at; -1 for the teacher's first choice. */
    public IntegerProperty chosenProperty() {
        return chosen;
    }

    /** What there is to see; null if nobody looks, or there is nothing. */
    public ReadOnlyObjectProperty<@Nullable InsideDigit> digitProperty() {
        return digit.getReadOnlyProperty();
    }

    private void look() {
        Answers answers = model.answersProperty().get();
        if (model.pageProperty().get() != DigitsPage.INSIDE || answers == null || answers.isBlank()) {
            digit.set(null);
            return;
        }
        double[] teacher = answers.logits().get(0);
        boolean own = chosen.get() >= 0 && chosen.get() < teacher.length;
        int about = own ? chosen.get() : Softmax.largest(teacher, 0, teacher.length);
        DigitNet student = answers.panel().student(model.studentProperty().get());
        asking.run(() -> {
            InsideDigit seen = new InsideDigit(
                    answers,
                    student,
                    about,
                    inside(answers.panel().teacher(), answers, about),
                    inside(student, answers, about));
            window.execute(() -> {
                if (answers == model.answersProperty().get()
                        && model.pageProperty().get() == DigitsPage.INSIDE) {
                    digit.set(seen);
                }
            });
        });
    }

    private static NetInside inside(DigitNet net, Answers answers, int about) {
        Shape shape = answers.panel().test().shape();
        return NetInside.of(net.net(), answers.picture(), shape, about);
    }
}
