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
    private final int epochsAlone;

    /** Two points and how they are compared. */
    record Comparison(Points points, FeatureLoss loss) {}

    FeatureDistiller(List<Comparison> comparisons, int epochsAlone) {
        this.comparisons = List.copyOf(comparisons);
        this.epochsAlone = epochsAlone;
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
        if (epochsAlone > 0 && context.epoch() > epochsAlone) {
            parameters().forEach(Parameter::clearGradient);
            return new Gradients(outputs.total(), outputs.gradient());
        }
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
        return epochsAlone > 0
                ? new Gradients(own, new double[outputs.gradient().length], slopes, own)
                : new Gradients(outputs.total() + own, outputs.gradient(), slopes, own);
    }

    private static boolean tame(double[] values) {
        for (double value : values) {
            if (!(Math.abs(value) <= LARGEST)) {
                return false;
            }
        }
        return true;
    }
}
