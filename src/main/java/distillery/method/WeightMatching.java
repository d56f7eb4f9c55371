package distillery.method;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.net.LayerSpec.MaxPool;
import distillery.net.NetSpec;
import distillery.net.Tap;
import distillery.net.WeightBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Weight matching: the student's weights are to be the teacher's, layer by layer, or the teacher's after projections that
 * learn with the student where widths differ, {@code Po W Piᵀ}. No paper defines it. Convolutions are matched with convolutions
 * and hidden dense layers with hidden dense layers, from the first one on, as many as both nets have, and the last layer with the
 * last; a layer without a partner of as many weights from a channel to an output is left alone, and so are biases where the
 * outputs differ.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param weight of the mean squared differences, which are added over layers, weights and biases each with their own mean
 */
public record WeightMatching(double weight) implements Method {
    private static final String WEIGHT = "matchWeight";
    static final List<MethodParameter> PARAMETERS =
            List.of(new MethodParameter(WEIGHT, "match-weight", NumberRange.of(0, FeatureMethod.MOST_WEIGHT), 10));

    /** Two layers that are matched. */
    record Pair(WeightBlock student, WeightBlock teacher) {
        private boolean fits() {
            return student.kernels() == teacher.kernels() && student.places() == teacher.places();
        }
    }

    public WeightMatching {
        Refusal.unlessBetween(0, FeatureMethod.MOST_WEIGHT, WEIGHT, weight);
    }

    static WeightMatching of(Map<String, Double> values) {
        return new WeightMatching(Required.nonNull(values.get(WEIGHT), WEIGHT));
    }

    @Override
    public boolean looksInside() {
        return true;
    }

    @Override
    public List<Points> compared(NetSpec teacher, NetSpec student) {
        List<Points> all = new ArrayList<>();
        for (Pair pair : pairs(teacher, student)) {
            all.add(new Points(after(student, pair.student()), after(teacher, pair.teacher())));
        }
        all.add(Points.outputs(teacher, student));
        return all;
    }

    private static Tap after(NetSpec net, WeightBlock block) {
        return Points.after(net).stream()
                .filter(tap -> !(net.layers().get(net.layer(tap)) instanceof MaxPool))
                .toList()
                .get(WeightBlock.of(net).indexOf(block));
    }

    @Override
    public void requireFit(NetSpec teacher, NetSpec student) throws Problem {
        if (pairs(teacher, student).isEmpty()) {
            throw new Problem("method.weights", student.toString(), teacher.toString());
        }
    }

    @Override
    public Distiller distiller(NetSpec teacher, NetSpec student, long seed) {
        return new WeightDistiller(pairs(teacher, student), weight, seed);
    }

    static List<Pair> pairs(NetSpec teacher, NetSpec student) {
        List<WeightBlock> taught = WeightBlock.of(teacher);
        List<WeightBlock> learned = WeightBlock.of(student);
        WeightBlock taughtLast = taught.remove(taught.size() - 1);
        WeightBlock learnedLast = learned.remove(learned.size() - 1);
        List<Pair> pairs = new ArrayList<>();
        for (boolean kernels : new boolean[] {true, false}) {
            List<WeightBlock> from = ofKind(taught, kernels);
            List<WeightBlock> to = ofKind(learned, kernels);
            for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
                pairs.add(new Pair(to.get(i), from.get(i)));
            }
        }
        pairs.add(new Pair(learnedLast, taughtLast));
        return pairs.stream().filter(Pair::fits).toList();
    }

    private static List<WeightBlock> ofKind(List<WeightBlock> blocks, boolean kernels) {
        return blocks.stream().filter(block -> block.kernels() == kernels).toList();
    }
}
