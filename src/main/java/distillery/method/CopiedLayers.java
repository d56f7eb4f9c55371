package distillery.method;

import distillery.data.Problem;
import distillery.net.LayerSpec;
import distillery.net.LayerSpec.Dense;
import distillery.net.LayerSpec.MaxPool;
import distillery.net.NetSpec;
import distillery.net.Network;
import distillery.net.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * The first layers, as long as they are the same in both nets, begin with the teacher's weights; then the student learns as
 * {@link Hinton} has it. The other layers begin with their own.
 */
public record CopiedLayers() implements Method {
    @Override
    public boolean looksInside() {
        return true;
    }

    @Override
    public boolean hasOwnPart() {
        return false;
    }

    @Override
    public List<Points> compared(NetSpec teacher, NetSpec student) {
        List<Points> all = new ArrayList<>();
        for (int i = 0; i < sharedLayers(teacher, student); i++) {
            all.add(new Points(
                    Points.after(student).get(i), Points.after(teacher).get(i)));
        }
        all.add(Points.outputs(teacher, student));
        return all;
    }

    @Override
    public void requireFit(NetSpec teacher, NetSpec student) throws Problem {
        if (shared(teacher, student) == 0) {
            throw new Problem(
                    "method.copy",
                    student.toString(),
                    teacher.toString(),
                    shortest(teacher).toString());
        }
    }

    @Override
    public Distiller distiller(NetSpec teacher, NetSpec student, long seed) {
        return new Distiller() {
            @Override
            public void begin(Network net, Network taught) {
                Weights weights = taught.weights();
                float[] values = net.weights().values();
                System.arraycopy(weights.values(), 0, values, 0, shared(weights.spec(), student));
                net.restore(new Weights(student, values));
            }

            @Override
            public Gradients step(StepContext context) {
                return new Hinton().step(context);
            }
        };
    }

    /** How many numbers are the same in meaning at the beginning of both nets' weights. */
    private static int shared(NetSpec teacher, NetSpec student) {
        long numbers = 0;
        for (int layer = 0; layer < sharedLayers(teacher, student); layer++) {
            numbers += student.layers().get(layer).parameters(student.before(layer));
        }
        return (int) numbers;
    }

    private static int sharedLayers(NetSpec teacher, NetSpec student) {
        int layer = 0;
        while (layer < Math.min(teacher.layers().size(), student.layers().size())
                && teacher.layers().get(layer).equals(student.layers().get(layer))) {
            layer++;
        }
        return layer;
    }

    /** The teacher's first layer that learns, with pooling around it, and what leads from there to the classes. */
    private static NetSpec shortest(NetSpec teacher) {
        List<LayerSpec> layers = new ArrayList<>();
        boolean learns = false;
        for (LayerSpec layer : teacher.layers().subList(0, teacher.layers().size() - 1)) {
            if (learns && !(layer instanceof MaxPool)) {
                break;
            }
            learns |= !(layer instanceof MaxPool);
            layers.add(layer);
        }
        layers.add(new Dense(teacher.classes()));
        return new NetSpec(teacher.input(), layers);
    }
}
