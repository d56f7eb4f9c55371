package distillery.method;

import distillery.loss.HintonLoss;
import distillery.loss.LossValue;
import distillery.net.Parameter;
import distillery.net.Tap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A {@link FeatureMethod} at work. */
final class FeatureDistiller implements Distiller {
    /** A net that has come so far is lost; losses take no larger numbers. */
    private static final double LARGEST = 1e30;

    private final List<Comparison> comparisons;

    /** Two points and how they are compared. */
    record Comparison(Points points, FeatureLoss loss) {}

    FeatureDistiller(List<Comparison> comparisons) {
        this.comparisons = List.copyOf(comparisons);
    }

    @Override
    public Set<Tap> studentTaps() {
        return comparisons.stream().map(each -> each.points.student()).collect(Collectors.toSet());
    }

    @Override
    public Set<Tap> teacherTaps() {
        return comparisons.stream().map(each -> each.points.teacher()).collect(Collectors.toSet());
    }

    @Override
    public List<Parameter> parameters() {
        return comparisons.stream()
                .flatMap(each -> each.loss.parameters().stream())
                .toList();
    }

    @Override
    public Gradients step(StepContext context) {
        HintonLoss.Value outputs = context.measured();
        int rows = context.labels().length;
        double own = 0;
        Map<Tap, double[]> slopes = new HashMap<>();
        for (Comparison each : comparisons) {
            double[] student = context.student(each.points.student());
            double[] teacher = context.teacher(each.points.teacher());
            if (!tame(student) || !tame(teacher)) {
                return new Gradients(Double.NaN, outputs.gradient());
            }
            LossValue found = each.loss.of(student, teacher, rows);
            own += found.value();
            slopes.put(each.points.student(), found.gradient());
        }
        return new Gradients(outputs.total() + own, outputs.gradient(), slopes, own);
    }

    static boolean tame(double[] values) {
        for (double value : values) {
            if (!(Math.abs(value) <= LARGEST)) {
                return false;
            }
        }
        return true;
    }
}
