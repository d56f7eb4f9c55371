package distillery.bench;

import distillery.method.Distiller;
import distillery.method.Glimpse;
import distillery.method.Gradients;
import distillery.method.LiveHyperparameters;
import distillery.method.StepContext;
import distillery.net.Tap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The program's own method at work on an {@link Inside}, with what it minimises beside it; what it keeps of the teacher is kept. */
final class OursInside implements Contender {
    private static final int CLASSES = 10;

    private final Inside inside;
    private final Distiller distiller;
    private final Map<Tap, double[]> values = new HashMap<>();
    private final double[] logits;
    private final Map<Glimpse, double[]> kept = new HashMap<>();
    private final Glimpse.Seen teacher = new Glimpse.Seen() {
        @Override
        public double[] apply(Tap tap) {
            return Objects.requireNonNull(values.get(tap));
        }

        @Override
        public double[] by(Glimpse glimpse, int rows) {
            return kept.computeIfAbsent(glimpse, made -> made.of(this, rows));
        }
    };

    OursInside(Inside inside) {
        this.inside = inside;
        distiller = inside.settings().method().distiller(inside.teacher(), inside.student(), Inside.SEED);
        inside.values().forEach((tap, numbers) -> {
            double[] doubles = new double[numbers.length];
            for (int i = 0; i < doubles.length; i++) {
                doubles[i] = numbers[i];
            }
            values.put(tap, doubles);
        });
        logits = new double[inside.rows() * CLASSES];
    }

    @Override
    public String name() {
        return "ours";
    }

    @Override
    public void learn(int first, int steps) {
        for (int i = 0; i < steps; i++) {
            step();
        }
    }

    private Gradients step() {
        return distiller.step(new StepContext(
                new LiveHyperparameters(8, 0.9, 0.1),
                1,
                CLASSES,
                new int[inside.rows()],
                logits,
                List.of(logits),
                tap -> Objects.requireNonNull(values.get(tap)),
                teacher));
    }

    @Override
    public double loss(int step) {
        return step().own();
    }
}
