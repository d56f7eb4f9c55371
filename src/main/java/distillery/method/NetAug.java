package distillery.method;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.loss.HardLoss;
import distillery.loss.LossValue;
import distillery.net.AugmentedNet;
import distillery.net.NetSpec;
import distillery.net.Network;
import distillery.net.Parameter;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Network augmentation: while it learns the student lives in a wider net that shares its weights, and at each step one of
 * the widths in between learns from the labels as well; afterwards only the student is kept (Cai et al. 2022, section 3).
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param width how many times as wide as the student the widest net is
 * @param weight of the wider net's cross-entropy
 */
public record NetAug(int width, double weight) implements Method {
    private static final String WIDTH = "augmentedWidth";
    private static final String WEIGHT = "augmentedWeight";
    private static final int WIDEST = 4;
    static final List<MethodParameter> PARAMETERS = List.of(
            new MethodParameter(WIDTH, "augmented-width", NumberRange.whole(2, WIDEST), 3),
            new MethodParameter(WEIGHT, "augmented-weight", NumberRange.of(0, LiveHyperparameters.MOST_WEIGHT), 1));

    public NetAug {
        Refusal.unlessBetween(2, WIDEST, WIDTH, width);
        Refusal.unlessBetween(0, LiveHyperparameters.MOST_WEIGHT, WEIGHT, weight);
    }

    static NetAug of(Map<String, Double> values) {
        return new NetAug(
                Required.nonNull(values.get(WIDTH), WIDTH).intValue(), Required.nonNull(values.get(WEIGHT), WEIGHT));
    }

    @Override
    public boolean needsTargets() {
        return false;
    }

    @Override
    public boolean weighsItself() {
        return true;
    }

    @Override
    public boolean hasOwnPart() {
        return true;
    }

    @Override
    public void requireFit(NetSpec teacher, NetSpec student) throws Problem {
        student.wider(width);
    }

    @Override
    public Distiller distiller(NetSpec teacher, NetSpec student, long seed) {
        Map<Integer, NetSpec> specs = new TreeMap<>();
        try {
            for (int times = 2; times <= width; times++) {
                specs.put(times, student.wider(times));
            }
        } catch (Problem large) {
            throw new IllegalStateException("was checked when the settings were made", large);
        }
        return new Augmenting(new AugmentedNet(student, specs, ~seed), seed);
    }

    /** The method at work. */
    private final class Augmenting implements Distiller {
        private final AugmentedNet augmented;
        private final SplittableRandom random;
        private @Nullable Network student;

        Augmenting(AugmentedNet augmented, long seed) {
            this.augmented = augmented;
            random = new SplittableRandom(seed);
        }

        @Override
        public void begin(Network net, Network teacher) {
            student = net;
        }

        @Override
        public List<Parameter> parameters() {
            return augmented.parameters();
        }

        @Override
        public Gradients step(StepContext context) {
            Network base = student;
            if (base == null) {
                throw new IllegalStateException("was not told whom it augments");
            }
            int times = random.nextInt(2, width + 1);
            double[] logits = augmented.forward(base.weights(), times, context.inputs());
            if (!Gradients.tame(logits)) {
                return Gradients.lost(context);
            }
            LossValue wide =
                    HardLoss.of(logits, context.labels(), context.classes()).times(weight);
            double[] slope = augmented.backward(times, context.inputs(), wide.gradient());
            double hard = context.measured().hard();
            return new Gradients(hard + wide.value(), context.measured().hardGradient(), Map.of(), wide.value())
                    .withWeights(slope);
        }
    }
}
