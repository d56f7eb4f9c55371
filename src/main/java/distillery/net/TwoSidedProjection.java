package distillery.net;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of numbers brought to other widths from both sides, {@code Po W Piᵀ}, by two matrices that stand beside a net and
 * learn with it. A table is {@code [outputs, inputs, places]}, and the same is done at each place. Where a width stays as it
 * is, there is no matrix on that side.
 */
public final class TwoSidedProjection {
    private final int outputs;
    private final int inputs;
    private final int wantedOutputs;
    private final int wantedInputs;
    private final @Nullable Parameter out;
    private final @Nullable Parameter in;
    private Buffer given = Buffer.heap(0);
    /** What has gone through the matrix of the inputs. */
    private Buffer widened = Buffer.heap(0);

    private Buffer result = Buffer.heap(0);
    private int places;

    /** From a table of {@code outputs × inputs} to one of another size; drawn with variance 1 / the width before. */
    public TwoSidedProjection(int outputs, int inputs, int wantedOutputs, int wantedInputs, long seed) {
        this.outputs = outputs;
        this.inputs = inputs;
        this.wantedOutputs = wantedOutputs;
        this.wantedInputs = wantedInputs;
        Random random = new Random(seed);
        out = outputs == wantedOutputs ? null : drawn(wantedOutputs, outputs, random);
        in = inputs == wantedInputs ? null : drawn(wantedInputs, inputs, random);
    }

    private static Parameter drawn(int to, int from, Random random) {
        Parameter matrix = Parameter.matrix(to, from);
        for (int i = 0; i < matrix.size(); i++) {
            matrix.value.values[i] = (float) (random.nextGaussian() / Math.sqrt(from));
        }
        matrix.publish();
        return matrix;
    }

    public List<Parameter> parameters() {
        return Stream.of(out, in).flatMap(Stream::ofNullable).toList();
    }

    /** The table in the other widths. */
    public double[] forward(double[] table) {
        project(table);
        return read(result, wantedOutputs * wantedInputs * places);
    }

    /**
     * The mean squared difference of the table in the other widths from one that it is to be, at a weight. {@link #slopes}
     * then has its slopes: large tables stay where the products are made.
     */
    public double match(double[] table, float[] wanted, double weight) {
        project(table);
        result.fromNative(0, wanted.length);
        float[] slopes = result.values;
        float share = (float) (2 * weight / wanted.length);
        double sum = 0;
        for (int i = 0; i < wanted.length; i++) {
            float apart = slopes[i] - wanted[i];
            sum += apart * apart;
            slopes[i] = share * apart;
        }
        result.toNative(0, wanted.length);
        return weight * sum / wanted.length;
    }

    private void project(double[] table) {
        places = table.length / (outputs * inputs);
        given = room(given, table.length);
        widened = in == null ? given : room(widened, outputs * wantedInputs * places);
        result = out == null ? widened : room(result, wantedOutputs * wantedInputs * places);
        write(table, given);
        if (in != null) {
            Matrix matrix = in.value.memory().matrix(0, wantedInputs, inputs);
            if (places == 1) {
                whole(widened, wantedInputs).product(whole(given, inputs), matrix.transpose(), 0);
            }
            for (int i = 0; places > 1 && i < outputs; i++) {
                block(widened, i, wantedInputs).product(matrix, block(given, i, inputs), 0);
            }
        }
        if (out != null) {
            outcome().product(out.value.memory().matrix(0, wantedOutputs, outputs), whole(widened, wantedInputs), 0);
        }
    }

    /** Fills in the gradient of {@link #parameters} from the slope along the last result; returns that along the table. */
    public double[] backward(double[] slope) {
        write(slope, result);
        return slopes();
    }

    /** The same after {@link #match}. */
    public double[] slopes() {
        if (out != null) {
            Matrix along = outcome();
            Matrix before = whole(widened, wantedInputs);
            out.gradient.memory().matrix(0, wantedOutputs, outputs).product(along, before.transpose(), 0);
            before.product(out.value.memory().matrix(0, wantedOutputs, outputs).transpose(), along, 0);
        }
        if (in != null) {
            backward(
                    in.value.memory().matrix(0, wantedInputs, inputs),
                    in.gradient.memory().matrix(0, wantedInputs, inputs));
        }
        return read(given, outputs * inputs * places);
    }

    private void backward(Matrix matrix, Matrix gradient) {
        if (places == 1) {
            gradient.product(whole(widened, wantedInputs).transpose(), whole(given, inputs), 0);
            whole(given, inputs).product(whole(widened, wantedInputs), matrix, 0);
            return;
        }
        for (int i = 0; i < outputs; i++) {
            Matrix along = block(widened, i, wantedInputs);
            gradient.product(along, block(given, i, inputs).transpose(), i == 0 ? 0 : 1);
            block(given, i, inputs).product(matrix.transpose(), along, 0);
        }
    }

    private Matrix outcome() {
        return result.memory().matrix(0, wantedOutputs, wantedInputs * places);
    }

    /** A row for each output. */
    private Matrix whole(Buffer buffer, int width) {
        return buffer.memory().matrix(0, outputs, width * places);
    }

    /** The numbers of one output, {@code [width, places]}. */
    private Matrix block(Buffer buffer, int output, int width) {
        return buffer.memory().matrix(output * width * places, width, places);
    }

    private static Buffer room(Buffer there, int length) {
        return there.values.length < length ? Buffer.shared(length) : there;
    }

    private static void write(double[] numbers, Buffer to) {
        for (int i = 0; i < numbers.length; i++) {
            to.values[i] = (float) numbers[i];
        }
        to.toNative(0, numbers.length);
    }

    private static double[] read(Buffer from, int length) {
        from.fromNative(0, length);
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = from.values[i];
        }
        return numbers;
    }
}
