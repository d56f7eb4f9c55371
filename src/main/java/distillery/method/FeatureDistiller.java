package distillery.method;

import distillery.loss.LossValue;
import distillery.net.Parameter;
import distillery.net.Tap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A {@link FeatureMethod} at work. */
final class FeatureDistiller implements Distiller {
    private final List<Comparison> comparisons;
    private final int epochsAlone;

    /** Two points, what is made of the teacher's, and how that is compared. */
    record Comparison(Points points, Glimpse glimpse, FeatureLoss loss) {}

    FeatureDistiller(List<Comparison> comparisons, int epochsAlone) {
        this.comparisons = List.copyOf(comparisons);
        this.epochsAlone = epochsAlone;
    }

    @Override
    public Set<Tap> studentTaps() {
        return comparisons.stream().map(each -> each.points.student()).collect(Collectors.toSet());
    }

    @Override
    public Set<Glimpse> glimpses() {
        return comparisons.stream().map(Comparison::glimpse).collect(Collectors.toSet());
    }

    @Override
    public List<Parameter> parameters() {
        return comparisons.stream()
                .flatMap(each -> each.loss.parameters().stream())
                .toList();
    }

    @Override
    public List<MethodPicture> pictures(Function<Tap, double[]> student, Glimpse.Seen teacher, int rows) {
        List<MethodPicture> all = new ArrayList<>();
        for (Comparison each : comparisons) {
            double[] own = student.apply(each.points.student());
            double[] wanted = teacher.by(each.glimpse, rows);
            if (!Gradients.tame(own, wanted)) {
                return List.of();
            }
            each.loss.picture(own, wanted, rows).ifPresent(all::add);
        }
        return all;
    }

    @Override
    public Gradients step(StepContext context) {
        if (epochsAlone > 0 && context.epoch() > epochsAlone) {
            parameters().forEach(Parameter::clearGradient);
            return new Gradients(context.measured().total(), context.measured().gradient());
        }
        int rows = context.labels().length;
        double own = 0;
        double pattern = Double.NaN;
        Map<Tap, double[]> slopes = new HashMap<>();
        for (Comparison each : comparisons) {
            double[] student = context.student(each.points.student());
            double[] teacher = context.teacher(each.glimpse);
            if (!Gradients.tame(student, teacher)) {
                return Gradients.lost(context);
            }
            LossValue found = each.loss.of(student, teacher, rows);
            own += found.value();
            pattern = each.loss.pattern();
            slopes.put(each.points.student(), found.gradient());
        }
        Gradients result = epochsAlone > 0
                ? new Gradients(own, new double[context.student().length], slopes, own)
                : Gradients.beside(context, slopes, own);
        return result.withPattern(pattern);
    }
}
