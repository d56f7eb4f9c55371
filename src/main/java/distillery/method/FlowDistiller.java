package distillery.method;

import distillery.data.Shape;
import distillery.loss.LossValue;
import distillery.loss.feature.AveragePool;
import distillery.loss.relation.FlowLoss.Layers;
import distillery.net.ChannelProducts;
import distillery.net.Parameter;
import distillery.net.Tap;
import distillery.net.TwoSidedProjection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** {@link Flow} at work. In either net the earlier map is averaged down to the size of the later one. */
final class FlowDistiller implements Distiller {
    private final Points earlier;
    private final Points later;
    private final double weight;
    private final TwoSidedProjection projection;
    private final ChannelProducts products = new ChannelProducts();
    private final Glimpse wanted;

    FlowDistiller(Points earlier, Points later, double weight, long seed) {
        this.earlier = earlier;
        this.later = later;
        this.weight = weight;
        wanted = new FlowBetween(earlier.teacher(), later.teacher());
        projection = new TwoSidedProjection(
                earlier.student().shape().channels(),
                later.student().shape().channels(),
                earlier.teacher().shape().channels(),
                later.teacher().shape().channels(),
                ~seed); // the student's first weights are drawn with seed
    }

    @Override
    public Set<Tap> studentTaps() {
        return Set.of(earlier.student(), later.student());
    }

    @Override
    public Set<Glimpse> glimpses() {
        return Set.of(wanted);
    }

    @Override
    public List<Parameter> parameters() {
        return projection.parameters();
    }

    @Override
    public Gradients step(StepContext context) {
        double[] in = context.student(earlier.student());
        double[] out = context.student(later.student());
        double[] wantedFlow = context.teacher(wanted);
        if (!Gradients.tame(in, out, wantedFlow)) {
            return Gradients.lost(context);
        }
        int rows = context.labels().length;
        AveragePool pool = pool(earlier.student(), later.student());
        Layers own = layers(pool, in, out, rows);
        double value = projection.matchEach(flow(own, products), wantedFlow, weight);
        Layers slopes = own.slopes(projection.slopesOfEach());
        Map<Tap, double[]> taps = Map.of(earlier.student(), pool.slopes(slopes.in()), later.student(), slopes.out());
        return Gradients.beside(context, taps, value);
    }

    /** What {@link Layers#flow} gives, ten times as fast. */
    private static double[] flow(Layers layers, ChannelProducts products) {
        double[] sums = products.of(layers.in(), layers.out(), layers.rows(), layers.plane());
        return LossValue.sum(1.0 / layers.plane(), sums, 0, sums);
    }

    /** The flow of each sample between two points of the teacher. */
    private record FlowBetween(Tap earlier, Tap later) implements Glimpse {
        @Override
        public Set<Tap> taps() {
            return Set.of(earlier, later);
        }

        @Override
        public int width() {
            return earlier.shape().channels() * later.shape().channels();
        }

        @Override
        public double[] of(Function<Tap, double[]> inside, int rows) {
            double[] in = inside.apply(earlier);
            double[] out = inside.apply(later);
            return Gradients.tame(in, out)
                    ? flow(layers(pool(earlier, later), in, out, rows), new ChannelProducts())
                    : Glimpse.lost(rows * width());
        }
    }

    private static AveragePool pool(Tap earlier, Tap later) {
        Shape large = earlier.shape();
        Shape small = later.shape();
        return new AveragePool(large.height(), large.width(), small.height(), small.width());
    }

    private static Layers layers(AveragePool pool, double[] in, double[] out, int rows) {
        return new Layers(pool.apply(in), out, rows, pool.smallHeight() * pool.smallWidth());
    }
}
