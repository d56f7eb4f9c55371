package distillery.method;

import distillery.data.Problem;
import distillery.data.Required;
import distillery.loss.scheme.ForgettingLoss;
import distillery.net.NetSpec;
import java.util.List;
import java.util.Map;

/**
 * Learning without forgetting: a net that has learned the first half of the classes learns the second, of which alone it is
 * shown samples, and is to say about them what it said before with what it knew: {@code softWeight · T² · -Σ p log q +
 * hardWeight · CE} (Li and Hoiem 2016, section 3, which has no T²).
 */
public record Forgetting(Heads heads) implements LogitMethod {
    private static final String HEADS = "heads";
    /** Two tasks with two classes each. */
    private static final int FEWEST_CLASSES = 4;

    static final List<MethodParameter> PARAMETERS = List.of(MethodParameter.choice(HEADS, "heads", "two", "one"));

    static Forgetting of(Map<String, Double> values) {
        int place = Required.nonNull(values.get(HEADS), HEADS).intValue();
        return new Forgetting(List.of(Heads.values()).get(place));
    }

    @Override
    public void requireFit(NetSpec teacher, NetSpec student) throws Problem {
        if (student.classes() < FEWEST_CLASSES) {
            throw new Problem("method.tasks", student.classes(), FEWEST_CLASSES);
        }
    }

    @Override
    public Arrangement arrangement() {
        return new Arrangement.Tasks(heads);
    }

    @Override
    public Gradients step(StepContext context) {
        LiveHyperparameters live = context.hyperparameters();
        int classes = context.classes();
        int old = Heads.old(classes);
        double[] student = context.student();
        boolean two = heads == Heads.TWO;
        int oldClasses = two ? old : classes;
        int newFrom = two ? old : 0;
        int[] labels = context.labels().clone();
        for (int i = 0; i < labels.length; i++) {
            labels[i] -= newFrom;
        }
        ForgettingLoss.Value value = new ForgettingLoss(live.temperature(), 1)
                .of(
                        new ForgettingLoss.Head(part(student, 0, oldClasses, classes), oldClasses),
                        part(context.target(), 0, oldClasses, classes),
                        new ForgettingLoss.Head(part(student, newFrom, classes, classes), classes - newFrom),
                        labels);
        double soft = live.softWeight() * live.temperature() * live.temperature();
        double[] slope = new double[student.length];
        add(slope, value.oldGradient(), 0, oldClasses, classes, soft);
        add(slope, value.newGradient(), newFrom, classes, classes, live.hardWeight());
        return new Gradients(soft * value.oldCrossEntropy() + live.hardWeight() * value.newHard(), slope);
    }

    /** Some columns of a batch. */
    private static double[] part(double[] rows, int from, int to, int classes) {
        int width = to - from;
        double[] part = new double[rows.length / classes * width];
        for (int i = 0; i < part.length; i++) {
            part[i] = rows[i / width * classes + from + i % width];
        }
        return part;
    }

    private static void add(double[] rows, double[] part, int from, int to, int classes, double weight) {
        int width = to - from;
        for (int i = 0; i < part.length; i++) {
            rows[i / width * classes + from + i % width] += weight * part[i];
        }
    }
}
