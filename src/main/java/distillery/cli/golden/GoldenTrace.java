package distillery.cli.golden;

import distillery.cli.golden.GoldenCase.Table;
import distillery.loss.HintonLoss;
import distillery.net.Dropout;
import distillery.net.InputBatch;
import distillery.net.NetSpec;
import distillery.net.Network;
import distillery.net.Optimiser;
import distillery.net.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

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
        InputBatch inputs = new InputBatch(x.columns(), x.rows());
        inputs.fill(x.values());
        Network student = net(golden, "student_initial");
        double[] teacher = net(golden, "teacher").logits(inputs);
        double[] initial = student.logits(inputs);
        int classes = student.spec().classes();
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
                "teacher_logits", OutputCases.rows(teacher, classes),
                "student_logits_initial", OutputCases.rows(initial, classes),
                "grad_initial", byName(gradient),
                "loss_before_each_step", losses,
                "student_final", byName(student.weights()));
    }

    private static HintonLoss loss(GoldenCase golden) {
        double temperature = golden.number("temperature");
        double scale = golden.flag("t_squared") ? 1 : 1 / (temperature * temperature);
        return new HintonLoss(temperature, scale * golden.number("weight_soft"), golden.number("weight_hard"));
    }

    private static Network net(GoldenCase golden, String name) {
        Table first = golden.table(name + ".W1");
        Table second = golden.table(name + ".W2", first.rows());
        NetSpec spec = NetSpec.dense(first.columns(), first.rows(), second.rows());
        float[] values = new float[Math.toIntExact(spec.parameters())];
        int at = 0;
        for (double[] part : new double[][] {
            first.values(), golden.vector(name + ".b1"), second.values(), golden.vector(name + ".b2")
        }) {
            for (double number : part) {
                values[at++] = (float) number;
            }
        }
        Network net = new Network(spec, optimiser(golden), Dropout.NONE, 0);
        net.restore(new Weights(spec, values));
        return net;
    }

    private static Optimiser optimiser(GoldenCase golden) {
        return switch (golden.choice("optimizer", Kind.class)) {
            case ADAM -> new Optimiser.Adam(golden.number("beta1"), golden.number("beta2"), golden.number("eps"));
            case SGD -> new Optimiser.Sgd(golden.number("momentum"));
        };
    }

    private static Map<String, Object> byName(Weights weights) {
        Map<String, Object> named = new LinkedHashMap<>();
        weights.tensors().forEach((name, tensor) -> {
            String layer = name.startsWith("0.") ? "1" : "2";
            double[] numbers = doubles(tensor.values());
            if (tensor.shape().length == 1) {
                named.put("b" + layer, numbers);
            } else {
                named.put("W" + layer, OutputCases.rows(numbers, tensor.shape()[1]));
            }
        });
        return named;
    }

    private static double[] doubles(float[] numbers) {
        return IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).toArray();
    }
}
