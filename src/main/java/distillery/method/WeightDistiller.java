package distillery.method;

import distillery.loss.LossValue;
import distillery.loss.SquaredError;
import distillery.method.WeightMatching.Pair;
import distillery.net.Network;
import distillery.net.Parameter;
import distillery.net.TwoSidedProjection;
import distillery.net.WeightBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link WeightMatching} at work. */
final class WeightDistiller implements Distiller {
    private final double weight;
    private final List<Match> matches = new ArrayList<>();
    private @Nullable Network student;

    /** One layer of the student, on its way to one of the teacher. */
    private static final class Match {
        final WeightBlock own;
        final WeightBlock wanted;
        final TwoSidedProjection projection;
        double[] wantedBiases = {};

        Match(Pair pair, long seed) {
            own = pair.student();
            wanted = pair.teacher();
            projection =
                    new TwoSidedProjection(own.outputs(), own.channels(), wanted.outputs(), wanted.channels(), seed);
        }

        /** Adds its slopes; returns its loss. */
        double add(double[] weights, double[] slopes, double weight) {
            double[] table = Arrays.copyOfRange(weights, own.start(), own.biases());
            double value = projection.match(table, weight);
            put(projection.slopes(), slopes, own.start());
            if (own.outputs() != wanted.outputs()) {
                return value;
            }
            double[] biases = Arrays.copyOfRange(weights, own.biases(), own.end());
            LossValue match = SquaredError.MEAN.of(biases, wantedBiases, 1).times(weight);
            put(match.gradient(), slopes, own.biases());
            return value + match.value();
        }

        private static void put(double[] slope, double[] slopes, int start) {
            System.arraycopy(slope, 0, slopes, start, slope.length);
        }
    }

    WeightDistiller(List<Pair> pairs, double weight, long seed) {
        this.weight = weight;
        for (Pair pair : pairs) {
            matches.add(new Match(pair, ~seed - matches.size())); // the student's first weights are drawn with seed
        }
    }

    @Override
    public void begin(Network net, Network teacher) {
        student = net;
        float[] values = teacher.weights().values();
        for (Match match : matches) {
            match.projection.aim(Arrays.copyOfRange(values, match.wanted.start(), match.wanted.biases()));
            match.wantedBiases = doubles(Arrays.copyOfRange(values, match.wanted.biases(), match.wanted.end()));
        }
    }

    @Override
    public List<Parameter> parameters() {
        return matches.stream()
                .flatMap(match -> match.projection.parameters().stream())
                .toList();
    }

    @Override
    public Gradients step(StepContext context) {
        if (student == null) {
            throw new IllegalStateException("was not told whose weights it matches");
        }
        double[] weights = doubles(student.weights().values());
        if (!Gradients.tame(weights)) {
            return Gradients.lost(context);
        }
        double[] slopes = new double[weights.length];
        double own = 0;
        for (Match match : matches) {
            own += match.add(weights, slopes, weight);
        }
        return Gradients.beside(context, Map.of(), own).withWeights(slopes);
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
