package distillery.bench;

import distillery.data.Problem;
import distillery.data.Shape;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.net.NetSpec;
import distillery.net.Projection;
import distillery.net.Tap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * What a method compares inside the nets of the preset small-cnn, as numbers at random: the same for all who are to say how far
 * they are from each other, and how the student's should move.
 */
record Inside(MethodKind kind, int rows, NetSpec teacher, NetSpec student, Map<Tap, float[]> values) {
    static final long SEED = 1;
    private static final String TEACHER = "28x28-c24-p2-c48-p2-128-10";
    private static final String STUDENT = "28x28-c4-p2-c8-p2-32-10";

    static Inside of(MethodKind kind, int rows) throws Problem {
        NetSpec teacher = NetSpec.parse(TEACHER);
        NetSpec student = NetSpec.parse(STUDENT);
        Map<Tap, float[]> values = new HashMap<>();
        Random random = new Random(SEED);
        for (NetSpec net : new NetSpec[] {teacher, student}) {
            for (Tap tap : net.taps()) {
                float[] numbers = new float[rows * tap.shape().size()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = (float) Math.max(0, random.nextGaussian());
                }
                values.put(tap, numbers);
            }
        }
        return new Inside(kind, rows, teacher, student, values);
    }

    MethodSettings settings() {
        return MethodSettings.of(kind);
    }

    /** The first weights of a hint's regressor, {@code [outputs, inputs]}. */
    static float[] regressor(int inputs, int outputs) {
        double[] unit = new double[inputs * inputs];
        for (int i = 0; i < inputs; i++) {
            unit[i * inputs + i] = 1;
        }
        double[] columns = new Projection(Shape.flat(inputs), outputs, ~SEED).forward(unit);
        float[] weights = new float[columns.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) columns[i % inputs * outputs + i / inputs];
        }
        return weights;
    }
}
