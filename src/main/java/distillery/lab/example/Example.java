package distillery.lab.example;

import distillery.data.Refusal;
import distillery.data.Required;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that teacher and student judge: two to ten classes with both sides' logits, and which class is true.
 *
 * @param trueClass the index of the class the hard label names
 * @param digit which digit of the source, for {@link ExampleKind#DIGIT}; else 0
 */
public record Example(ExampleKind kind, List<ClassLogits> classes, int trueClass, int digit) {
    public static final int FEWEST = 2;
    public static final int MOST = 10;

    public Example {
        Required.nonNull(kind, "kind");
        classes = List.copyOf(Required.nonNull(classes, "classes"));
        Refusal.unless(
                classes.size() >= FEWEST && classes.size() <= MOST,
                "classes",
                "refused.count",
                FEWEST,
                MOST,
                classes.size());
        Refusal.unlessBetween(0, classes.size() - 1, "trueClass", trueClass);
        Refusal.unless(digit >= 0, "digit", "refused.least", 0, String.valueOf(digit));
    }

    public int size() {
        return classes.size();
    }

    /** One side's logits, class by class. */
    public double[] logits(TeacherOrStudent side) {
        return classes.stream().mapToDouble(each -> each.logit(side)).toArray();
    }

    public Example withLogit(TeacherOrStudent side, int index, double logit) {
        return with(replaced(index, classes.get(index).with(side, logit)), trueClass);
    }

    public Example withTrueClass(int index) {
        return with(classes, index);
    }

    /** This example as one of the user's own. */
    public Example own() {
        return new Example(ExampleKind.OWN, classes, trueClass, 0);
    }

    public Example renamed(int index, String name) {
        return own().with(replaced(index, classes.get(index).named(name)), trueClass);
    }

    /** With one more class, which neither side favours, named by a letter. */
    public Example enlarged() {
        List<ClassLogits> more = new ArrayList<>(classes);
        more.add(new ClassLogits(String.valueOf((char) ('A' + size())), 0, 0));
        return own().with(more, trueClass);
    }

    /** Without a class. If it was the true one, the first becomes true. */
    public Example without(int index) {
        List<ClassLogits> fewer = new ArrayList<>(classes);
        fewer.remove(index);
        int moved = trueClass > index ? trueClass - 1 : trueClass;
        return own().with(fewer, trueClass == index ? 0 : moved);
    }

    /** With one side's logits moved against a gradient; they stop at the largest logit allowed. */
    public Example descended(TeacherOrStudent side, List<Double> gradient, double rate) {
        List<ClassLogits> moved = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            double logit = classes.get(i).logit(side) - rate * gradient.get(i);
            double bound = ClassLogits.LARGEST_LOGIT;
            moved.add(classes.get(i).with(side, Math.max(-bound, Math.min(bound, logit))));
        }
        return with(moved, trueClass);
    }

    private Example with(List<ClassLogits> others, int other) {
        return new Example(kind, others, other, digit);
    }

    private List<ClassLogits> replaced(int index, ClassLogits other) {
        List<ClassLogits> changed = new ArrayList<>(classes);
        changed.set(index, other);
        return changed;
    }
}
