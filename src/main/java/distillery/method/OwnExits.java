package distillery.method;

import distillery.data.Shape;
import distillery.loss.scheme.MultiExitLoss;
import distillery.net.Parameter;
import distillery.net.Projection;
import distillery.net.Tap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@link OwnTeacher} at work. An exit is two linear maps that learn with the student: one to the width of its last hidden
 * layer, whose features it is to resemble, and one from there to the classes.
 */
final class OwnExits implements Distiller {
    private final List<Exit> exits = new ArrayList<>();
    private final Tap deepest;
    private final int classes;
    private final double hintWeight;

    private record Exit(Tap place, Projection bottleneck, Projection classifier) {}

    OwnExits(List<Tap> places, Tap deepest, int classes, double hintWeight, long seed) {
        this.deepest = deepest;
        this.classes = classes;
        this.hintWeight = hintWeight;
        int width = deepest.shape().size();
        for (Tap place : places) {
            long own = ~seed + 2L * exits.size(); // the student's first weights are drawn with seed
            Projection bottleneck = new Projection(Shape.flat(place.shape().size()), width, own);
            exits.add(new Exit(place, bottleneck, new Projection(Shape.flat(width), classes, own + 1)));
        }
    }

    @Override
    public Set<Tap> studentTaps() {
        Set<Tap> taps = new HashSet<>(Set.of(deepest));
        exits.forEach(exit -> taps.add(exit.place));
        return taps;
    }

    @Override
    public List<Parameter> parameters() {
        return exits.stream()
                .flatMap(exit -> Stream.of(exit.bottleneck, exit.classifier))
                .flatMap(map -> map.parameters().stream())
                .toList();
    }

    @Override
    public List<double[]> exits(Function<Tap, double[]> student) {
        return exits.stream()
                .map(exit -> exit.classifier.forward(exit.bottleneck.forward(student.apply(exit.place))))
                .toList();
    }

    @Override
    public Gradients step(StepContext context) {
        int last = exits.size();
        double[][] features = new double[last + 1][];
        double[][] logits = new double[last + 1][];
        for (int i = 0; i < last; i++) {
            Exit exit = exits.get(i);
            features[i] = exit.bottleneck.forward(context.student(exit.place));
            logits[i] = exit.classifier.forward(features[i]);
        }
        features[last] = context.student(deepest);
        logits[last] = context.student();
        for (int i = 0; i <= last; i++) {
            if (!Gradients.tame(features[i], logits[i])) {
                return Gradients.lost(context);
            }
        }
        LiveHyperparameters live = context.hyperparameters();
        MultiExitLoss.Value value = new MultiExitLoss(
                        live.temperature(), live.softWeight(), live.hardWeight(), hintWeight, 1)
                .of(logits, features, context.labels(), classes);
        Map<Tap, double[]> slopes = new HashMap<>();
        for (int i = 0; i < last; i++) {
            Exit exit = exits.get(i);
            double[] slope = exit.classifier.backward(value.logitGradients()[i]);
            for (int j = 0; j < slope.length; j++) {
                slope[j] += value.featureGradients()[i][j];
            }
            slopes.put(exit.place, exit.bottleneck.backward(slope));
        }
        return new Gradients(value.value(), value.logitGradients()[last], slopes, value.value() - value.hard()[last]);
    }
}
