package distillery.method;

import distillery.data.Problem;
import distillery.data.Shape;
import distillery.loss.LossValue;
import distillery.loss.scheme.AnnealedLoss;
import distillery.method.MultiTask.Learns;
import distillery.net.NetSpec;
import distillery.net.Parameter;
import distillery.net.Projection;
import distillery.net.Tap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** {@link MultiTask} at work: a linear layer for the second task, on the student's last hidden layer, learns with it. */
final class SecondHead implements Distiller {
    private final Tap hidden;
    private final Projection head;
    private final Learns learns;
    private final int annealing;

    private SecondHead(Tap hidden, Learns learns, int annealing, long seed) {
        this.hidden = hidden;
        this.learns = learns;
        this.annealing = annealing;
        Shape shape = Shape.flat(hidden.shape().size());
        head = new Projection(shape, SecondTask.CLASSES, ~seed); // the student's first weights are drawn with seed
    }

    static SecondHead of(NetSpec student, Learns learns, int annealing, long seed) {
        try {
            return new SecondHead(Points.hidden(student), learns, annealing, seed);
        } catch (Problem unfit) {
            throw new IllegalStateException("was checked when the settings were made", unfit);
        }
    }

    @Override
    public Set<Tap> studentTaps() {
        return Set.of(hidden);
    }

    @Override
    public List<Parameter> parameters() {
        return head.parameters();
    }

    @Override
    public List<double[]> exits(Function<Tap, double[]> student) {
        return List.of(head.forward(student.apply(hidden)));
    }

    @Override
    public Gradients step(StepContext context) {
        double[] features = context.student(hidden);
        if (!Gradients.tame(features, context.student())) {
            return Gradients.lost(context);
        }
        double[] second = head.forward(features);
        if (!Gradients.tame(second)) {
            return Gradients.lost(context);
        }
        double labelShare = learns == Learns.ANNEALED ? Math.min(1, (context.epoch() - 1.0) / annealing) : 1;
        AnnealedLoss loss = new AnnealedLoss(labelShare, 1);
        boolean taught = learns == Learns.ANNEALED;
        LossValue first = loss.of(
                context.student(),
                taught ? context.targets().get(0) : context.student(),
                context.labels(),
                context.classes());
        LossValue other =
                loss.of(second, taught ? context.targets().get(1) : second, context.secondLabels(), SecondTask.CLASSES);
        Map<Tap, double[]> slopes = Map.of(hidden, head.backward(other.gradient()));
        return learns == Learns.SECOND
                ? new Gradients(other.value(), new double[context.student().length], slopes, other.value())
                : new Gradients(first.value() + other.value(), first.gradient(), slopes, other.value());
    }
}
