package distillery.cli;

import distillery.cli.GoldenCase.Table;
import distillery.loss.HintonLoss;
import distillery.net.Inputs;
import distillery.net.Layers;
import distillery.net.Network;
import distillery.net.Optimiser;
import distillery.net.Precision;
import distillery.net.Weights;
import java.util.Arrays;
import java.util.Map;

/** A few training steps of a small net, on the engine that trains the students, in double precision. */
final class GoldenTrace {
    /** What the golden schema calls an optimizer. */
    private enum Kind {
        ADAM,
        SGD
    }

    private GoldenTrace() {}

    static Map<String, Object> compute(GoldenCase golden) {
        Table x = golden.table("x");
        int[] labels = golden.labels("labels");
        Inputs inputs = new Inputs(x.columns(), x.rows(), Precision.DOUBLE);
        inputs.fill(x.values());
        Network student = net(golden, "student_initial", x.rows());
        double[] teacher = net(golden, "teacher", x.rows()).logits(inputs);
        double[] initial = student.logits(inputs);
        int classes = student.layers().classes();
        HintonLoss loss = loss(golden);
        double[] losses = new double[golden.whole("steps")];
        Weights gradient = student.weights();
        for (int step = 0; step < losses.length; step++) {
            HintonLoss.Value value = loss.of(student.forward(inputs, 0), teacher, labels, classes);
            losses[step] = value.total();
            student.backward(inputs, value.gradient(), Map.of());
            if (step == 0) {
                gradient = student.gradient();
            }
            student.update(golden.number("lr"));
        }
        return Map.of(
                "teacher_logits", GoldenMethods.rows(teacher, classes),
                "student_logits_initial", GoldenMethods.rows(initial, classes),
                "grad_initial", byName(gradient),
                "loss_before_each_step", losses,
                "student_final", byName(student.weights()));
    }

    private static HintonLoss loss(GoldenCase golden) {
        double temperature = golden.number("temperature");
        double scale = golden.flag("t_squared") ? 1 : 1 / (temperature * temperature);
        return new HintonLoss(temperature, scale * golden.number("weight_soft"), golden.number("weight_hard"));
    }

    private static Network net(GoldenCase golden, String name, int rows) {
        Table first = golden.table(name + ".W1");
        Table second = golden.table(name + ".W2", first.rows());
        Layers layers = Layers.of(first.columns(), first.rows(), second.rows());
        double[] values = new double[Math.toIntExact(layers.parameters())];
        int at = 0;
        for (double[] part : new double[][] {
            first.values(), golden.vector(name + ".b1"), second.values(), golden.vector(name + ".b2")
        }) {
            System.arraycopy(part, 0, values, at, part.length);
            at += part.length;
        }
        Network net = new Network(layers, Precision.DOUBLE, rows, optimiser(golden), 0, 0);
        net.restore(new Weights(layers, values));
        return net;
    }

    private static Optimiser optimiser(GoldenCase golden) {
        return switch (golden.choice("optimizer", Kind.class)) {
            case ADAM -> new Optimiser.Adam(golden.number("beta1"), golden.number("beta2"), golden.number("eps"));
            case SGD -> new Optimiser.Sgd(golden.number("momentum"));
        };
    }

    private static Map<String, Object> byName(Weights weights) {
        int inputs = weights.layers().inputs();
        int hidden = weights.layers().widths().get(1);
        int classes = weights.layers().classes();
        double[] values = weights.values();
        int b1 = inputs * hidden;
        int w2 = b1 + hidden;
        int b2 = w2 + hidden * classes;
        return Map.of(
                "W1", GoldenMethods.rows(Arrays.copyOfRange(values, 0, b1), inputs),
                "b1", Arrays.copyOfRange(values, b1, w2),
                "W2", GoldenMethods.rows(Arrays.copyOfRange(values, w2, b2), hidden),
                "b2", Arrays.copyOfRange(values, b2, b2 + classes));
    }
}
